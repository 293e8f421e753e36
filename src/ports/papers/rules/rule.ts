import type { Form, Said } from './form.ts';
import type { Span } from '../../documents/document.ts';

export interface Found {
  span: Span | null;
  values?: Record<string, string | number>;
}

/** One thing that the decree asks of a paper's form. It warns and never blocks. */
export interface Rule {
  /** Words for it: `reading.warning.<id>`. */
  id: string;
  /** The article or the part of an appendix that asks for it. */
  source: string;
  look(form: Form): Found[];
}

/** Appendix I, part I of Decree 30/2020/NĐ-CP. */
export const part = (section: string): string => `Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục ${section}`;
export const article = (n: number): string => `Nghị định 30/2020/NĐ-CP, Điều ${n}`;

export const none: Found[] = [];
export const at = (said: Said | null, values?: Found['values']): Found[] => [
  { span: said?.span ?? null, ...(values && { values }) },
];
