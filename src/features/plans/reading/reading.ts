/** The contract of `plan.read`: what a plan document says, every statement with its place in the text (clause C-0). */
import type { Format, LeftOut, Span } from '#ports/documents/document.ts';
import type { DocumentKind } from './kinds.ts';

export interface Reading {
  format: Format;
  /** The normalised text (NFC) that all spans refer to. */
  text: string;
  document: DocumentFields;
  legal_bases: LegalBasis[];
  /** In text order. Their spans are disjoint: a parent's does not include its children's. */
  nodes: Node[];
  assignments: Assignment[];
  /** Ids of the nodes that oblige someone. */
  tasks: string[];
  deadlines: Deadline[];
  warnings: Warning[];
  /** Share of the text's non-blank characters that lie in exactly one span of fields, legal bases, nodes or signature block: always 1. */
  coverage: number;
  left_out: LeftOut[];
}

export interface Located<T> {
  value: T;
  span: Span;
}

/** Fields of form (Decree 30/2020/NĐ-CP, art. 8). What stands in the text has a span of its own; spans of fields never overlap. */
export interface DocumentFields {
  kind: Located<DocumentKind> | null;
  /** "state" (Decree 30/2020) or "party" (the Party's own form of papers). */
  form: 'state' | 'party';
  number: Located<string> | null;
  symbol: Located<string> | null;
  /** ISO day. */
  issued_on: Located<string> | null;
  place: Located<string> | null;
  issuer: Located<string> | null;
  parent_issuer: Located<string> | null;
  title: Located<string> | null;
  /** From and to as ISO days; its span may lie inside the title or a node: the one field that is allowed to. */
  period: Located<{ from: string; to: string }> | null;
  signatory: { authority: Located<string>[]; post: Located<string> | null; name: Located<string> | null };
  recipients: Located<string>[];
  /** Motto, rules, "Số:", "Nơi nhận:" and the like: parts of the form that carry no field of their own. */
  formal: Span[];
}

export interface LegalBasis {
  kind: string | null;
  /** "72/2015/NĐ-CP" */
  number: string | null;
  issued_on: string | null;
  issuer: string | null;
  title: string | null;
  text: string;
  span: Span;
}

export type NodeKind = 'heading' | 'item' | 'paragraph' | 'table_row';

export interface Node {
  /** "n1", "n2" … in text order. */
  id: string;
  parent: string | null;
  /** "I.", "1.1.", "a)", "-" or null. */
  marker: string | null;
  /** False when Word computes the marker, so that it is not in the text. */
  marker_in_text: boolean;
  ordinal: number | null;
  /** Depth in the tree, from 1. */
  level: number;
  kind: NodeKind;
  /** Its own words, without the marker, line breaks as blanks. */
  text: string;
  span: Span;
  /** Of a table row: what each column says. `role` is what the column's heading was recognised as. */
  cells?: TableCell[];
  /** Number of the paragraph (.docx) or page (.pdf). */
  paragraph?: number;
  page?: number;
}

export type ColumnRole = 'ordinal' | 'task' | 'lead' | 'coordinate' | 'perform' | 'product' | 'time' | 'other';

export interface TableCell {
  role: ColumnRole;
  heading: string | null;
  text: string;
  /** Null for what is carried down from a merged cell above (the characters stand in that row's span). */
  span: Span | null;
}

export type AssignmentRole = 'lead' | 'coordinate' | 'perform';

export interface Assignment {
  node: string;
  unit: { name: string; code: string | null };
  role: AssignmentRole;
  span: Span;
}

/** Which reports a reporting day is for. */
export type ReportPeriod = 'month' | 'quarter' | 'half_year' | 'nine_months' | 'year';

/** before: the day itself is too late ("trước ngày"); by: the day still counts ("chậm nhất ngày", "đến ngày"). */
export type Bound = 'before' | 'by';

export type DeadlineRule =
  | { kind: 'date'; bound: Bound; date: string; report?: ReportPeriod; to?: string[] }
  | { kind: 'yearly'; bound: Bound; month: number; day: number; report?: ReportPeriod; to?: string[] }
  | { kind: 'monthly'; bound: Bound; day: number; every: 'month' | 'quarter'; report?: ReportPeriod; to?: string[] }
  | { kind: 'month'; months: number[]; year: number | null }
  | { kind: 'quarter'; quarters: number[]; year: number | null }
  | { kind: 'year'; year: number }
  | { kind: 'range'; from: string; to: string }
  | { kind: 'ongoing' }
  | { kind: 'every'; period: ReportPeriod | 'week' | null; report?: ReportPeriod; to?: string[] }
  | { kind: 'on_request'; to?: string[] };

export interface Deadline {
  node: string;
  text: string;
  span: Span;
  rule: DeadlineRule;
}

export interface Warning {
  code: string;
  /** In Vietnamese; `messages/*.json` holds the same under `reading.warning.<code>`, filled with `values`. */
  message: string;
  values: Record<string, string | number>;
  span: Span | null;
  /** Article of law or standard behind it, e.g. "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3". */
  source: string | null;
}

/** A unit as reading needs to know it; `npx cotmoc unit.list --json` prints the same shape. */
export interface RegistryUnit {
  code: string;
  name: string;
  /** Other names and abbreviations under which papers call it. */
  aliases: string[];
  /** Its first day and the day it was no more, ISO; left out: always there. Of several of one name the one of the paper's day is meant. */
  valid_from?: string | null;
  valid_to?: string | null;
}
