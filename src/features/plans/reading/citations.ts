/** Where a text cites documents, so that their dates and years are not taken for deadlines. */
import type { Span } from '#ports/documents/document.ts';

export interface Citation extends Span {
  /** "Nghị định" as written with a capital. */
  kind: string;
  number: string | null;
  issued_on: string | null;
  issuer: string | null;
  title: string | null;
}

const KINDS =
  'nghị định|nghị quyết liên tịch|nghị quyết|quyết định|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|công văn|công điện|luật|bộ luật|pháp lệnh|hiến pháp|chương trình hành động|chương trình phối hợp|chương trình|hướng dẫn|kết luận|thông báo|tờ trình|văn bản|đề án|báo cáo|quy định|quy chế|lệnh|thông tri|hiệp định|chiến lược|dự án|phương án|quy chế phối hợp|biên bản';
export const KIND_WORDS = KINDS.split('|')
  .sort((a, b) => b.length - a.length)
  .join('|');

const NUMBER =
  '(?:số\\s*:?\\s*)?([\\d.…]{0,6}\\s?[/-]\\s?(?:\\d{4}\\s?/\\s?)?[a-zđ][\\p{L}\\d&-]*(?:[/-][\\p{L}\\d&-]+)*|\\d{1,5}(?=\\s+ngày))';
const DAY =
  '(?:ngày\\s+)?(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})|ngày\\s+(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s+năm|/|,)?\\s*(\\d{4})';
const CITED = new RegExp(
  `(?<![\\p{L}])(${KIND_WORDS})\\s+(?:liên tịch\\s+|(?:(?!\\s(?:${KIND_WORDS})\\s)[\\p{L} ,-]){1,60}?\\s(?=số\\s))?${NUMBER}(?:\\s*,?\\s*(?:${DAY}))?`,
  'gu',
);
const DATED = new RegExp(`(?<![\\p{L}])(${KIND_WORDS})\\s+(?:${DAY})`, 'gu');

/** Documents cited by number or by day, in order; `folded` has the places of the text. */
export function citations(text: string, folded: string): Citation[] {
  const found: Citation[] = [];
  for (const m of folded.matchAll(CITED)) {
    const day = isoFrom(m.slice(3));
    found.push(cite(text, folded, m.index, m.index + m[0].length, m[1] ?? '', (m[2] ?? '').replace(/\s/g, ''), day));
  }
  for (const m of folded.matchAll(DATED)) {
    if (found.some((f) => m.index >= f.start && m.index < f.end)) continue;
    found.push(cite(text, folded, m.index, m.index + m[0].length, m[1] ?? '', '', isoFrom(m.slice(2))));
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Names and dates that belong to papers and programmes, and so are no deadlines: "Quyết định số 1191/QĐ-TTg ngày 05/8/2020",
 * "Chương trình mục tiêu quốc gia … giai đoạn 2021-2030", "Kế hoạch … năm 2024".
 */
export function bareNamesOfPapers(folded: string): Span[] {
  const spans: Span[] = [];
  for (const [needs, pattern] of NAMES) {
    if (!needs.test(folded)) continue;
    for (const m of folded.matchAll(pattern)) spans.push({ start: m.index, end: m.index + m[0].length });
  }
  return spans;
}

const CITES = /số|\d\s?[/-]\s?[a-zđ]/;
const YEAR = /\d{4}/;

/** A phase or year within the clause that names a programme, as long as no verb of doing stands between. */
const PHASE_OF_PROGRAMME =
  /(?<![\p{L}])(?:chương trình|đề án|dự án|chiến lược|kế hoạch|nghị quyết|tiểu dự án|phong trào|cuộc vận động|quy hoạch)(?![\p{L}])(?:(?!hoàn thành|xong|trước ngày|thời gian|thời hạn)[^.;:()]){0,260}?(?:giai đoạn|đến năm|tầm nhìn|từ năm|năm học)\s*(?:\d{4}(?:\s*-\s*\d{4})?)(?:\s*đến (?:năm )?\d{4})?(?:\s*,?\s*(?:giai đoạn i{1,3}[:,]?\s*(?:từ năm )?\d{4}\s*(?:-|đến năm)\s*\d{4}|(?:tầm nhìn|định hướng)(?: đến)? năm \d{4}))?/gu;
const SIGNED = /(?:ban hành|ký|phê duyệt|thông qua)\s+ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/gu;
/** "Pháp luật" is no paper, and what is to be done before a day is not that day's law. */
const LAW_OF_YEAR =
  /(?<![\p{L}])(?:bộ luật|(?<!pháp )luật|pháp lệnh|hiến pháp)(?:(?!\s(?:trước|đến|từ|trong|vào|xong|hoàn thành|chậm nhất)\s)[^.;:,()]){0,60}?(?:năm|ngày \d{1,2}(?:\/| tháng )\d{1,2}(?:\/| năm))\s?\d{4}/gu;
const YEAR_OF_PAPER =
  /(?<![\p{L}])(?:kế hoạch|dự toán ngân sách|kết quả|chỉ số|báo cáo|số liệu|bộ tiêu chí)(?: này)?[^.;:,()]{0,24}? năm \d{4}/gu;

/** A slogan or a name in quotation marks: “Mỗi tuần năm câu tiếng dân tộc”. */
const QUOTE = /[“"]/;
const QUOTED = /“[^”\n]{3,120}”|"[^"\n]{3,120}"/gu;

const NAMES: [RegExp, RegExp][] = [
  [CITES, CITED],
  [YEAR, DATED],
  [YEAR, PHASE_OF_PROGRAMME],
  [YEAR, SIGNED],
  [YEAR, LAW_OF_YEAR],
  [YEAR, YEAR_OF_PAPER],
  [QUOTE, QUOTED],
];

function cite(
  text: string,
  folded: string,
  start: number,
  end: number,
  kind: string,
  number: string,
  issued_on: string | null,
): Citation {
  const written = text.slice(start, start + kind.length);
  const by =
    /^\s*,?\s*của\s+((?:(?!\svề\s|\sphê duyệt|\sban hành|\squy định|\shướng dẫn|\striển khai|\stại\s|\sthực hiện|\stổ chức|\stăng cường)[^;.,()])+)(?:,?\s*(.*))?/u.exec(
      folded.slice(end, end + 600),
    );
  const issuerStart = by ? end + by[0].indexOf(by[1] ?? '') : end;
  const issuer = by?.[1] ? text.slice(issuerStart, issuerStart + by[1].length).trim() : null;
  const after = text.slice(issuer ? issuerStart + (by?.[1]?.length ?? 0) : end, end + 800);
  const title = /^\s*,?\s*(?:về việc|về|V\/v)?\s*([^;()]{8,}?)(?:\s*\(|[;,.]?\s*$|;)/u.exec(after)?.[1]?.trim() ?? null;
  const at = number ? folded.slice(start, end).search(/[\d.…]*\s?[/-]\s?[\d\p{L}]/u) : -1;
  const numberText =
    number && at >= 0
      ? text
          .slice(start + at, end)
          .replace(/\s*,?\s*(?:ngày)?\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}$|\s*,?\s*ngày\s.*$/iu, '')
          .replace(/\s/g, '')
      : number || null;
  return {
    start,
    end,
    kind: `${(written[0] ?? '').toUpperCase()}${written.slice(1)}`,
    number: numberText,
    issued_on,
    issuer,
    title,
  };
}

function isoFrom(parts: (string | undefined)[]): string | null {
  const [d, m, y] = parts[0] ? parts : parts.slice(3);
  return d && m && y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : null;
}
