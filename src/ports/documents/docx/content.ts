/** What stands inside a paragraph: its runs of text, and what hangs on it (text boxes, notes). */
import type { LeftOut } from '../document.ts';
import { child, childrenOf, type XmlElement } from '../xml.ts';
import type { RunLook, Styles } from './styles.ts';
import { readable, symbol } from '../symbols.ts';

/** Text of one look. `left_out` says why a reader of the paper does not see it, or null. A page break is "\f". */
export interface Piece {
  text: string;
  bold: boolean;
  italic: boolean;
  left_out: LeftOut['why'] | null;
}

export interface NoteReference {
  kind: 'footnote' | 'endnote';
  id: string;
  /** The reference itself stands in deleted or hidden text. */
  left_out: LeftOut['why'] | null;
}

export interface Content {
  pieces: Piece[];
  /** w:txbxContent of the text boxes anchored here. */
  boxes: XmlElement[];
  notes: NoteReference[];
}

/** Complex fields that are open: a reader sees their result, not the instruction before it. They may span paragraphs. */
export type Fields = ('instruction' | 'result')[];

/** Reads a w:p. `style` is the id of its paragraph style. */
export function readContent(paragraph: XmlElement, styles: Styles, style: string | undefined, fields: Fields): Content {
  const content: Content = { pieces: [], boxes: [], notes: [] };
  const plain = styles.run(style, undefined);
  visit(paragraph, { run: plain, font: undefined, left_out: null });
  // A field whose instruction does not end in its paragraph is damaged; what follows it must not vanish.
  fields.forEach((_, i) => (fields[i] = 'result'));
  return content;

  function visit(element: XmlElement, place: Place): void {
    for (const each of element.children) if (typeof each !== 'string') read(each, place);
  }

  function read(element: XmlElement, place: Place): void {
    const { name, attributes } = element;
    const fixed = FIXED.get(name);
    if (fixed !== undefined) return add(fixed, place);
    switch (name) {
      case 'w:r': {
        const properties = child(element, 'w:rPr');
        return visitRun(element, properties ? { ...place, run: styles.run(style, properties), font: fontOf(properties) } : place);
      }
      case 'w:t':
      case 'm:t':
      case 'a:t':
        return add(readable(stringOf(element).replace(/[\t\n\r]/g, ' '), place.font), place);
      case 'w:delText':
        return add(stringOf(element), { ...place, left_out: 'deleted_revision' });
      case 'w:del':
      case 'w:moveFrom':
        return visit(element, { ...place, left_out: 'deleted_revision' });
      case 'w:br':
        return add(attributes['w:type'] === 'page' || attributes['w:type'] === 'column' ? '\f' : '\n', place);
      case 'w:sym':
        return add(symbol(attributes['w:font'] ?? '', parseInt(attributes['w:char'] ?? '', 16) || 0), place);
      case 'w:fldChar':
        return field(attributes['w:fldCharType']);
      case 'mc:AlternateContent':
        return visit(chosen(element), place);
      case 'w:txbxContent':
        return box(element, place);
      case 'v:textpath':
        return box(asBox(attributes['string'] ?? ''), place);
      default:
        if (!UNSEEN.has(name)) visit(element, place);
    }
  }

  /** A note with a mark of its own (w:customMarkFollows) has that mark as the next sign of the same run: it is no text either. */
  function visitRun(run: XmlElement, place: Place): void {
    let mark = false;
    for (const each of childrenOf(run)) {
      if (mark && (each.name === 'w:t' || each.name === 'w:sym')) {
        mark = false;
      } else if (each.name === 'w:footnoteReference' || each.name === 'w:endnoteReference') {
        const kind = each.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
        content.notes.push({ kind, id: each.attributes['w:id'] ?? '', left_out: reason(place) });
        mark = ['1', 'true', 'on'].includes(each.attributes['w:customMarkFollows'] ?? '');
      } else {
        read(each, place);
      }
    }
  }

  function add(text: string, place: Place): void {
    const { bold, italic, caps } = place.run;
    content.pieces.push({ text: caps ? text.toUpperCase() : text, bold, italic, left_out: reason(place) });
  }

  function box(element: XmlElement, place: Place): void {
    const why = reason(place);
    if (why === null) content.boxes.push(element);
    else visit(element, { ...place, left_out: why });
  }

  function field(type: string | undefined): void {
    if (type === 'begin' && fields.length < DEEPEST_FIELD) fields.push('instruction');
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
    else if (type === 'end') fields.pop();
  }

  function reason(place: Place): LeftOut['why'] | null {
    return place.left_out ?? (place.run.hidden || fields.includes('instruction') ? 'hidden' : null);
  }
}

/** The branch of an mc:AlternateContent that we can read: the first with words in it, else the first. */
export function chosen(alternate: XmlElement): XmlElement {
  const branches = childrenOf(alternate).filter((each) => each.name === 'mc:Choice' || each.name === 'mc:Fallback');
  return branches.find(hasWords) ?? branches[0] ?? alternate;
}

interface Place {
  run: Required<RunLook>;
  font: string | undefined;
  left_out: LeftOut['why'] | null;
}

/** Fields that are begun and never ended must not pile up. */
const DEEPEST_FIELD = 50;

const FIXED = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['a:p', '\n'],
  ['w:noBreakHyphen', '-'],
]);

/** Properties, instructions, and the small letters above ruby text. */
const UNSEEN = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:rt', 'w:instrText', 'w:delInstrText']);
const WORDS = new Set(['w:t', 'm:t', 'a:t', 'w:sym', 'v:textpath']);

function hasWords(element: XmlElement): boolean {
  return WORDS.has(element.name) || childrenOf(element).some(hasWords);
}

function stringOf(element: XmlElement): string {
  return element.children.filter((each) => typeof each === 'string').join('');
}

function fontOf(properties: XmlElement): string | undefined {
  const fonts = child(properties, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
}

function asBox(text: string): XmlElement {
  const element = (name: string, children: XmlElement['children']) => ({ name, attributes: {}, children });
  return element('w:txbxContent', [element('w:p', [element('w:r', [element('w:t', [text])])])]);
}
