/** Legal bases that have been replaced, cannot be, or are written against the rule. */
import { citations } from './citations.ts';
import { fold } from './fold.ts';
import { KNOWN_BASES } from './legal_bases_known.ts';
import type { Reading } from './reading.ts';
import type { Say } from './warnings.ts';

export function basisWarnings(reading: Reading, say: Say): void {
  const issued = issueDay(reading);
  for (const basis of reading.legal_bases) {
    for (const known of KNOWN_BASES) {
      const at = basis.text.indexOf(known.number);
      if (at < 0 || /\d/.test(basis.text[at - 1] ?? '')) continue;
      const values = { number: known.number, by: known.by ?? '', since: vietnameseDay(known.since) };
      const code =
        known.change === 'amended'
          ? 'basis_amended'
          : issued && known.since <= issued
            ? 'basis_replaced'
            : 'basis_replaced_since';
      say(code, basis.span, values, known.source);
    }
    if (basis.number && basis.issued_on) {
      const year = /\/(\d{4})\//.exec(basis.number)?.[1];
      if (year && year !== basis.issued_on.slice(0, 4))
        say('basis_year', basis.span, { number: basis.number, year, written: basis.issued_on.slice(0, 4) });
      const exact = reading.document.issued_on?.value;
      if (exact && basis.issued_on > exact)
        say('basis_after_issue', basis.span, { number: basis.number, day: vietnameseDay(basis.issued_on) });
    }
  }
  repeatedCitations(reading, say);
}

/** Day of issue, or the first day of the year the blank day line or the period names. */
function issueDay({ document: d, text }: Reading): string | null {
  if (d.issued_on) return d.issued_on.value;
  const year =
    d.formal.map((s) => /năm\s*(20\d\d)/.exec(text.slice(s.start, s.end))?.[1]).find(Boolean) ?? d.period?.value.from.slice(0, 4);
  return year ? `${year}-01-01` : null;
}

/** From the second time on only type and number are given. */
function repeatedCitations(reading: Reading, say: Say): void {
  const folded = fold(reading.text);
  const seen = new Set<string>();
  for (const cited of citations(reading.text, folded)) {
    if (!cited.number || !/\d/.test(cited.number)) continue;
    const own = reading.document.formal.some((s) => cited.start >= s.start && cited.end <= s.end);
    if (own) continue;
    if (seen.has(cited.number) && cited.issued_on)
      say('citation_repeated', { start: cited.start, end: cited.end }, { number: `${cited.kind} số ${cited.number}` });
    seen.add(cited.number);
  }
}

export const vietnameseDay = (iso: string): string => iso.split('-').reverse().join('/');
