/** Markdown within a paragraph: emphasis, code, links, escapes, entities, inline tags. */
import { parseFragment } from 'parse5';

interface Styled {
  /** "\n" where the paragraph's lines end. */
  text: string;
  /** For each UTF-16 unit of `text`: BOLD, ITALIC, both, or 0. */
  style: Uint8Array;
  /** Numbers of the line ends (from 0) that are meant, from <br> and backslashes. */
  hard: Set<number>;
  /** Addresses of links and pictures: not shown to a reader. */
  hidden: string[];
}

/** More in one paragraph are no emphasis. */
const MOST_DELIMITERS = 2000;

export const BOLD = 1;
export const ITALIC = 2;

export function readInline(source: string): Styled {
  const out: string[] = [];
  const delimiters: Delimiter[] = [];
  const hidden: string[] = [];
  const hard = new Set<number>();
  let lineEnds = 0;
  let tags = 0;
  const tagged: number[] = [];
  const put = (text: string) => {
    for (const unit of text.split('')) {
      if (unit === '\n') lineEnds++;
      out.push(unit);
      tagged.push(tags);
    }
  };
  for (let at = 0; at < source.length;) {
    const token = next(source, at);
    if (token.kind === 'delimiter') delimiters.push({ ...token, at: out.length, left: token.text.length });
    if (token.kind === 'tag') tags = restyle(tags, token.text);
    if (token.kind === 'break') hard.add(lineEnds);
    if (token.hidden) hidden.push(token.hidden);
    put(token.kind === 'tag' ? '' : token.kind === 'link' ? readInline(token.text).text : token.text);
    at += token.length;
  }
  const style = Uint8Array.from(tagged);
  const gone = delimiters.length > MOST_DELIMITERS ? new Set<number>() : emphasise(delimiters, style);
  const kept = out.map((_, i) => i).filter((i) => !gone.has(i));
  return { text: kept.map((i) => out[i]).join(''), style: Uint8Array.from(kept, (i) => style[i] ?? 0), hard, hidden };
}

interface Token {
  kind: 'text' | 'delimiter' | 'tag' | 'break' | 'link';
  /** What is shown. */
  text: string;
  /** How much of the source it takes. */
  length: number;
  hidden?: string;
  opens?: boolean;
  closes?: boolean;
}

interface Delimiter extends Token {
  at: number;
  left: number;
}

const TEXT = /[^\\`*_![<&\n]+|[\s\S]/uy;
const CODE = /(`+)(?!`)([\s\S]*?[^`])\1(?!`)/uy;
const LINK =
  /!?\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/uy;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+|[\w.+-]+@[\w.-]+)>/uy;
const TAG = /<\/?(?:b|strong|i|em|u|s|del|ins|mark|small|big|sup|sub|span|font|center|div|p|a|code|hr)(?:\s[^<>]*)?\/?>/iuy;
const BREAK = /<br\s*\/?>[ \t]*\n?|\\\n/iuy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iuy;
const DELIMITER = /\*+|_+/uy;

function next(source: string, at: number): Token {
  const here = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const c = source[at];
  let m: RegExpExecArray | null = null;
  if ((c === '<' || c === '\\') && (m = here(BREAK))) return { kind: 'break', text: '\n', length: m[0].length };
  if (c === '\\' && /[!-/:-@[-`{-~]/u.test(source[at + 1] ?? '')) return { kind: 'text', text: source[at + 1] ?? '', length: 2 };
  if (c === '`' && (m = here(CODE))) return { kind: 'text', text: m[2] ?? '', length: m[0].length };
  if ((c === '[' || c === '!') && (m = here(LINK))) return { kind: 'link', text: m[1] ?? '', length: m[0].length, hidden: m[2] };
  if (c === '<' && (m = here(AUTOLINK))) return { kind: 'text', text: m[1] ?? '', length: m[0].length };
  if (c === '<' && (m = here(TAG))) return { kind: 'tag', text: m[0], length: m[0].length };
  if (c === '&' && (m = here(ENTITY))) return { kind: 'text', text: entity(m[0]), length: m[0].length };
  if ((c === '*' || c === '_') && (m = here(DELIMITER))) return delimiter(source, at, m[0]);
  m = here(TEXT);
  return { kind: 'text', text: m?.[0] ?? c ?? '', length: m?.[0].length ?? 1 };
}

function entity(written: string): string {
  const [node] = parseFragment(written).childNodes;
  return node && 'value' in node ? node.value : written;
}

/** A list's star, "(*)" and "*****" are shown as they are; "_" works only at a word's edge. */
function delimiter(source: string, at: number, text: string): Token {
  const before = source[at - 1] ?? '\n';
  const after = source[at + text.length] ?? '\n';
  const plain: Token = { kind: 'text', text, length: text.length };
  const item = text === '*' && /[ \t]/u.test(after) && beginsLine(source, at);
  if (text.length > 3 || item || (before === '(' && after === ')')) return plain;
  const strong = text.length > 1 && text[0] === '*';
  const opens = !/\s/u.test(after) || strong;
  const closes = !/\s/u.test(before) || strong;
  const inWord = text[0] === '_' && /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after);
  return inWord || (!opens && !closes) ? plain : { ...plain, kind: 'delimiter', opens, closes };
}

function beginsLine(source: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && ' \t>'.includes(source[i] ?? '')) i--;
  return i < 0 || source[i] === '\n';
}

function restyle(style: number, tag: string): number {
  const bit = /^<\/?(?:b|strong)\b/iu.test(tag) ? BOLD : /^<\/?(?:i|em)\b/iu.test(tag) ? ITALIC : 0;
  return tag.startsWith('</') ? style & ~bit : style | bit;
}

/** Pairs the delimiters, styles what lies between, and tells which characters were markup. "**" without a partner is markup too. */
function emphasise(delimiters: Delimiter[], style: Uint8Array): Set<number> {
  const gone = new Set<number>();
  const open: Delimiter[] = [];
  for (const closer of delimiters) {
    while (closer.closes && closer.left > 0) {
      const i = open.findLastIndex((opener) => opener.text[0] === closer.text[0]);
      const opener = open[i];
      if (!opener || opener.at + opener.text.length === closer.at) break;
      const used = opener.left > 1 && closer.left > 1 ? 2 : 1;
      const from = opener.at + opener.left;
      const start = closer.at + closer.text.length - closer.left;
      for (let k = from; k < start; k++) style[k] = (style[k] ?? 0) | (used === 2 ? BOLD : ITALIC);
      for (let k = 0; k < used; k++) gone.add(from - 1 - k).add(start + k);
      opener.left -= used;
      closer.left -= used;
      open.length = opener.left > 0 ? i + 1 : i;
    }
    if (closer.opens && closer.left > 0) open.push(closer);
  }
  for (const { at, text, left, closes } of delimiters) {
    if (text[0] !== '*' || left < 2) continue;
    const from = closes && left < text.length ? at + text.length - left : at;
    for (let k = from; k < from + left; k++) gone.add(k);
  }
  return gone;
}
