/** As much of CSS as tells how a paragraph looks: style attributes, and rules of style sheets for an element, a class, or both. */
import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Property → value, both in small letters. */
export type Declarations = Map<string, string>;

export interface Css {
  of(element: HtmlElement): Declarations;
}

/** Takes the texts of a page's style elements, in their order. Rules for other media or other selectors are passed over. */
export function readCss(sheets: string[]): Css {
  const rules = new Map<string, Declarations>();
  for (const sheet of sheets) {
    for (const [selectors, block] of plainRules(sheet)) {
      const declared = declarations(block);
      for (const selector of selectors.split(',')) {
        const name = selector.trim().toLowerCase();
        if (/^(?:[a-z][a-z0-9]*)?(?:\.[\w-]+)?$/.test(name)) merge(rules, name, declared);
      }
    }
  }
  return {
    of(element) {
      const found: Declarations = new Map();
      const classes = (attribute(element, 'class') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
      const tag = element.tagName;
      for (const name of [tag, ...classes.map((each) => `.${each}`), ...classes.map((each) => `${tag}.${each}`)]) {
        for (const [property, value] of rules.get(name) ?? []) found.set(property, value);
      }
      for (const [property, value] of declarations(attribute(element, 'style') ?? '')) found.set(property, value);
      return found;
    },
  };
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** A length in millimetres; relative ones as if letters were 12 points. Null when it is none. */
export function millimetres(value: string | undefined): number | null {
  const match = /^([-+]?(?:\d+\.?\d*|\.\d+))(pt|px|cm|mm|in|pc|r?em)?$/.exec(value ?? '');
  if (!match) return null;
  const number = Number(match[1]);
  const unit = match[2];
  if (unit === undefined) return number === 0 ? 0 : null;
  return number * (UNITS[unit] ?? 0);
}

/** The left one of "margin" or "padding", from its own property or from the one for all four sides. */
export function leftOf(style: Declarations, property: 'margin' | 'padding'): number | null {
  const four = style.get(property)?.split(/\s+/) ?? [];
  return millimetres(style.get(`${property}-left`) ?? four[3] ?? four[1] ?? four[0]);
}

/** How many of the four sides have a line, or null when nothing is said of lines. */
export function linedSides(style: Declarations): number | null {
  const all = style.get('border');
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => style.get(`border-${side}`) ?? all);
  if (sides.every((side) => side === undefined)) return null;
  return sides.filter((side) => side !== undefined && LINE.test(side) && !/(^|\s)0(pt|px)?(\s|$)/.test(side)).length;
}

const UNITS: Record<string, number> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
  em: 25.4 / 6,
  rem: 25.4 / 6,
};
const LINE = /solid|double|dashed|dotted|ridge|groove|inset|outset/;

/** The properties that anyone here asks for. */
const READ = new Set(
  [
    'font font-family font-style font-weight text-align text-indent text-transform white-space display visibility',
    'list-style list-style-type margin margin-left padding padding-left',
    'border border-top border-right border-bottom border-left mso-list mso-hide mso-element mso-tab-count',
  ].flatMap((names) => names.split(' ')),
);

/** Selector lists with their blocks; a block inside an @-rule is part of that rule's. */
function plainRules(sheet: string): [string, string][] {
  const found: [string, string][] = [];
  const text = withoutComments(sheet);
  let depth = 0;
  let start = 0;
  let selectors = '';
  for (const { 0: sign, index } of text.matchAll(/[{};]/g)) {
    if (sign === '{') {
      if (depth++ > 0) continue;
      selectors = text.slice(start, index).trim();
    } else if (sign === '}') {
      if (depth > 1) depth--;
      else if (depth === 1) {
        depth = 0;
        found.push([selectors, text.slice(start, index)]);
      }
    }
    if (depth === 0 || sign === '{') start = index + 1;
  }
  return found;
}

function withoutComments(sheet: string): string {
  const [first = '', ...others] = sheet.replaceAll('<!--', '').replaceAll('-->', '').split('/*');
  return [first, ...others.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''))].join(' ');
}

function declarations(block: string): Declarations {
  const found: Declarations = new Map();
  for (const each of block.split(';')) {
    const colon = each.indexOf(':');
    if (colon < 0) continue;
    const property = each.slice(0, colon).trim().toLowerCase();
    if (READ.has(property))
      found.set(
        property,
        each
          .slice(colon + 1)
          .toLowerCase()
          .replace('!important', '')
          .trim(),
      );
  }
  return found;
}

function merge(rules: Map<string, Declarations>, name: string, declared: Declarations): void {
  const known = rules.get(name) ?? new Map();
  rules.set(name, known);
  for (const [property, value] of declared) known.set(property, value);
}
