/** Names of types of papers as they stand over a document (Decree 30/2020/NĐ-CP, art. 7, and the Party's own). */
import { fold, isCaps, oneLine } from './fold.ts';

/** The type's Vietnamese name per kind, for messages and scoring. */
export const KIND_NAME = {
  plan: 'kế hoạch',
  decision: 'quyết định',
  action_programme: 'chương trình hành động',
  programme: 'chương trình',
  directive: 'chỉ thị',
  official_letter: 'công văn',
  scheme: 'đề án',
  guideline: 'hướng dẫn',
  resolution: 'nghị quyết',
  notice: 'thông báo',
  report: 'báo cáo',
  other: 'khác',
} as const;

export type DocumentKind = keyof typeof KIND_NAME;

const KINDS: [string, DocumentKind][] = [
  ['chương trình hành động', 'action_programme'],
  ['kế hoạch hành động', 'plan'],
  ['kế hoạch phối hợp', 'plan'],
  ['kế hoạch liên tịch', 'plan'],
  ['kế hoạch', 'plan'],
  ['quyết định', 'decision'],
  ['chương trình phối hợp', 'programme'],
  ['chương trình công tác', 'programme'],
  ['chương trình', 'programme'],
  ['chỉ thị', 'directive'],
  ['đề án', 'scheme'],
  ['phương án', 'scheme'],
  ['dự án', 'scheme'],
  ['hướng dẫn', 'guideline'],
  ['nghị quyết', 'resolution'],
  ['thông báo kết luận', 'notice'],
  ['thông báo', 'notice'],
  ['báo cáo', 'report'],
  ['tờ trình', 'other'],
  ['công điện', 'other'],
  ['quy chế', 'other'],
  ['quy định', 'other'],
  ['kết luận', 'other'],
  ['thông tri', 'other'],
  ['công văn', 'official_letter'],
  ['chiến lược', 'scheme'],
  ['danh mục', 'other'],
];

/**
 * The type a line names: alone ("KẾ HOẠCH"), or in capitals with its title in the same line ("KẾ HOẠCH TUYÊN TRUYỀN NĂM 2024").
 * `length` counts the type's own characters.
 */
export function typeName(line: string): { kind: DocumentKind; length: number; rest: boolean } | null {
  if (line.length > 400 || /:\s*$/.test(line)) return null;
  const folded = oneLine(fold(line)).replace(/[\s*.]+$/, '');
  for (const [name, kind] of KINDS) {
    if (folded === name && name !== 'danh mục') return { kind, length: line.trimEnd().length, rest: false };
  }
  if (!isCaps(line) || /:$/.test(line)) return null;
  for (const [name, kind] of KINDS) {
    if (name !== 'danh mục' && folded.startsWith(`${name} `) && folded.length < 250)
      return { kind, length: name.length, rest: true };
  }
  return null;
}
