/** What a cell itself says of the offices in it: "CT: Sở A; PH: Sở B", "Sở A, Sở B cùng chủ trì; Sở C phối hợp". */
import type { AssignmentRole } from './reading.ts';
import type { Mention } from './scan.ts';

/** For each office the role the cell's own words give it, or null. `units` in the order of the text. */
export function saidInCell(folded: string, units: Mention[]): (AssignmentRole | null)[] {
  const said: (AssignmentRole | null)[] = units.map(() => null);
  let label: AssignmentRole | null = null;
  units.forEach((unit, i) => {
    const gap = folded.slice(units[i - 1]?.end ?? 0, unit.start);
    label = LABELS.find(([pattern]) => pattern.test(gap))?.[1] ?? label;
    said[i] = label;
    const after = folded.slice(unit.end, units[i + 1]?.start ?? folded.length);
    const does = AFTER.find(([pattern]) => pattern.test(after))?.[1];
    if (!does) return;
    said[i] = does;
    // It is said of all before it that commas join; in brackets, only where another such list stands before: "Sở A (chủ trì); Sở B, C (phối hợp)".
    let from = i;
    while (from > 0 && JOINED.test(folded.slice(units[from - 1]?.end, units[from]?.start))) from--;
    if (from > 0 || !/^\s*\(/.test(after)) said.fill(does, from, i);
  });
  return said;
}

/** The words of role, each a separator, so that a name nobody knows ends before them. */
export const withoutRoleWords = (text: string): string => text.replace(ROLE_WORDS, (words) => ';'.repeat(words.length));

const WHO = '(?:(?:cơ quan|đơn vị|cq|đv)\\s+)?';
const LABELS: [RegExp, AssignmentRole][] = [
  [
    /phối hợp(?: thực hiện)?(?: với| cùng)?\s*:?\s*(?:các\s)?[-+•]?\s*$|(?<![\p{L}])(?:ph|cqph|đvph)\s*:\s*[-+•]?\s*$/u,
    'coordinate',
  ],
  [/(?:chủ trì|đầu mối)(?: thực hiện)?\s*:\s*[-+•]?\s*$|(?<![\p{L}])(?:ct|cqct|đvct)\s*:\s*[-+•]?\s*$/u, 'lead'],
  [/(?<!phối hợp )thực hiện\s*:\s*[-+•]?\s*$/u, 'perform'],
];
const AFTER: [RegExp, AssignmentRole][] = [
  [/^\s*[-(,]?\s*(?:cùng |đồng |là |làm )*(?:(?:cơ quan|đơn vị) )?(?:chủ trì|đầu mối|thường trực|ct\))/, 'lead'],
  [/^\s*[-(]?\s*(?:cùng |tham gia )*(?:(?:cơ quan|đơn vị) )?(?:phối hợp(?: thực hiện)?\s*(?=[).;,]|$)|ph\))/, 'coordinate'],
];
const JOINED = /^\s*(?:,|và|&|,\s*và)\s*(?:các\s)?$/;
const ROLE_WORDS = new RegExp(
  `(?<![\\p{L}])${WHO}(?:(?:cùng |đồng )?(?:chủ trì|đầu mối)|phối hợp|thực hiện)(?: thực hiện)?(?:\\s*:| với| cùng)?(?![\\p{L}])|(?<![\\p{L}])(?:ct|ph)\\s*:`,
  'giu',
);
