/** What a verification found, in the reader's words: a line for each finding, for the command line and the page alike. */
import { dayOf } from '#core/dates.ts';
import { day, t, type Language, type Values } from '#core/text.ts';
import type { Anchored, Finding, Traced, Verified } from './verify.server.ts';

export function findingIn(language: Language, finding: Finding): string {
  return t(language, `finding.${finding.kind}`, valuesOf(language, finding));
}

/** "bản sao lưu ngày 23/11/2026, /backup/1" */
export function anchorIn(language: Language, { kind, place, at }: Pick<Anchored, 'kind' | 'place' | 'at'>): string {
  if (!at) return t(language, 'anchor.hand');
  return t(language, 'chain.anchored', { what: t(language, `anchor.${kind as 'paper'}`), day: day(dayOf(new Date(at))), place });
}

/** The outcome, then what was found. */
export function verifiedIn(language: Language, { whole, links, waiting, anchor, findings, more }: Verified): string[] {
  return [
    t(language, whole ? 'chain.whole' : 'chain.broken', { n: links }),
    t(language, 'chain.waiting', { n: waiting }),
    anchor
      ? t(language, 'chain.last_anchor', { position: anchor.position, anchor: anchorIn(language, anchor) })
      : t(language, 'chain.no_anchor'),
    ...findings.map((finding) => `✕ ${findingIn(language, finding)}`),
    ...(more ? [t(language, 'chain.more')] : []),
  ];
}

function valuesOf(language: Language, finding: Finding): Values {
  const own = Object.entries(finding).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  const values = Object.fromEntries(own) as Values;
  if ('event' in finding) Object.assign(values, tracedValues(finding.event));
  if ('anchor' in finding)
    Object.assign(values, { anchor: anchorIn(language, finding.anchor), position: finding.anchor.position });
  if (finding.kind === 'removed') values['where'] = whereRemoved(language, finding.position);
  return values;
}

function whereRemoved(language: Language, position: number | null): string {
  return position === null ? t(language, 'chain.before_link') : t(language, 'chain.at_link', { n: position });
}

function tracedValues({ id, at, command, subject_kind, subject_id }: Traced): Values {
  return { id, day: day(dayOf(new Date(at))), command, subject: `${subject_kind} ${subject_id}` };
}
