/** Faults of form against Decree 30/2020/NĐ-CP: the rules of src/ports/papers/rules, held against what was read. */
import type { Span } from '#ports/documents/document.ts';
import { marker } from '#ports/documents/markers.ts';
import type { PaperType } from '#ports/papers/paper.ts';
import { isCommittee, typeOfSymbol, type Form, type Said } from '#ports/papers/rules/form.ts';
import { remarksOn } from '#ports/papers/rules/rules.ts';
import { fold, oneLine } from './fold.ts';
import type { DocumentKind } from './kinds.ts';
import type { Located, Reading } from './reading.ts';
import type { Say } from './warnings.ts';

export function formWarnings(reading: Reading, say: Say): void {
  const { kind, symbol } = reading.document;
  // Without type and symbol it is no paper with a form; its bases can be looked at.
  const remarks = remarksOn(formOf(reading)).filter(({ id }) => kind || symbol || id === 'basis_ending');
  for (const { id, span, values } of remarks) say(id, span, values);
}

/** Types of form 1.4 and 1.5 (appendix III) by kind. */
export const TYPE_OF_KIND: Partial<Record<DocumentKind, PaperType>> = {
  plan: 'KH',
  decision: 'QĐ',
  action_programme: 'CTr',
  programme: 'CTr',
  directive: 'CT',
  guideline: 'HD',
  resolution: 'NQ',
  notice: 'TB',
  report: 'BC',
  official_letter: 'CV',
};

/** The form of a paper that was brought in, with places in its text. */
export function formOf(reading: Reading): Form {
  const { document: d, text, legal_bases } = reading;
  const said = (field: Located<unknown> | null): Said | null =>
    field && { text: text.slice(field.span.start, field.span.end), span: field.span };
  const value = (field: Located<string> | null): Said | null => field && { text: field.value, span: field.span };
  const appendices = reading.nodes
    .filter((node) => isAppendix(node.marker))
    .map(({ marker: name, text: words, span }) => ({ text: oneLine(`${name} ${words}`), span }));
  const symbol = said(d.symbol);
  return {
    party: d.form === 'party',
    type: (d.kind && TYPE_OF_KIND[d.kind.value]) ?? (d.kind || !symbol ? null : typeOfSymbol(symbol.text)),
    motto: mottoOf(text),
    issuer: value(d.issuer),
    number: value(d.number),
    symbol,
    day: said(d.issued_on),
    place: value(d.place),
    between: d.place && d.issued_on ? text.slice(d.place.span.start, d.issued_on.span.start) : null,
    title: said(d.title),
    committee: isCommittee(d.issuer?.value ?? '') || /UBND$/.test(d.symbol?.value ?? ''),
    bases: legal_bases.map((basis) => ({ text: basis.text, span: basis.span })),
    to: addressed(reading),
    end: endOf(reading),
    authority: d.signatory.authority.map((line) => ({ text: line.value, span: line.span })),
    post: value(d.signatory.post),
    name: value(d.signatory.name),
    recipients: d.recipients.map((it) => ({ text: oneLine(text.slice(it.span.start, it.span.end)), span: it.span })),
    appendices,
    names_appendix: reading.nodes.some((node) => !isAppendix(node.marker) && fold(node.text).includes('phụ lục')),
  };
}

const isAppendix = (words: string | null) => words !== null && marker(`${words} x`)?.kind === 'appendix';

/** The motto, however it is written; only the head is searched. */
function mottoOf(text: string): Said | null {
  const found = /độc\s*lập\s*[^\p{L}\n]{0,4}\s*tự\s*do\s*[^\p{L}\n]{0,4}\s*hạnh\s*phúc/iu.exec(text.slice(0, 3000));
  return found && { text: oneLine(found[0]), span: { start: found.index, end: found.index + found[0].length } };
}

function addressed({ text, document: d }: Reading): Said | null {
  const found = /(?<=^|[\n\t|])[ *]*kính gửi\s*:?[^\n]*/iu.exec(text.slice(0, 4000));
  if (!found) return null;
  const span: Span = { start: found.index, end: found.index + found[0].length };
  // The end of a letter may thank whom it addresses.
  const foot = Math.min(...d.recipients.map((it) => it.span.start));
  return span.start < foot ? { text: oneLine(found[0]), span } : null;
}

/** The last node before the foot, and what stands between both. */
function endOf({ document: d, text, nodes }: Reading): Said | null {
  const foot = Math.min(
    ...[...d.signatory.authority, d.signatory.post, d.signatory.name, ...d.recipients].flatMap((field) =>
      field ? [field.span.start] : [],
    ),
  );
  const last = nodes.filter((node) => node.span.start < foot).at(-1);
  if (!last || !Number.isFinite(foot)) return null;
  return { text: text.slice(last.span.start, foot), span: last.span };
}
