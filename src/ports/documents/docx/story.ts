/** One running text of a document (its body, a note, a text box, a header) as blocks in reading order. */
import { Refusal, type Block, type Cell, type LeftOut, type Look } from '../document.ts';
import { clean, MOST, type Draft } from '../gather.ts';
import { child, replayInside, val, type Handler, type XmlElement } from '../xml.ts';
import { chosen, readContent, type Fields, type NoteReference, type Piece } from './content.ts';
import type { Counter, Lists } from './numbering.ts';
import { paragraphLook, type ParagraphLook, type ParagraphStyle, type Styles } from './styles.ts';
import { Table } from './table.ts';

/** What all stories of one document share. */
export interface Reading {
  styles: Styles;
  lists: Lists;
  left_out: LeftOut[];
  /** In the order of their references. */
  notes: NoteReference[];
  tables: number;
  paragraphs: number;
  /** Read so far, shown or not. */
  seen: { paragraphs: number; characters: number };
  /** Text boxes are one story of their own as far as numbering goes. */
  boxes: Counter;
}

export interface Setting {
  part: Block['part'];
  count: Counter;
  /** The cell in which a text box is anchored. */
  cell: Cell | null;
  /** Its paragraphs are counted as those of the document. */
  counted: boolean;
}

export class Story implements Handler {
  readonly drafts: Draft[];
  private readonly reading: Reading;
  private readonly setting: Setting;
  private readonly tables: Table[] = [];
  private readonly fields: Fields = [];
  /** Paragraphs whose end mark is gone: they run on into the next. */
  private carried: Paragraph | null = null;

  constructor(reading: Reading, setting: Setting, drafts: Draft[] = []) {
    this.reading = reading;
    this.setting = setting;
    this.drafts = drafts;
  }

  whole(name: string): boolean {
    return WHOLE.has(name);
  }

  element(element: XmlElement): void {
    const table = this.tables.at(-1);
    if (element.name === 'w:p') this.paragraph(element);
    else if (element.name === 'mc:AlternateContent') replayInside(chosen(element), this);
    else if (element.name === 'w:tblPr') table?.properties(element);
    else if (element.name === 'w:trPr') table?.rowProperties(element);
    else if (element.name === 'w:tcPr') table?.cellProperties(element);
  }

  open(name: string): void {
    if (name === 'w:tbl') {
      this.flush();
      this.tables.push(new Table(this.reading.tables++, this.reading.styles));
    } else if (name === 'w:tr') this.tables.at(-1)?.openRow();
    else if (name === 'w:tc') this.tables.at(-1)?.openCell();
    // Another file set into this one: its text would be missing.
    else if (name === 'w:altChunk') throw new Refusal('broken', { part: 'altChunk' });
  }

  close(name: string): void {
    if (name === 'w:tc') {
      this.flush();
      this.tables.at(-1)?.closeCell();
    } else if (name === 'w:tbl') this.tables.pop()?.close();
  }

  end(): void {
    this.flush();
  }

  private paragraph(element: XmlElement): void {
    const { styles, notes } = this.reading;
    const number = this.setting.counted ? ++this.reading.paragraphs : null;
    const properties = child(element, 'w:pPr');
    const styleId = val(properties, 'w:pStyle');
    const content = readContent(element, styles, styleId, this.fields);
    this.tally(content.pieces);
    const dropped = this.tables.some((table) => table.dropped);
    if (dropped) for (const piece of content.pieces) piece.left_out = 'deleted_revision';
    this.leaveOut(content.pieces);
    for (const note of content.notes) notes.push(dropped ? { ...note, left_out: 'deleted_revision' } : note);
    for (const box of content.boxes) this.box(box, dropped);
    if (dropped) return;

    const shown = content.pieces.filter((piece) => piece.left_out === null);
    const before = this.carried;
    before?.pieces.push(...shown);
    const paragraph = { pieces: before?.pieces ?? shown, number: before?.number ?? number, properties, styleId };
    this.carried = null;
    if (runsOn(properties, styleId, styles)) this.carried = paragraph;
    else this.finish(paragraph);
  }

  /** Stops early: what is too much to hand on is too much to keep. */
  private tally(pieces: Piece[]): void {
    const { seen, left_out } = this.reading;
    seen.paragraphs++;
    for (const { text } of pieces) seen.characters += text.length;
    const tooMuch = Math.max(seen.paragraphs, left_out.length) > MOST.blocks || seen.characters > MOST.characters;
    if (tooMuch) throw new Refusal('too_complex');
  }

  private leaveOut(pieces: Piece[]): void {
    let last: Piece['left_out'] = null;
    for (const { left_out: why, text } of pieces) {
      const entry = this.reading.left_out.at(-1);
      if (why !== null && why === last && entry) entry.text += text;
      else if (why !== null) this.reading.left_out.push({ text, why, page: null });
      last = why;
    }
  }

  private box(content: XmlElement, dropped: boolean): void {
    const drafts = dropped ? [] : this.drafts;
    const cell = this.tables.at(-1)?.cell ?? this.setting.cell;
    const story = new Story(this.reading, { ...this.setting, part: 'textbox', cell, count: this.reading.boxes }, drafts);
    replayInside(content, story);
    story.end();
    if (dropped) for (const { text } of drafts) this.reading.left_out.push({ text, why: 'deleted_revision', page: null });
  }

  private flush(): void {
    const paragraph = this.carried;
    this.carried = null;
    if (paragraph && textOf(paragraph.pieces) !== '') this.finish(paragraph);
  }

  /** An empty paragraph counts in its list, as it does in Word, but is no block. */
  private finish({ pieces, number, properties, styleId }: Paragraph): void {
    const style = this.reading.styles.paragraph(styleId);
    const own = paragraphLook(properties);
    const place = this.listPlace(style, own);
    const label = place && this.setting.count(place.list, place.level);
    const text = textOf(pieces);
    if (text === '') return;
    const indent = place && this.reading.lists.level(place.list, place.level)?.indent;
    const nearer = own.list === undefined ? style.listedIndent : {};
    this.drafts.push({
      text,
      numbering: label ? { label, level: place.level } : null,
      cell: this.tables.at(-1)?.cell ?? this.setting.cell,
      look: look(pieces, { ...style, ...indent, ...nearer, ...own }),
      part: this.setting.part,
      paragraph: number,
      page: null,
    });
  }

  /** The paragraph's own list goes before its style's; a level tied to the style goes before the style's own number. */
  private listPlace(style: ParagraphStyle, own: ParagraphLook): { list: number; level: number } | null {
    const list = own.list ?? style.list ?? 0;
    if (list === 0) return null;
    const tied = () => {
      for (const id of style.chain.slice(0, style.listed)) {
        const level = this.reading.lists.levelOfStyle(list, id);
        if (level !== undefined) return level;
      }
      return undefined;
    };
    return { list, level: own.level ?? tied() ?? style.level ?? 0 };
  }
}

interface Paragraph {
  pieces: Piece[];
  number: number | null;
  properties: XmlElement | undefined;
  styleId: string | undefined;
}

const WHOLE = new Set(['w:p', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:sdtPr', 'mc:AlternateContent']);
const ALIGN = new Map<string, Look['align']>([
  ['center', 'centre'],
  ['right', 'right'],
  ['end', 'right'],
  ['both', 'justify'],
  ['distribute', 'justify'],
]);
const TWIPS_PER_MM = 1440 / 25.4;

/** Its end mark is deleted or hidden, or it is the large first letter of the next paragraph. */
function runsOn(properties: XmlElement | undefined, styleId: string | undefined, styles: Styles): boolean {
  const mark = child(properties, 'w:rPr');
  if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) return true;
  if (mark && styles.run(styleId, mark).hidden) return true;
  const drop = child(properties, 'w:framePr')?.attributes['w:dropCap'];
  return drop === 'drop' || drop === 'margin';
}

/** A page break between two words parts them. */
function textOf(pieces: Piece[]): string {
  const text = pieces.map((piece) => piece.text).join('');
  if (!text.includes('\f')) return clean(text);
  const joined = text.split('\f').flatMap((part, i, parts) => {
    const parted = i > 0 && isInk(parts[i - 1]?.at(-1)) && isInk(part[0]);
    return parted ? [' ', part] : [part];
  });
  return clean(joined.join(''));
}

function isInk(character: string | undefined): boolean {
  return character !== undefined && character.trim() !== '';
}

function look(pieces: Piece[], paragraph: ParagraphLook): Look {
  const letters = pieces.filter((piece) => /\p{L}/u.test(piece.text));
  const judged = letters.length > 0 ? letters : pieces.filter((piece) => piece.text.trim() !== '');
  const { outline = 9, left = 0, first = 0 } = paragraph;
  return {
    bold: judged.every((piece) => piece.bold),
    italic: judged.every((piece) => piece.italic),
    align: ALIGN.get(paragraph.align ?? '') ?? 'left',
    heading: outline < 9 ? outline + 1 : null,
    indent: Math.round(((left + first) / TWIPS_PER_MM) * 10) / 10,
  };
}
