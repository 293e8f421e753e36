/** Faults of form against Decree 30/2020/NĐ-CP, appendix I. The Party's own form is judged only where both agree. */
import { fold } from './fold.ts';
import type { DocumentKind } from './kinds.ts';
import type { Reading } from './reading.ts';
import type { Say } from './warnings.ts';

export function formWarnings(reading: Reading, say: Say): void {
  const { document: d, text } = reading;
  if (!d.kind && !d.symbol) return;
  const at = d.symbol?.span ?? d.kind?.span ?? null;
  if (!d.number) say('number_blank', at);
  else if (/^[1-9]$/.test(d.number.value)) say('number_not_padded', d.number.span, { number: d.number.value });
  if (!d.issued_on) say('date_blank', d.place?.span ?? at);
  else {
    const written = text.slice(d.issued_on.span.start, d.issued_on.span.end);
    if (/ngày\s+[1-9]\s+tháng|tháng\s+[12]\s+năm/.test(fold(written)))
      say('date_not_padded', d.issued_on.span, { text: written });
  }
  checkSymbol(reading, say);
  checkSigner(reading, say);
  checkRecipients(reading, say);
  checkEnd(reading, say);
}

/** Abbreviations of types (appendix III). An official letter's symbol begins with its office. */
const ABBREVIATIONS: Partial<Record<DocumentKind, string>> = {
  plan: 'KH',
  decision: 'QĐ',
  action_programme: 'CTr',
  programme: 'CTr',
  directive: 'CT',
  guideline: 'HD',
  resolution: 'NQ',
  notice: 'TB',
  report: 'BC',
};

function checkSymbol({ document: d, text }: Reading, say: Say): void {
  if (!d.symbol || d.form === 'party') return;
  const expected = d.kind ? ABBREVIATIONS[d.kind.value] : undefined;
  const written = text.slice(d.symbol.span.start, d.symbol.span.end);
  const shaped = /^(?:\d{4}\/)?[\p{Lu}][\p{L}\d&]*(?:-[\p{L}\d&]+)+$/u.test(written);
  const begins =
    !expected ||
    written
      .replace(/^\d{4}\//, '')
      .toUpperCase()
      .startsWith(`${expected.toUpperCase()}-`);
  if (!shaped || !begins) say('symbol_form', d.symbol.span, { symbol: written, expected: expected ?? '…' });
}

function checkSigner({ document: d }: Reading, say: Say): void {
  const { authority, post, name } = d.signatory;
  if (!name || (!post && !authority.length)) say('signer_missing', name?.span ?? post?.span ?? null);
  for (const line of authority) {
    const glued = /^(TM|KT|TL|TUQ|Q)\.(?=\S)/.exec(line.value);
    if (glued) say('authority_no_blank', line.span, { text: line.value, expected: line.value.replace(/\./, '. ') });
  }
  const [first] = authority;
  const committee = /ủy ban nhân dân|ubnd/.test(fold(d.issuer?.value ?? '')) || /UBND$/.test(d.symbol?.value ?? '');
  if (first && committee && d.kind?.value !== 'directive' && /^KT\.?\s*CHỦ TỊCH$/u.test(first.value))
    say('authority_collective_missing', first.span, { text: first.value });
}

function checkRecipients({ document: d }: Reading, say: Say): void {
  const archive = d.recipients.find((r) => /^lưu(?![\p{L}])/iu.test(r.value));
  if (archive && !/^lưu\s*:/i.test(archive.value)) say('archive_colon', archive.span, { text: archive.value });
  if (!archive && d.recipients.length) say('archive_missing', d.recipients.at(-1)?.span ?? null);
}

function checkEnd(reading: Reading, say: Say): void {
  const { document: d, text } = reading;
  const foot = Math.min(
    ...[...d.signatory.authority, d.signatory.post, d.signatory.name, ...d.recipients].flatMap((f) => (f ? [f.span.start] : [])),
  );
  const last = reading.nodes.filter((n) => n.span.start < foot).at(-1);
  if (!last || !Number.isFinite(foot)) return;
  const tail = text.slice(last.span.start, foot);
  if (!/\.\s?\/\s?\./.test(tail)) say('end_mark', { start: Math.max(last.span.start, last.span.end - 1), end: last.span.end });
}
