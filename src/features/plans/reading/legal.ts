/** Legal bases: the lines of the opening that name what the paper rests on (Decree 30/2020/NĐ-CP, appendix I, part I, II.6.a). */
import { marker } from '#ports/documents/markers.ts';
import { citations, KIND_WORDS } from './citations.ts';
import { fold, oneLine } from './fold.ts';
import type { Line } from './lines.ts';
import type { LegalBasis } from './reading.ts';

/** `strict`: only "Căn cứ …" and requests, where "Thực hiện Quyết định …" may be a title. */
export function isBasis(line: Pick<Line, 'folded' | 'text'>, strict: boolean): boolean {
  const text = line.folded.replace(/^[-+•*]\s*/, '');
  if (BASIS.test(text)) return true;
  return !strict && CARRIES_OUT.test(text);
}

const BASIS =
  /^(?:căn cứ(?! (?:vào )?(?:kế hoạch này|chức năng|nội dung kế hoạch|chỉ thị này))(?=\s|:\s*\S)|(?:theo|xét|trên cơ sở)\s+(?:đề nghị|tờ trình|công văn|ý kiến|văn bản|báo cáo|thông báo|nội dung đề nghị|hướng dẫn|kế hoạch|kết luận|biên bản|đơn)|xét\s)/;
const CARRIES_OUT = new RegExp(
  `^(?:(?:triển khai )?(?:thực hiện|thi hành)|triển khai|tiếp tục thực hiện|tiếp theo|để (?:triển khai )?thực hiện|trên cơ sở|theo tinh thần|chấp hành|phúc đáp|thực hiện (?:chỉ đạo|ý kiến chỉ đạo|ý kiến)[^,;]{0,60})\\s+(?:${KIND_WORDS}|nội dung|chỉ đạo|ý kiến)(?![\\p{L}])`,
  'u',
);

/**
 * The bases among the lines of the opening, from `from` to before `to`; a base wrapped over several paragraphs is one.
 * Returns each with the indexes of its lines.
 */
export function legalBases(lines: Line[], from: number, to: number): { basis: LegalBasis; lines: number[] }[] {
  const found: { basis: LegalBasis; lines: number[] }[] = [];
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line || INTRO.test(line.folded) || LISTED.test(line.folded) || !(isBasis(line, false) || isListed(lines, from, i)))
      continue;
    const own = [i];
    while (i + 1 < to && continues(lines[i], lines[i + 1])) own.push(++i);
    const last = lines[own.at(-1) ?? i];
    if (last) found.push({ basis: basisOf(own.map((n) => lines[n]?.text ?? '').join(' '), line.start, last.end), lines: own });
  }
  return found;
}

/** A heading such as "CĂN CỨ" or "Căn cứ pháp lý:". */
const INTRO = /^căn cứ(?: pháp lý| xây dựng kế hoạch| ban hành)?\s*:?$/;
const LISTED = /^căn cứ(?: pháp lý| vào)?(?: các)?(?: văn bản)?(?: sau(?: đây)?)?\s*:$/;

/** "- Luật Biên giới quốc gia;" in the list below "Căn cứ:". */
export function isListed(lines: Line[], from: number, at: number): boolean {
  let i = at;
  while (i > from && PAPER.test(lines[i]?.folded ?? '')) i--;
  return i < at && LISTED.test(lines[i]?.folded ?? '');
}

const PAPER = new RegExp(`^[-+•*]\\s*(?:${KIND_WORDS}|tờ trình|đề nghị)(?![\\p{L}])`, 'u');

function continues(line: Line | undefined, next: Line | undefined): boolean {
  if (!line || !next || isBasis(next, false) || next.label || marker(next.text)) return false;
  if (next.block === line.block) return !/[;.,:]$/.test(line.text);
  if (/[;.:]$/.test(line.text)) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  return (
    !/,$/.test(line.text) &&
    /\s(?:và|của|thuộc|về|trên|trong|cho|theo|với|tại|từ|đến|các|số|thực hiện|phê duyệt|ban hành)$/.test(line.folded)
  );
}

function basisOf(written: string, start: number, end: number): LegalBasis {
  const text = oneLine(written);
  const folded = fold(text);
  const [first] = citations(text, folded);
  const law = /(?<![\p{L}])(bộ luật|luật|pháp lệnh|hiến pháp)\s+(?!số)/u.exec(folded);
  if (law && (!first || law.index < first.start)) {
    const kind = text.slice(law.index, law.index + (law[1]?.length ?? 0));
    const title =
      /^[^;,.]*?(?=\s+(?:ngày|năm|số)\s|\s+và\s+(?:nghị|luật)|[;,.]|$)/u.exec(folded.slice(law.index))?.[0].length ?? 0;
    return {
      kind,
      number: null,
      issued_on: null,
      issuer: null,
      title: text.slice(law.index, law.index + title) || null,
      text,
      span: { start, end },
    };
  }
  return {
    kind: first?.kind ?? namedKind(text, folded),
    number: first?.number ?? null,
    issued_on: first?.issued_on ?? null,
    issuer: first?.issuer ?? null,
    title: first?.title ?? null,
    text,
    span: { start, end },
  };
}

/** A document named without number or day: "Thực hiện Kế hoạch công tác năm 2024 của Tỉnh ủy". */
function namedKind(text: string, folded: string): string | null {
  const m = new RegExp(
    `^(?:[-+•*]\\s*)?(?:căn cứ|thực hiện|triển khai|triển khai thực hiện|theo|xét|tiếp theo)\\s+(${KIND_WORDS})(?![\\p{L}])`,
    'u',
  ).exec(folded);
  if (!m) return null;
  const at = m[0].length - (m[1]?.length ?? 0);
  return text.slice(at, at + (m[1]?.length ?? 0));
}
