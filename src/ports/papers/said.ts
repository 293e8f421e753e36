/** The words of a paper's parts as the decree wants them written: both renderers take them from here, so that both say the same. */
import type { Day } from '#core/dates.ts';
import { roman } from '#ports/roman.ts';
import { TYPE_NAMES, type Block, type Paper } from './paper.ts';

export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
export const END = './.';

/** A place that is filled in by hand: blanks that neither break nor close up. */
const blank = (n: number) => '\u00a0'.repeat(n);

export const caps = (text: string): string => text.toLocaleUpperCase('vi');

export const typeName = ({ type, type_name }: Pick<Paper, 'type' | 'type_name'>): string => type_name ?? TYPE_NAMES[type];

/** II.3.c: a nought before numbers below ten. */
export const padded = (number: string): string => (/^[1-9]$/.test(number) ? `0${number}` : number);

export const numberAndSymbol = ({ number, symbol }: Pick<Paper, 'number' | 'symbol'>): string =>
  `${number === null ? blank(7) : padded(number)}/${symbol}`;

export const numberLine = (paper: Paper): string => `Số: ${numberAndSymbol(paper)}`;

/** II.4: a nought before days below ten, and before months 1 and 2 alone. */
export function dayInWords(issued_on: Day | null, year: number | null): string {
  if (issued_on === null) return `ngày${blank(6)}tháng${blank(6)}năm ${year ?? blank(6)}`;
  const [y = '', m = '', d = ''] = issued_on.split('-');
  return `ngày ${d} tháng ${Number(m) <= 2 ? m : Number(m)} năm ${y}`;
}

export const placeAndDay = ({ place, issued_on, year }: Paper): string => `${place ?? blank(12)}, ${dayInWords(issued_on, year)}`;

/** II.6.a: each basis ends with a semicolon, the last with a full stop. */
export const basesLines = ({ bases }: Paper): string[] => listed(bases, '');

/** II.9.d: one addressee stands in the line of "Kính gửi"; several each have a line of their own. */
export const toLines = ({ to }: Paper): string[] => (to.length < 2 ? to.map(bare) : listed(to, '- '));

/** II.9.d. "Như trên" comes first wherever there is a Kính gửi. */
export function recipientLines({ to, recipients, archive }: Paper): string[] {
  const first = to.length > 0 && !recipients.some((it) => /^như trên/i.test(bare(it))) ? ['Như trên'] : [];
  const lines = [...first, ...recipients].map((it) => `- ${bare(it)};`);
  return archive === null ? lines : [...lines, `- Lưu: ${bare(archive)}.`];
}

/** II.7: "KT.CHỦ TỊCH" has a blank after the stop, and all of it stands in capitals. */
export const authorityLine = (line: string): string => caps(line.replace(/^(TM|KT|TL|TUQ|Q)\.\s*/i, '$1. '));

/** "Phụ lục", or of several "Phụ lục II" (III.1.a). */
export const appendixName = (i: number, of: number): string => (of > 1 ? `Phụ lục ${roman(i + 1)}` : 'Phụ lục');

/** To which paper an appendix belongs (III.1.c). */
export function appendixPointer(paper: Paper): string {
  const { medium, issuer, parent_issuer } = paper;
  const known = medium === 'paper' ? paper : { ...paper, number: null, issued_on: null, year: null };
  const of = parent_issuer ? `${issuer}, ${parent_issuer}` : issuer;
  return `(Kèm theo ${typeName(paper)} số ${numberAndSymbol(known)} ${dayInWords(known.issued_on, known.year)} của ${of})`;
}

/** What is written of a block's heading or paragraph: marker and words. A section's title stands in capitals (II.6.đ). */
export function blockLine(block: Exclude<Block, { is: 'table' }>): string {
  const text = block.is === 'heading' && (block.rank === 'section' || block.rank === 'division') ? caps(block.text) : block.text;
  return [block.marker, text].filter(Boolean).join(' ');
}

/** The body with the mark of its end: after the last words, or on a line of its own below a table. */
export function ended(body: readonly Block[]): Block[] {
  const last = body.at(-1);
  if (last?.is === 'text') return [...body.slice(0, -1), { ...last, text: `${last.text.replace(/[\s.;,:/]+$/, '')}${END}` }];
  return [...body, { is: 'text', marker: null, text: END }];
}

/** Numbers as the decree orders them, for a body that has none yet: I., 1., a) and the dash, each from the beginning under what is above it. */
export function numbered(body: readonly Block[]): Block[] {
  const counts = { division: 0, article: 0, section: 0, clause: 0, point: 0 };
  const below = { division: ['section', 'clause', 'point'], article: ['clause', 'point'], section: ['clause', 'point'] } as const;
  return body.map((block) => {
    if (block.is !== 'heading' || block.marker !== null) return block;
    const { rank } = block;
    counts[rank]++;
    for (const lower of rank === 'clause' ? (['point'] as const) : rank === 'point' ? [] : below[rank]) counts[lower] = 0;
    return { ...block, marker: MARKERS[rank](counts[rank]) };
  });
}

const MARKERS = {
  division: (n: number) => `Phần ${roman(n)}`,
  article: (n: number) => `Điều ${n}.`,
  section: (n: number) => `${roman(n)}.`,
  clause: (n: number) => `${n}.`,
  point: (n: number) => `${letter(n)})`,
};

/** II.6.đ: the order of the Vietnamese alphabet. */
const ALPHABET = 'abcdđeghiklmnopqrstuvxy';
const letter = (n: number): string =>
  (n > ALPHABET.length ? letter(Math.floor((n - 1) / ALPHABET.length)) : '') + ALPHABET[(n - 1) % ALPHABET.length];

const listed = (all: readonly string[], before: string): string[] =>
  all.map((it, i) => `${before}${bare(it)}${i === all.length - 1 ? '.' : ';'}`);

/** Without the stop that the list sets itself. */
const bare = (text: string): string => text.replace(/[\s;.,]+$/, '');

/** Sections of pages: a wide table has pages of its own, and what ends the paper stands with what is before it. */
export function stretches(body: readonly Block[], wide: boolean): { wide: boolean; blocks: Block[] }[] {
  const all: { wide: boolean; blocks: Block[] }[] = [];
  for (const [i, block] of body.entries()) {
    const alone = wide || (block.is === 'table' ? block.wide : i === body.length - 1 && (all.at(-1)?.wide ?? false));
    const last = all.at(-1);
    if (last?.wide === alone) last.blocks.push(block);
    else all.push({ wide: alone, blocks: [block] });
  }
  return all.length > 0 ? all : [{ wide, blocks: [] }];
}
