/** Days that do not exist, contradict each other or come before their data close. */
import { vietnameseDay } from './check_bases.ts';
import { isDayOfYear, isoDay } from './dates.ts';
import { fold } from './fold.ts';
import type { Deadline, Reading } from './reading.ts';
import type { Say } from './warnings.ts';

export function dateWarnings(reading: Reading, say: Say): void {
  const issued = reading.document.issued_on?.value ?? null;
  const to = reading.document.period?.value.to ?? null;
  for (const deadline of reading.deadlines) {
    const last = lastDay(deadline);
    if (last && issued && last < issued) say('deadline_before_issue', deadline.span, { text: deadline.text });
    const first =
      deadline.rule.kind === 'range' ? deadline.rule.from : deadline.rule.kind === 'year' ? `${deadline.rule.year}-01-01` : last;
    // A plan is reported on in the months after its period.
    if (first && to && first > `${Number(to.slice(0, 4)) + 1}-03-31`)
      say('deadline_after_period', deadline.span, { text: deadline.text, to: vietnameseDay(to) });
    beforeCutoff(deadline, say);
  }
  impossibleDays(reading, say);
  weekdays(reading, say);
}

function lastDay({ rule }: Deadline): string | null {
  if (rule.kind === 'date') return rule.date;
  if (rule.kind === 'range') return rule.to;
  return rule.kind === 'year' ? `${rule.year}-12-31` : null;
}

/** Data of the first half close on 14/6, of the year on 14/12 (Decree 09/2019/NĐ-CP, art. 12). */
function beforeCutoff(deadline: Deadline, say: Say): void {
  const { rule } = deadline;
  if (rule.kind !== 'yearly' && rule.kind !== 'date') return;
  const [month, day] =
    rule.kind === 'yearly' ? [rule.month, rule.day] : [Number(rule.date.slice(5, 7)), Number(rule.date.slice(8))];
  const on = month * 100 + day;
  if (rule.report === 'year' && on <= 1214 && on > 614)
    say('report_before_cutoff', deadline.span, { text: deadline.text, cutoff: '14/12' });
  if (rule.report === 'half_year' && on <= 614)
    say('report_before_cutoff', deadline.span, { text: deadline.text, cutoff: '14/6' });
}

function impossibleDays(reading: Reading, say: Say): void {
  for (const m of fold(reading.text).matchAll(
    /ngày\s+(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})(?:(?:\s?[/.-]\s?|,?\s+năm\s+)(\d{4}))?(?!\d)/g,
  )) {
    const [day, month, year] = [Number(m[1]), Number(m[2]), m[3] ? Number(m[3]) : null];
    const exists = year === null ? isDayOfYear(month, day) : isoDay(year, month, day) !== null;
    if (!exists) say('day_impossible', { start: m.index, end: m.index + m[0].length }, { day: m[0].replace(/^ngày\s+/, '') });
  }
}

const WEEKDAYS = ['chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];

function weekdays(reading: Reading, say: Say): void {
  const pattern =
    /(chủ nhật|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]))\s*[,(]?\s*ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/g;
  for (const m of fold(reading.text).matchAll(pattern)) {
    const iso = isoDay(Number(m[4]), Number(m[3]), Number(m[2]));
    if (!iso) continue;
    const said = /\d$/.test(m[1] ?? '') ? Number((m[1] ?? '').slice(-1)) - 1 : WEEKDAYS.indexOf(m[1] ?? '');
    if (new Date(iso).getUTCDay() !== said)
      say('weekday_wrong', { start: m.index, end: m.index + m[0].length }, { day: vietnameseDay(iso), weekday: m[1] ?? '' });
  }
}
