/**
 * Markers that open a paragraph of a Vietnamese official paper, as Decree 30/2020/NĐ-CP, appendix I, part I, II.6 orders them
 * (phần, chương, mục, điều, khoản, điểm; I., 1., a)) and as offices write them besides (1.1., 1), +, •, (i)).
 */

export type MarkerKind =
  | 'part' // Phần thứ nhất, Phần I
  | 'chapter' // Chương I
  | 'section' // Mục 1
  | 'article' // Điều 1.
  | 'appendix' // Phụ lục, Phụ lục II
  | 'roman' // I. II/ I-
  | 'letter_upper' // A. B.
  | 'decimal' // 1. 1.1. 1.1.1 1/ 1- 1)
  | 'letter' // a) đ) a.
  | 'paren_number' // (1)
  | 'paren_letter' // (a) (i)
  | 'dash' // - – —
  | 'plus' // +
  | 'bullet' // • * o
  | 'step'; // Bước 1:, Giai đoạn 1:

export interface Marker {
  kind: MarkerKind;
  /** As written, e.g. "1.1.", "a)", "-". */
  text: string;
  /** Characters of the paragraph it takes, with the blanks after it. */
  length: number;
  /** Its number; a letter's place in the Vietnamese alphabet (a b c d đ e …); for 1.2.3 the last; null for bullets. */
  ordinal: number | null;
  /** Numbers of a decimal marker: 1.2.3 → [1, 2, 3]. */
  path: number[];
}

/** Letters of lists as the decree gives them: a b c d đ e g h i k l m n o p q r s t u v x y. */
const ALPHABET = 'abcdđeghiklmnopqrstuvxy';
const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const WORDS: Record<string, number> = {
  nhất: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** The marker a paragraph begins with, or null. Years, dates and amounts ("2023.", "1.500 tỷ") are none. */
export function marker(paragraph: string): Marker | null {
  for (const rule of RULES) {
    const match = rule.pattern.exec(paragraph);
    if (!match) continue;
    const text = match[1] ?? '';
    const path = rule.numbers(match);
    if (!path) continue;
    return { kind: rule.kind, text, length: match[0].length, ordinal: path.at(-1) ?? null, path };
  }
  return null;
}

/** Value of a Roman numeral written as the Romans would (IIII is none), or null. */
export function roman(text: string): number | null {
  if (!/^M*(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(text) || text === '') return null;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const here = ROMAN[text[i] ?? ''] ?? 0;
    sum += here < (ROMAN[text[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return sum;
}

interface Rule {
  kind: MarkerKind;
  pattern: RegExp;
  /** Its numbers, or null when it is no such marker after all. */
  numbers: (match: RegExpExecArray) => number[] | null;
}

const named = (kind: MarkerKind, word: string): Rule => ({
  kind,
  pattern: new RegExp(
    `^(${word}(?:\\s+(?:thứ\\s+)?([IVXLC]+|\\d{1,3}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))?\\s*[.:]?)(?=\\s|$)\\s*`,
    'iu',
  ),
  numbers: (m) => {
    const n = m[2];
    if (!n) return kind === 'appendix' ? [] : null;
    const value = /^\d/.test(n) ? Number(n) : (WORDS[n.toLowerCase()] ?? roman(n.toUpperCase()));
    return value === null ? null : [value];
  },
});

const letters = (m: RegExpExecArray) => {
  const letter = (m[2] ?? '').toLowerCase();
  const i = ALPHABET.indexOf(letter);
  if (i >= 0) return [i + 1];
  // Clerks also count as the English alphabet does: a marker all the same, though of no place in ours.
  return 'fjwz'.includes(letter) ? [] : null;
};

const RULES: Rule[] = [
  named('part', 'Phần'),
  named('chapter', 'Chương'),
  named('section', 'Mục'),
  {
    kind: 'article',
    pattern: /^(Điều\s+(\d{1,3})\s*[.:]?)(?=\s|$)\s*/iu,
    numbers: (m) => [Number(m[2])],
  },
  named('appendix', 'Phụ\\s+lục'),
  {
    kind: 'roman',
    pattern: /^(([IVXLC]{1,7})\s?[./)-])(?=\s|$|\p{L})\s*/u,
    numbers: (m) => {
      const value = roman(m[2] ?? '');
      // No paper has fifty parts: "C." comes after "B.".
      return value === null || value >= 50 ? null : [value];
    },
  },
  {
    kind: 'decimal',
    pattern: /^((\d{1,2}(?:\.\d{1,2})+)[.)/-]?)(?=\s|$|\p{L})\s*/u,
    // Nothing is counted from nought: "3.0" and "0.5 ha" are quantities.
    numbers: (m) => {
      const path = (m[2] ?? '').split('.').map(Number);
      return path.includes(0) ? null : path;
    },
  },
  {
    kind: 'decimal',
    // "15/KH-UBND" and "20-CT/TW" are numbers of papers.
    pattern: /^(?!\d{1,2}\s?[/-]\s?\p{Lu}[\p{L}\d&]*[-/]\p{Lu})((\d{1,2})\s?(?:[.)]|[/-](?!\s*\d)))(?=\s|$|\p{L})\s*/u,
    numbers: (m) => [Number(m[2])],
  },
  {
    kind: 'letter_upper',
    pattern: /^(([A-HĐ])[./)])(?=\s|$)\s*/u,
    numbers: letters,
  },
  {
    kind: 'letter',
    pattern: /^(([a-zđ])\s?[.)/])(?=\s|$|\p{Lu})\s*/u,
    numbers: letters,
  },
  {
    kind: 'paren_number',
    pattern: /^(\((\d{1,2})\))\s*/u,
    numbers: (m) => [Number(m[2])],
  },
  {
    kind: 'paren_letter',
    pattern: /^(\(([a-zđ]|[ivx]{1,5})\))\s*/u,
    numbers: (m) => letters(m) ?? [roman((m[2] ?? '').toUpperCase()) ?? 0],
  },
  { kind: 'dash', pattern: /^([-–—−‐‑])(?=\s|$|\p{Lu})\s*/u, numbers: () => [] },
  { kind: 'plus', pattern: /^(\+)\s*/u, numbers: () => [] },
  { kind: 'bullet', pattern: /^([•●▪■◦○❖➢►✓*·]|o(?=\s))\s*/u, numbers: () => [] },
  {
    kind: 'step',
    pattern: /^((?:Bước|Giai đoạn)\s+(\d{1,2})\s*[:.])(?=\s|$)\s*/iu,
    numbers: (m) => [Number(m[2])],
  },
];
