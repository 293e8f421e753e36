/** What an HTML element passes on to the text inside it. */
import type { Block, Cell, LeftOut, Look } from '../document.ts';
import { isSymbolFont } from '../symbols.ts';
import { attribute, leftOf, millimetres, type Declarations, type HtmlElement } from './css.ts';
import type { List } from './list.ts';

export interface Context {
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  /** A symbol font, whose letters are pictures, or undefined. */
  font: string | undefined;
  /** White space and line ends count. */
  preformatted: boolean;
  align: Look['align'];
  heading: number | null;
  /** Left edge and first line's shift in millimetres; null while nothing has been said. */
  left: number | null;
  first: number | null;
  cell: Cell | null;
  list: List | null;
  /** Waits for the first paragraph of its list item. */
  label: { text: string; level: number; taken: boolean } | null;
  part: Block['part'];
  left_out: LeftOut['why'] | null;
}

export const OUTERMOST: Context = {
  bold: false,
  italic: false,
  capitals: false,
  font: undefined,
  preformatted: false,
  align: null,
  heading: null,
  left: null,
  first: null,
  cell: null,
  list: null,
  label: null,
  part: 'body',
  left_out: null,
};

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'caption',
  'center',
  'dd',
  'details',
  'dialog',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hgroup',
  'hr',
  'html',
  'legend',
  'li',
  'listing',
  'main',
  'menu',
  'ol',
  'p',
  'plaintext',
  'pre',
  'search',
  'section',
  'summary',
  'table',
  'td',
  'th',
  'ul',
  'xmp',
]);

export function isBlock(element: HtmlElement, style: Declarations): boolean {
  const display = style.get('display') ?? '';
  if (/^(block|flex|grid|list-item|flow-root|table)/.test(display)) return true;
  return BLOCKS.has(element.tagName) && !display.startsWith('inline');
}

export function inside(element: HtmlElement, style: Declarations, outer: Context): Context {
  const block = isBlock(element, style);
  const indent = block ? leftEdge(element, style, outer) : { left: outer.left, first: outer.first };
  return {
    ...outer,
    ...indent,
    bold: bold(element, style) ?? outer.bold,
    italic: italic(element, style) ?? outer.italic,
    capitals: style.has('text-transform') ? style.get('text-transform') === 'uppercase' : outer.capitals,
    font: font(element, style) ?? outer.font,
    preformatted: preformatted(element, style) ?? outer.preformatted,
    align: (block ? align(element, style) : undefined) ?? outer.align,
    heading: heading(element) ?? outer.heading,
    left_out: outer.left_out ?? leftOut(element, style),
    part: isNotes(element, style) ? 'footnote' : outer.part,
  };
}

/** Word and LibreOffice set footnotes and endnotes into elements of these names. */
function isNotes(element: HtmlElement, style: Declarations): boolean {
  return (
    /^(footnote|endnote)(-list)?$/.test(style.get('mso-element') ?? '') ||
    /^sd(footnote|endnote)\d+$/.test(attribute(element, 'id') ?? '')
  );
}

const CONTROLS = new Set(['select', 'textarea', 'button', 'datalist']);

function leftOut(element: HtmlElement, style: Declarations): LeftOut['why'] | null {
  if (element.tagName === 'del') return 'deleted_revision';
  if (element.tagName === 'nav') return 'page_header';
  const invisible = style.get('display') === 'none' || style.get('visibility') === 'hidden' || style.get('mso-hide') === 'all';
  return invisible || CONTROLS.has(element.tagName) || attribute(element, 'hidden') !== undefined ? 'hidden' : null;
}

function bold({ tagName }: HtmlElement, style: Declarations): boolean | undefined {
  const weight = style.get('font-weight') ?? /\b(bold|[1-9]00)\b/.exec(style.get('font') ?? '')?.[1];
  if (weight !== undefined) return /^bold|^[6-9]00/.test(weight);
  return /^(b|strong|th|h[1-6])$/.test(tagName) || undefined;
}

function italic({ tagName }: HtmlElement, style: Declarations): boolean | undefined {
  const slant = style.get('font-style') ?? /\b(italic|oblique)\b/.exec(style.get('font') ?? '')?.[1];
  if (slant !== undefined) return /^(italic|oblique)/.test(slant);
  return /^(i|em|cite|dfn|var|address)$/.test(tagName) || undefined;
}

/** Another font ends a symbol font; the empty name is such another. */
function font(element: HtmlElement, style: Declarations): string | undefined {
  const named = style.get('font-family') ?? attribute(element, 'face');
  const first = named?.split(',')[0]?.replace(/["']/g, '').trim();
  return first === undefined ? undefined : isSymbolFont(first) ? first : '';
}

function preformatted({ tagName }: HtmlElement, style: Declarations): boolean | undefined {
  const space = style.get('white-space');
  if (space !== undefined) return space.startsWith('pre') || space === 'break-spaces';
  return ['pre', 'listing', 'xmp', 'plaintext'].includes(tagName) || undefined;
}

function align(element: HtmlElement, style: Declarations): Look['align'] | undefined {
  const { tagName } = element;
  // The align of a table says where the table stands.
  const said = style.get('text-align') ?? (tagName === 'table' ? undefined : attribute(element, 'align')?.toLowerCase());
  if (said !== undefined) return ALIGN.get(said);
  return tagName === 'center' || tagName === 'th' ? 'centre' : undefined;
}

const ALIGN = new Map<string, Look['align']>([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'centre'],
  ['right', 'right'],
  ['end', 'right'],
  ['justify', 'justify'],
]);

function heading({ tagName }: HtmlElement): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}

/** Browsers set these in by 40 pixels when nothing else is said. */
const SET_IN = new Set(['ul', 'ol', 'menu', 'dir', 'blockquote', 'dd']);
const STANDARD = 10.6;

function leftEdge(element: HtmlElement, style: Declarations, outer: Context): Pick<Context, 'left' | 'first'> {
  const margin = leftOf(style, 'margin');
  const padding = leftOf(style, 'padding');
  const own =
    margin === null && padding === null ? (SET_IN.has(element.tagName) ? STANDARD : null) : (margin ?? 0) + (padding ?? 0);
  return {
    left: own === null ? outer.left : own + (outer.left ?? 0),
    first: millimetres(style.get('text-indent')) ?? outer.first,
  };
}
