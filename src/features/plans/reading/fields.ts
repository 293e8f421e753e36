/** The fields of a document as a whole: none read yet, their spans, and the claim that keeps those spans apart. */
import type { Span } from '#ports/documents/document.ts';
import type { Claims } from './coverage.ts';
import type { DocumentFields, Located } from './reading.ts';

export function emptyFields(): DocumentFields {
  return {
    kind: null,
    form: 'state',
    number: null,
    symbol: null,
    issued_on: null,
    place: null,
    issuer: null,
    parent_issuer: null,
    title: null,
    period: null,
    signatory: { authority: [], post: null, name: null },
    recipients: [],
    formal: [],
  };
}

/** Every span of the fields, those of the form included; the period's may lie inside another and is left out. */
export function fieldSpans(fields: DocumentFields): Span[] {
  const { kind, number, symbol, issued_on, place, issuer, parent_issuer, title, signatory, recipients, formal } = fields;
  const located = [
    kind,
    number,
    symbol,
    issued_on,
    place,
    issuer,
    parent_issuer,
    title,
    ...signatory.authority,
    signatory.post,
    signatory.name,
    ...recipients,
  ];
  return [...located.flatMap((f) => (f ? [f.span] : [])), ...formal];
}

/** Takes the fields' characters. A field that would lie on another is given up; of the form's parts what is free is kept. */
export function claimFields(fields: DocumentFields, owned: Claims): DocumentFields {
  const kept = <T>(field: Located<T> | null): Located<T> | null => (field && owned.take(field.span) ? field : null);
  const all = <T>(list: Located<T>[]): Located<T>[] => list.flatMap((field) => kept(field) ?? []);
  const { signatory } = fields;
  return {
    ...fields,
    kind: kept(fields.kind),
    number: kept(fields.number),
    symbol: kept(fields.symbol),
    issued_on: kept(fields.issued_on),
    place: kept(fields.place),
    issuer: kept(fields.issuer),
    parent_issuer: kept(fields.parent_issuer),
    title: kept(fields.title),
    signatory: { authority: all(signatory.authority), post: kept(signatory.post), name: kept(signatory.name) },
    recipients: all(fields.recipients),
    formal: fields.formal.flatMap((span) => owned.free(span.start, span.end)).filter((span) => owned.take(span)),
  };
}
