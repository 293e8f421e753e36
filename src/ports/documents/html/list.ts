/** Labels of HTML lists, as a browser shows them before each item. */
import { formatNumber } from '../docx/number_format.ts';
import { attribute, type Declarations, type HtmlElement } from './css.ts';

export interface List {
  /** Depth among lists, from 0. */
  level: number;
  /** Label of the next item, "" when it has none. */
  next(item: HtmlElement, style: Declarations): string;
}

/** Opens an ol or ul (or menu, dir); `outer` is the list it stands in. */
export function openList(element: HtmlElement, style: Declarations, outer: List | null): List {
  const ordered = element.tagName === 'ol';
  const kind = kindOf(attribute(element, 'type'), style) ?? (ordered ? 'decimal' : 'disc');
  const step = attribute(element, 'reversed') === undefined ? 1 : -1;
  let number = (integer(attribute(element, 'start')) ?? (step === 1 ? 1 : items(element))) - step;
  return {
    level: outer ? outer.level + 1 : 0,
    next(item, itemStyle) {
      number = integer(attribute(item, 'value')) ?? number + step;
      return label(kindOf(attribute(item, 'type'), itemStyle) ?? kind, number);
    },
  };
}

/** An attribute's 1 a A i I are told apart by letter case; a style goes before it. */
function kindOf(type: string | undefined, style: Declarations): string | undefined {
  const styled = style.get('list-style-type') ?? style.get('list-style');
  if (styled !== undefined) return /^["']/.test(styled) ? styled : styled.split(/\s+/).find((word) => LABELS.has(word));
  const named = type?.trim().toLowerCase() ?? '';
  return TYPES.get(type?.trim() ?? '') ?? (LABELS.has(named) ? named : undefined);
}

function label(kind: string, number: number): string {
  const quoted = /^(["'])(.*)\1/.exec(kind);
  return (quoted ? (quoted[2] ?? '') : (LABELS.get(kind)?.(number) ?? '•')).trim();
}

const TYPES = new Map([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

const LABELS = new Map<string, (number: number) => string>([
  ['none', () => ''],
  ['disc', () => '•'],
  ['circle', () => '•'],
  ['square', () => '•'],
  ['decimal', (number) => `${number}.`],
  ['decimal-leading-zero', (number) => `${formatNumber(number, 'decimalZero')}.`],
  ['lower-roman', (number) => `${formatNumber(number, 'lowerRoman')}.`],
  ['upper-roman', (number) => `${formatNumber(number, 'upperRoman')}.`],
  ['lower-alpha', (number) => `${letters(number).toLowerCase()}.`],
  ['lower-latin', (number) => `${letters(number).toLowerCase()}.`],
  ['upper-alpha', (number) => `${letters(number)}.`],
  ['upper-latin', (number) => `${letters(number)}.`],
]);

/** After z come aa, ab: browsers count letters otherwise than Word. */
function letters(number: number): string {
  if (number < 1) return String(number);
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}

function items(list: HtmlElement): number {
  return list.childNodes.filter((node) => node.nodeName === 'li').length;
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[-+]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}
