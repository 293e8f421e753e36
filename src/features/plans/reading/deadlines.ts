/** Finds the words that say when something is to be done or reported, and turns them into rules. */
import type { Span } from '#ports/documents/document.ts';
import { bareNamesOfPapers } from './citations.ts';
import { PATTERNS } from './deadline_patterns.ts';
import { fold } from './fold.ts';
import type { DeadlineRule, ReportPeriod } from './reading.ts';

export interface FoundDeadline extends Span {
  rule: DeadlineRule;
}

/** `cell`: the text is a cell or a line of its own about time ("Thời gian: …"), where a bare "tháng 6" is a deadline too. */
export function deadlinesIn(text: string, cell = false): FoundDeadline[] {
  const folded = fold(text);
  if (!SOME_TIME.test(folded)) return [];
  let names: Span[] | null = null;
  const taken = new Uint8Array(folded.length);
  let found: FoundDeadline[] = [];
  for (const pattern of PATTERNS) {
    for (const m of folded.matchAll(pattern.words)) {
      const start = m.index;
      const end = start + m[0].trimEnd().length;
      if (taken.subarray(start, end).includes(1)) continue;
      names ??= bareNamesOfPapers(folded);
      if (names.some((n) => start >= n.start && end <= n.end)) continue;
      const around = {
        before: folded.slice(Math.max(0, start - 80), start),
        after: folded.slice(end, end + 60),
        cell,
        text: folded,
      };
      const rules = pattern.rules(m, around);
      if (!rules) continue;
      // Words that are no deadline of any kind are not tried again by a weaker pattern.
      taken.fill(1, start, end);
      const shares = split(folded, start, end, rules.length);
      rules.forEach((rule, i) => found.push({ ...(shares[i] ?? { start, end }), rule }));
    }
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  found = withoutClocks(joinRequests(found, folded), folded);
  found.forEach((deadline, i) => addReport(deadline, folded, found[i - 1], found[i + 1]));
  return found;
}

/** Without any of these no pattern can match. */
const SOME_TIME =
  /\d|quý|q\.|(?<![a-z])q ?[iv]|hằng|hàng|mỗi|định kỳ|thường xuyên|liên tục|suốt|yêu cầu|đột xuất|khi |trong năm|cả năm|quanh năm|tháng|theo |lần|từ nay/;

/** "trước ngày 20/6 và 15/11" is two: each gets its own words. */
function split(folded: string, start: number, end: number, parts: number): Span[] {
  if (parts < 2) return [{ start, end }];
  const cuts = [
    ...folded.slice(start, end).matchAll(/\s*(?:\([^()]*\)\s*)?(?:,|;|\svà)\s+(?=(?:trước\s+)?(?:ngày\s+|tháng\s+)?\d|quý\s)/g),
  ].slice(0, parts - 1);
  const spans: Span[] = [];
  let from = start;
  for (const cut of cuts) {
    spans.push({ start: from, end: start + cut.index });
    from = start + cut.index + cut[0].length;
  }
  const last = folded.slice(from, end).replace(/\s*\([^()]*\)$/, '');
  return [...spans, { start: from, end: from + last.length }];
}

/** "đột xuất khi có yêu cầu", "báo cáo đột xuất (theo yêu cầu nhiệm vụ)": one, not two. */
function joinRequests(found: FoundDeadline[], folded: string): FoundDeadline[] {
  const out: FoundDeadline[] = [];
  for (const deadline of found) {
    const last = out.at(-1);
    const gap = last ? folded.slice(last.end, deadline.start) : '';
    if (last?.rule.kind === 'on_request' && deadline.rule.kind === 'on_request' && gap.length < 25 && !/[.;]/.test(gap))
      last.end = deadline.end;
    else out.push(deadline);
  }
  return out;
}

/** A clock beside its date ("định kỳ hằng năm, trước ngày 15/11") is the date alone; so is the month right beside it ("hằng năm vào tháng 11"). */
function withoutClocks(found: FoundDeadline[], folded: string): FoundDeadline[] {
  const dated = (d: FoundDeadline) => ['date', 'yearly', 'monthly'].includes(d.rule.kind);
  return found.filter((clock, i) => {
    if (clock.rule.kind !== 'every') return true;
    const near = [found[i - 1], found[i + 1]].filter((d) => d && (dated(d) || d.rule.kind === 'month'));
    return !near.some((d) => {
      if (!d) return false;
      const gap = d.start > clock.start ? folded.slice(clock.end, d.start) : folded.slice(d.end, clock.start);
      const far = dated(d) ? 90 : 12;
      return gap.length < far && !/[.;,]/.test(dated(d) ? gap.replace(/\d\.\d|,/g, '') : gap);
    });
  });
}

/** Which report a day is for: said after it ("đối với báo cáo năm") or just before it ("báo cáo 6 tháng trước ngày 20/6"). */
function addReport(
  deadline: FoundDeadline,
  folded: string,
  left: FoundDeadline | undefined,
  right: FoundDeadline | undefined,
): void {
  const { rule } = deadline;
  if (!('bound' in rule) && rule.kind !== 'every') return;
  const next = right?.start ?? folded.length;
  const previous = left?.end ?? 0;
  const after =
    /^\s*(?:(?:hằng|hàng) năm\s*)?(?:,\s*)?(?:\(?\s*(?:đối với|cho|với)\s+(?:các\s+)?(?:kỳ )?báo cáo|\(\s*báo cáo)([^.;)]{0,40})/.exec(
      folded.slice(deadline.end, Math.min(next, deadline.end + 80)),
    );
  const before = /báo cáo([^.;()]{0,60})[\s(:,]*$/.exec(folded.slice(Math.max(previous, deadline.start - 90), deadline.start));
  const report = reportPeriod(after?.[1] ?? '') ?? reportPeriod(before?.[1] ?? '');
  if (report) rule.report = report;
}

function reportPeriod(words: string): ReportPeriod | null {
  if (/6 tháng|sáu tháng|bán niên|sơ kết/.test(words)) return 'half_year';
  if (/9 tháng|chín tháng/.test(words)) return 'nine_months';
  if (/quý/.test(words)) return 'quarter';
  if (/năm|tổng kết/.test(words)) return 'year';
  if (/tháng/.test(words)) return 'month';
  return null;
}
