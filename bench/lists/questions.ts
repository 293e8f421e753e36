/** What is asked of the lists: nothing in particular, frequent words, rare ones, words that never meet, filters, the far end. */

/** Inputs by what they are; a function gives each round another one. One that ends in "…" goes on page by page. */
export interface Question {
  query: string;
  /** The unit at which the one who asks is administrator; without: of the whole house. */
  as?: string;
  inputs: Record<string, Record<string, unknown> | ((round: number) => Record<string, unknown>)>;
}

const unit = (n: number) => `01000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const TYPED = [
  'thong tin doi ngoai',
  'khm',
  'bien phong',
  'xã',
  'truyen thong',
  'ho so so 4711',
  'so ngoai vu',
  'hữu nghị',
  'du lịch',
  'cot m',
];

export const QUESTIONS: readonly Question[] = [
  {
    query: 'task.list',
    inputs: {
      'all of them': {},
      'all of them, on and on …': {},
      'a frequent word': { search: 'thong tin' },
      'a frequent word, on and on …': { search: 'thong tin' },
      'a frequent beginning': { search: 'tho' },
      'a rare word': { search: 'hồ sơ số 123456' },
      'frequent words that seldom meet': { search: 'đất đai hữu nghị' },
      'frequent words that never meet': { search: 'tảo hôn logistics' },
      'what people type': (round) => ({ search: TYPED[round % TYPED.length] }),
      'of a busy agency': { unit: unit(1) },
      'of a quiet agency': { unit: unit(390) },
      'of a busy agency, with a word': { unit: unit(1), search: 'tuyên truyền' },
      'of a quiet agency, with a word': { unit: unit(390), search: 'tuyên truyền' },
      'of one that the register does not know': { name: 'Ban Không có trong danh mục 7' },
      'in one role': { role: 'coordinate' },
      'of one plan': (round) => ({ plan: `03000000-0000-7000-8000-${(round + 1).toString(16).padStart(12, '0')}` }),
    },
  },
  { query: 'task.list', as: unit(200), inputs: { 'one’s own': { mine: true } } },
  {
    query: 'deadline.list',
    inputs: {
      'all of them': {},
      'the next 30 days': { from: '2026-11-23', to: '2026-12-23' },
      'the next 30 days, on and on …': { from: '2026-11-23', to: '2026-12-23' },
      'with a word': { from: '2026-11-23', search: 'tuyên truyền' },
      'of a busy agency': { unit: unit(1), from: '2026-11-23', to: '2026-12-23' },
      'of a quiet agency': { unit: unit(390), from: '2026-11-23', to: '2026-12-23' },
    },
  },
  {
    query: 'deadline.list',
    as: unit(200),
    inputs: { 'one’s own, 30 days': { mine: true, from: '2026-11-23', to: '2026-12-23' } },
  },
  {
    query: 'person.list',
    inputs: {
      'all of them': {},
      'all of them, on and on …': {},
      'a frequent name': { search: 'nguyen' },
      'a frequent name, on and on …': { search: 'nguyen' },
      'a whole name': { search: 'Điểu Thị Lan' },
      'words that never meet': { search: 'krông rinh' },
      'in one role': { role: 'officer' },
      'in a role that nobody holds': { role: 'auditor' },
      'of one unit': { unit: 'u200' },
      'who have ended': { state: 'ended' },
    },
  },
  { query: 'person.list', as: unit(200), inputs: { 'of one’s own unit': {}, 'of one’s own unit, a name': { search: 'lan' } } },
  {
    query: 'plan.list',
    inputs: {
      'all of them': {},
      'with a word': { search: 'du lich' },
      'by title': { sort: 'title' },
      'of a year': { year: 2025 },
    },
  },
];
