/** Joins the lines of a page or a wrapped text into the paragraphs they were broken from. Pure. */
import { citesBasis, inCapitals, motto, opensForm, standsAlone } from './forms.ts';
import { clean, type Draft } from './gather.ts';
import { marker, type Marker } from './markers.ts';

export interface Line {
  /** As `tidy` leaves it. */
  text: string;
  page: number | null;
  /** Left edge in millimetres from the text area's edge; a blank of plain text counts as two. */
  left: number;
  /** The next line's first word would not have fitted: the break after it may be the wrap's. */
  full: boolean;
  /** A blank line, or more white space than between the lines of a paragraph, stands above it. */
  apart: boolean;
  /** The break after it is meant, although the paragraph goes on (<br>). */
  hard: boolean;
  /** Points, or null. */
  size: number | null;
  bold: boolean;
  italic: boolean;
  centred: boolean;
  heading: number | null;
}

export const PLAIN_LINE: Omit<Line, 'text'> = {
  page: null,
  left: 0,
  full: false,
  apart: false,
  hard: false,
  size: null,
  bold: false,
  italic: false,
  centred: false,
  heading: null,
};

/** The lines of each paragraph, in order; every line is in exactly one. */
export function joinLines(lines: Line[]): Line[][] {
  const habits = habitsOf(lines);
  const last = new Map<string, number>();
  const paragraphs: Line[][] = [];
  let soFar = '';
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, soFar, line, habits, last)) {
      soFar = brief(soFar + textOf(paragraph.slice(-1).concat(line)).slice(paragraph.at(-1)?.text.length ?? 0));
      paragraph.push(line);
      continue;
    }
    paragraphs.push([line]);
    soFar = brief(line.text);
    const mark = marker(line.text);
    if (mark?.ordinal) last.set(mark.kind, mark.ordinal);
  }
  return paragraphs;
}

const LONG = 1200;

/** Its beginning and end are all that decides whether a paragraph goes on; a book without a full stop must not cost its length squared. */
function brief(text: string): string {
  return text.length <= LONG ? text : `${text.slice(0, 300)} … ${text.slice(-600)}`;
}

/** The paragraph's text: lines joined by a blank, or by nothing within "QĐ-|TTg" and "2023-|2025"; a meant break is "\n". */
export function textOf(paragraph: Line[]): string {
  let text = '';
  for (const [i, line] of paragraph.entries()) {
    const before = paragraph[i - 1];
    if (before) text += before.hard ? '\n' : /[\p{L}\d][-/]$/u.test(before.text) ? '' : ' ';
    text += line.text;
  }
  return text.split('\n').map(tidy).join('\n');
}

/** The paragraph as a block to come; `more` says what its lines do not know. */
export function draftOf(paragraph: Line[], more: Partial<Draft> = {}): Draft {
  const [first] = paragraph;
  return {
    text: textOf(paragraph),
    numbering: null,
    cell: null,
    look: {
      bold: paragraph.every((line) => line.bold),
      italic: paragraph.every((line) => line.italic),
      align: null,
      heading: first?.heading ?? null,
      indent: first?.left ?? null,
    },
    part: 'body',
    paragraph: null,
    page: first?.page ?? null,
    ...more,
  };
}

/** One line, clean, with every run of white space one blank. */
export function tidy(line: string): string {
  return clean(line).replace(/\s+/gu, ' ');
}

/** A sentence, or a list's item, ends here. */
export function ends(text: string): boolean {
  return /[.;:!?…][\s"'”’»)\]*_]*$/u.test(text) && !/(?:^|[\s(])(?:TP|TT|TX|P|Q|H|tr|Tr|ThS|TS|PGS|GS|BS|số|No)\.$/u.test(text);
}

/** It begins inside a sentence: with a small letter or closing punctuation, and no marker of a list. */
export function beginsWithin(text: string): boolean {
  if (/^[,;:.)\]”%](?!\.)/u.test(text)) return true;
  if (!/^["'“‘(]?\p{Ll}/u.test(text)) return false;
  const mark = marker(text);
  return mark === null || isWord(mark);
}

/** "(đã ký)": a line in brackets that stands for itself. */
function isRemark(text: string): boolean {
  return /^\([^()]*\)$/u.test(text);
}

interface Habits {
  /** Items of lists end with a full stop or semicolon in this text, so that a "marker" inside a sentence stands out. */
  punctual: boolean;
  /** "Cơ quan chủ trì: …" begins a line of its own in this text, and does not run on in the paragraph. */
  labels: boolean;
}

const LABEL = /^(?:Cơ quan|Đơn vị|Thời gian|Thời hạn|Kinh phí|Sản phẩm|Địa điểm|Người)(?:\s\p{Ll}+,?){0,5}\s*:/u;

function habitsOf(lines: Line[]): Habits {
  let marked = 0;
  let ended = 0;
  let labels = false;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    labels ||= before !== undefined && !before.full && LABEL.test(line.text);
    if (!before || !/^[-–+•]/u.test(before.text) || !marker(line.text)) continue;
    marked++;
    if (ends(before.text)) ended++;
  }
  return { punctual: marked >= 2 && ended / marked >= 0.75, labels };
}

function goesOn(paragraph: Line[], soFar: string, next: Line, habits: Habits, last: Map<string, number>): boolean {
  const prev = paragraph.at(-1);
  if (!prev) return false;
  if (motto(soFar) === 'begun' && motto(`${soFar} ${next.text}`)) return true;
  if (opensForm(next.text) || standsAlone(prev.text)) return false;
  if (isAllMarker(soFar)) return isLoneMarker(soFar) && next.heading === prev.heading && !marker(next.text);
  if (prev.heading !== next.heading || (next.heading !== null && next.apart) || differs(prev.size, next.size)) return false;
  if (prev.hard && !marker(next.text)) return !(inCapitals(prev.text) && inCapitals(next.text));

  const wrapped = prev.full && !next.apart;
  const open = breaksOff(soFar);
  if (beginsWithin(next.text) && !(next.apart && isRemark(next.text)))
    return ends(prev.text) ? wrapped && fits(paragraph, next) : runsOn(soFar, wrapped || next.apart);
  const mark = marker(next.text);
  if (mark && isReal(mark, next.text, { soFar, wrapped, open, habits, last })) return false;
  if (open) return true;
  if (citesBasis(next.text) || next.apart || prev.bold !== next.bold || turnsCapital(soFar, next.text)) return false;
  if (!ends(prev.text)) {
    // Lines of a letterhead are short and in capitals: each names an office of its own.
    const names = inCapitals(soFar) && marker(soFar) === null && soFar.length < 40 && !LINKS.test(next.text);
    if (names || (prev.centred && next.centred) || (inCapitals(soFar) && LINKS.test(next.text))) return !names;
    return wrapped && (paragraph.length === 1 || fits(paragraph, next));
  }
  if (prev.centred !== next.centred || CLOSES.test(prev.text) || (habits.labels && LABEL.test(next.text))) return false;
  const alike = paragraph.length === 1 && next.left > 3 && Math.abs(next.left - prev.left) < 1;
  return wrapped && fits(paragraph, next) && !alike;
}

/** An unfinished sentence before a small letter: only a short numbered heading is not continued by it, unless the break is the wrap's. */
function runsOn(soFar: string, broken: boolean): boolean {
  return broken || marker(soFar) === null || soFar.length > 80;
}

/** From a line in capitals to one that is not, or back: a heading has ended or begun. */
function turnsCapital(soFar: string, next: string): boolean {
  const capitals = inCapitals(soFar);
  return /\p{L}/u.test(next) && capitals !== inCapitals(next) && (capitals || next.split(' ').length > 3);
}

const LINKS = /^(?:VÀ|CỦA|VỀ|VỚI|CHO|TẠI|TRÊN|THUỘC)\s/u;

/** What follows these opens a paragraph of its own. */
const CLOSES = /\.\/\.$|(?:như sau|sau đây|sau|gồm|là)\s*:$/iu;

function isAllMarker(text: string): boolean {
  return marker(text)?.length === text.length;
}

/** "1." or "-" left alone by a converter: what follows is its paragraph. "Chương I" has a line of its own by the decree. */
function isLoneMarker(text: string): boolean {
  return isAllMarker(text) && !['part', 'chapter', 'section', 'appendix'].includes(marker(text)?.kind ?? '');
}

interface Before {
  soFar: string;
  wrapped: boolean;
  open: boolean;
  habits: Habits;
  last: Map<string, number>;
}

/** False for what only looks like a marker because the wrap fell before it: "Sở Văn hóa | - Thể thao", "tháng | 12. Sau đó". */
function isReal(mark: Marker, text: string, { soFar, wrapped, open, habits, last }: Before): boolean {
  if (ends(soFar)) return true;
  if (CITES.test(soFar) && mark.kind !== 'dash' && mark.kind !== 'plus' && mark.kind !== 'bullet') return false;
  if (!wrapped) return !(mark.kind === 'dash' && /^.\s*\p{Ll}/u.test(text) && soFar.length > 60 && NAME_BEFORE_DASH.test(soFar));
  if (open) return false;
  if (mark.kind === 'dash') {
    const item = marker(soFar)?.kind === 'dash';
    const name = NAME_BEFORE_DASH.test(soFar) || (PROPER_NAME.test(soFar) && (habits.punctual || !item));
    return !name && !(habits.punctual && /^.\s*\p{Ll}/u.test(text));
  }
  if (mark.kind === 'plus' || mark.kind === 'bullet') return true;
  if (isWord(mark))
    return text.length <= mark.length + 1 || (mark.kind === 'article' && /[.:]\s*$/u.test(text.slice(0, mark.length)));
  const due = (last.get(mark.kind) ?? 0) + 1;
  return !habits.punctual || mark.ordinal === 1 || mark.ordinal === due || mark.path.length > 1;
}

const CITES =
  /(?:^|[\s(/])(?:số|Điều|điều|Khoản|khoản|Điểm|điểm|Mục|mục|Phần|phần|Chương|chương|Phụ lục|phụ lục|Quý|quý|tháng|năm|ngày|giai đoạn|Giai đoạn|thứ|lần|từ|đến|trước|sau|Kế hoạch|Chỉ thị|Nghị quyết|Quyết định|Công văn)$/u;
/** "Sở Văn hóa", "kinh tế", "Phát thanh": words that a dash with blanks ties to others in names (TCVN: "kinh tế - xã hội"). */
const NAME_BEFORE_DASH =
  /(?:[Vv]ăn (?:hóa|hoá|nghệ)|[Tt]hể thao|[Pp]hát thanh|[Tt]ruyền (?:thanh|hình)|[Ll]ao động|[Kk]inh tế|[Qq]uốc phòng|[Cc]hính trị|[Tt]ài chính|[Kk]ế hoạch|[Tt]hông tin|[Tt]ổ chức|Độc lập|Tự do|[Kk]hoa học|[Kk]ỹ thuật|[Hh]ành chính|[Dd]ân số|[Nn]ội vụ|[Cc]ông an|[Qq]uân sự|[Vv]iệt Nam|[Xx]ã hội|[Cc]ông nghiệp|[Dd]ịch vụ|[Tt]hương binh|[Hh]ội đồng nhân dân)$/u;
/** "Đồng Đăng", after which "- Lạng Sơn" may follow. */
const PROPER_NAME = /[\p{Ll},;:(]\s\p{Lu}\p{Ll}*\s\p{Lu}\p{Ll}*$/u;
const WORDS = new Set(['part', 'chapter', 'section', 'article', 'appendix', 'step']);

function isWord(mark: Marker): boolean {
  return WORDS.has(mark.kind);
}

/** Ends on a word that needs another, on a dash, or inside brackets: the sentence must go on. */
export function breaksOff(text: string): boolean {
  if (/(?:[\p{L}\d][-/]|\s[-–]|[(“])$/u.test(text)) return true;
  if (DANGLING.test(inCapitals(text) ? text.toLowerCase() : text)) return true;
  const inside = text.replace(/(?:^|[.;:]\s)[\p{L}\d]{1,2}\)/gu, ' ');
  return !/[.;:]$/u.test(text) && text.length < 900 && count(inside, '(') > count(inside, ')');
}

const DANGLING =
  /(?:^|[\s(])(?:và|của|các|với|(?<!trực |phụ )thuộc|(?<!hiện )tại|cho|(?<!kèm |tiếp )theo|(?<!tự )do|những|hoặc|bởi|để|nhằm|là|mà|như|khi|nếu|sẽ|đã|đang|giữa|từ|đến|trong)$/u;

/** The line stands where the paragraph's further lines stand; a first line may be indented more, or less than what hangs. */
function fits(paragraph: Line[], next: Line): boolean {
  const prev = paragraph.at(-1);
  if (!prev) return false;
  if (paragraph.length > 1) return Math.abs(next.left - prev.left) <= 3;
  return next.left <= prev.left + 3 || (marker(prev.text) !== null && next.left <= prev.left + 15);
}

function differs(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) > 0.12 * Math.max(a, b);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
