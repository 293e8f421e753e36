/** Reads an HTML page, also one that Word or LibreOffice saved: what stands on it, with the labels a browser computes. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { decodeText } from './charset.ts';
import { Refusal, type LeftOut, type SourceText } from './document.ts';
import { gather, type Draft } from './gather.ts';
import { inside, isBlock, OUTERMOST, type Context } from './html/context.ts';
import { attribute, readCss, type Css, type Declarations, type HtmlElement } from './html/css.ts';
import { Grid } from './html/grid.ts';
import { openList } from './html/list.ts';
import { bullet, readable } from './symbols.ts';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Pages nest some dozens deep; much deeper ones only slow the parser down. */
const DEEPEST = 1000;
const MOST_NODES = 300_000;
const MOST_CHARACTERS = 40_000_000;

/** @throws Refusal 'unknown_format' when the bytes are no text, 'too_complex' when nested or branched beyond any page. */
export function readHtml(bytes: Uint8Array): SourceText {
  const html = decodeHtml(bytes);
  if (html.length > MOST_CHARACTERS) throw new Refusal('too_complex');
  const page = parse(html, { treeAdapter: boundedTree() });
  const sheets: string[] = [];
  collectSheets(page, sheets, 0);
  const reader = new PageReader(readCss(sheets));
  for (const node of page.childNodes) reader.visit(node, OUTERMOST);
  reader.flush();
  const notes = reader.drafts.filter((draft) => draft.part === 'footnote');
  const body = reader.drafts.filter((draft) => draft.part !== 'footnote');
  return gather('html', [...body, ...notes], reader.left_out);
}

/** The parser's usual tree, given up when it grows beyond any page's. */
function boundedTree(): typeof defaultTreeAdapter {
  let depth = 0;
  let nodes = 0;
  const bounded = (number: number, most: number) => {
    if (number > most) throw new Refusal('too_complex');
  };
  return {
    ...defaultTreeAdapter,
    createElement(...element) {
      bounded(++nodes, MOST_NODES);
      return defaultTreeAdapter.createElement(...element);
    },
    createCommentNode(text) {
      bounded(++nodes, MOST_NODES);
      return defaultTreeAdapter.createCommentNode(text);
    },
    onItemPush: () => bounded(++depth, DEEPEST),
    onItemPop: () => void depth--,
  };
}

/** A mark at the start goes before what the page says of itself; a page that says nothing is read as any text is. */
function decodeHtml(bytes: Uint8Array): string {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const label = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(start)
    ? undefined
    : /<(?:meta|\?xml)[^>]+?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  // What says so in single bytes is not UTF-16; and UTF-8 is told from damaged UTF-8 by its bytes.
  if (label === undefined || /^utf-?(8|16)/i.test(label)) return decodeText(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

/** The tree can be deeper than the elements that were open at once: the parser moves misplaced ones. */
function collectSheets(node: DefaultTreeAdapterTypes.ParentNode, sheets: string[], depth: number): void {
  if (depth > DEEPEST) throw new Refusal('too_complex');
  for (const child of node.childNodes) {
    if (child.nodeName === 'style') sheets.push(textOf(child));
    else if ('childNodes' in child) collectSheets(child, sheets, depth + 1);
  }
}

/** No text of the page: its head, programs, and what stands in for a film or a drawing. */
const UNSEEN = new Set([
  'head',
  'title',
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
]);

const LONGEST_MARKER = 40;

interface Piece {
  text: string;
  context: Context;
}

class PageReader {
  readonly drafts: Draft[] = [];
  readonly left_out: LeftOut[] = [];
  private readonly css: Css;
  private pieces: Piece[] = [];
  private tables = 0;

  constructor(css: Css) {
    this.css = css;
  }

  visit(node: HtmlNode, context: Context): void {
    if (node.nodeName === '#text' && 'value' in node) return this.text(node.value, context);
    if (!('tagName' in node) || UNSEEN.has(node.tagName) || isNoteMark(node)) return;
    const style = this.css.of(node);
    if (node.tagName === 'br') return this.lineBreak(context);
    if (style.get('mso-list') === 'ignore' && textOf(node).length < LONGEST_MARKER) return this.marker(node, context);
    if (style.has('mso-tab-count')) return this.add('\t', context);
    this.element(node, style, inside(node, style, context));
  }

  /** Ends the paragraph. */
  flush(): void {
    const pieces = this.pieces;
    this.pieces = [];
    this.leaveOut(pieces);
    const shown = pieces.filter((piece) => piece.context.left_out === null);
    const inked = shown.filter((piece) => piece.text.trim() !== '');
    const context = inked[0]?.context;
    if (!context) return;
    const lettered = inked.filter((piece) => /\p{L}/u.test(piece.text));
    const judged = lettered.length > 0 ? lettered : inked;
    const { label, left, first } = context;
    this.drafts.push({
      text: collapsed(shown),
      numbering: label && !label.taken && label.text !== '' ? { label: label.text, level: label.level } : null,
      cell: context.cell,
      look: {
        bold: judged.every((piece) => piece.context.bold),
        italic: judged.every((piece) => piece.context.italic),
        align: context.align,
        heading: context.heading,
        indent: left === null && first === null ? null : Math.round(((left ?? 0) + (first ?? 0)) * 10) / 10,
      },
      part: context.part,
      paragraph: null,
      page: null,
    });
    if (label) label.taken = true;
  }

  private element(element: HtmlElement, style: Declarations, context: Context): void {
    const block = isBlock(element, style);
    if (block) this.flush();
    if (element.tagName === 'table') this.table(element, style, context);
    else this.children(element, this.listed(element, style, context));
    if (block) this.flush();
  }

  private children(element: HtmlElement, context: Context): void {
    for (const child of element.childNodes) this.visit(child, context);
  }

  private listed(element: HtmlElement, style: Declarations, context: Context): Context {
    if (/^(ol|ul|menu|dir)$/.test(element.tagName))
      return { ...context, list: openList(element, style, context.list), label: null };
    if (element.tagName !== 'li') return context;
    const list = context.list ?? openList(element, style, null);
    return { ...context, list, label: { text: list.next(element, style), level: list.level, taken: false } };
  }

  private table(element: HtmlElement, style: Declarations, context: Context): void {
    const grid = new Grid(this.tables++, element, style);
    for (const section of elementsOf(element)) {
      if (!/^t(head|body|foot)$/.test(section.tagName)) this.visit(section, context);
      const around = inside(section, this.css.of(section), context);
      for (const row of elementsOf(section).filter((each) => each.tagName === 'tr')) {
        grid.openRow(row, section.tagName === 'thead');
        const across = inside(row, this.css.of(row), around);
        for (const each of elementsOf(row)) if (each.tagName === 'td' || each.tagName === 'th') this.cell(each, grid, across);
      }
    }
    grid.close();
  }

  private cell(element: HtmlElement, grid: Grid, row: Context): void {
    const style = this.css.of(element);
    const cell = grid.openCell(element, style);
    this.element(element, style, { ...inside(element, style, row), cell, left: null, first: null, list: null, label: null });
  }

  private text(value: string, context: Context): void {
    const shown = readable(context.capitals ? value.toUpperCase() : value, context.font);
    if (!context.preformatted) return this.add(shown.replace(/[ \t\n\r\f]+/g, ' '), context);
    shown.split(/\r?\n/).forEach((line, i) => {
      if (i > 0) this.lineBreak(context);
      this.add(line.replaceAll(' ', '\u00a0'), context);
    });
  }

  /** Two in a row part paragraphs. */
  private lineBreak(context: Context): void {
    const last = this.pieces.findLast((piece) => piece.text === '\n' || piece.text.trim() !== '');
    if (last?.text === '\n') this.flush();
    else this.add('\n', context);
  }

  /** Word writes its automatic number out as text, set off with blanks of its own, in a font of pictures when it is a bullet. */
  private marker(element: HtmlElement, context: Context): void {
    let font = context.font;
    for (let at: HtmlElement | undefined = element; at; at = elementsOf(at)[0])
      font = inside(at, this.css.of(at), context).font || font;
    const label = bullet(textOf(element).replace(/[\s\u00a0]+/g, ' '), font);
    this.add(`${label} `, inside(element, this.css.of(element), context));
  }

  private add(text: string, context: Context): void {
    if (text !== '') this.pieces.push({ text, context });
  }

  private leaveOut(pieces: Piece[]): void {
    let last: LeftOut['why'] | null = null;
    for (const { text, context } of pieces) {
      const entry = this.left_out.at(-1);
      if (context.left_out !== null && context.left_out === last && entry) entry.text += text;
      else if (context.left_out !== null) this.left_out.push({ text, why: context.left_out, page: null });
      last = context.left_out;
    }
  }
}

/** The sign of a note, in the text and before the note, as Word and LibreOffice save it. */
function isNoteMark(element: HtmlElement): boolean {
  if (element.tagName !== 'a') return false;
  return (
    /^_(ftn|edn)(ref)?\d+$/.test(attribute(element, 'name') ?? '') ||
    /^sd(footnote|endnote)(anc|sym)$/.test(attribute(element, 'class') ?? '')
  );
}

/** Blanks that are not fixed count as one. */
function collapsed(pieces: Piece[]): string {
  return pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/ +/g, ' ');
}

function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter((node): node is HtmlElement => 'tagName' in node);
}
