/** The pages of the office: how they are reached, for whom they are, and what the handbook says about them. */
import type { Verb } from '#core/access.ts';
import type { Key } from '#core/text.ts';

export interface Place {
  href: string;
  words: Key;
  /** Whoever may do this somewhere sees the way there. */
  verb: Verb;
}

/** In the order of the work: a plan comes in, agencies get their tasks; then what all of it leans on, and who looks after it. */
export const RAIL: readonly { words: Key; places: readonly Place[] }[] = [
  {
    words: 'rail.group_work',
    places: [
      { href: '/', words: 'rail.home', verb: 'self.view' },
      { href: '/plans', words: 'rail.plans', verb: 'plans.view' },
      { href: '/tasks', words: 'rail.tasks', verb: 'plans.view' },
      { href: '/deadlines', words: 'rail.deadlines', verb: 'plans.view' },
      { href: '/calendar', words: 'calendar.open', verb: 'plans.view' },
      { href: '/papers', words: 'papers.title', verb: 'papers.view' },
    ],
  },
  { words: 'rail.group_register', places: [{ href: '/units', words: 'rail.units', verb: 'units.view' }] },
  {
    words: 'rail.group_house',
    places: [
      { href: '/people', words: 'rail.people', verb: 'people.view' },
      { href: '/record', words: 'rail.record', verb: 'record.view' },
    ],
  },
];

/** Reached otherwise, and found by the finder. */
export const FURTHER: readonly Place[] = [
  { href: '/tasks/agencies', words: 'tasks.by_agency', verb: 'plans.view' },
  { href: '/units/list', words: 'units.list', verb: 'units.view' },
  { href: '/units/languages', words: 'languages.title', verb: 'units.view' },
  { href: '/notices', words: 'rail.notices', verb: 'self.view' },
  { href: '/record/chain', words: 'chain.title', verb: 'record.verify' },
  { href: '/people/moving', words: 'moving.title', verb: 'people.change' },
  { href: '/people/import', words: 'people.import', verb: 'people.change' },
  { href: '/self', words: 'self.title', verb: 'self.change' },
  { href: '/self/record', words: 'record.own', verb: 'self.change' },
  { href: '/self/security', words: 'security.title', verb: 'self.change' },
  { href: '/self/sessions', words: 'sessions.title', verb: 'self.change' },
  { href: '/self/keys', words: 'key.title', verb: 'self.change' },
  { href: '/api', words: 'api.title', verb: 'self.change' },
  { href: '/help', words: 'rail.help', verb: 'self.view' },
];

/** Route of the office → section of the handbook (docs/so-tay). */
export const HELP: Readonly<Record<string, string>> = {
  '/(office)': 'bat-dau',
  '/(office)/plans': 'nhap-ke-hoach',
  '/(office)/plans/[id]': 'doc-ke-hoach',
  '/(office)/plans/readings/[id]': 'ra-soat',
  '/(office)/tasks': 'nhiem-vu',
  '/(office)/tasks/agencies': 'nhiem-vu',
  '/(office)/deadlines': 'thoi-han',
  '/(office)/units': 'don-vi',
  '/(office)/units/languages': 'don-vi',
  '/(office)/units/list': 'don-vi',
  '/(office)/units/reorganisations/[id]': 'don-vi',
  '/(office)/units/reorganisations/drafts/[id]': 'don-vi',
  '/(office)/units/[code]': 'don-vi',
  '/(office)/units/places/[code]': 'don-vi',
  '/(office)/record': 'nhat-ky',
  '/(office)/record/chain': 'nhat-ky',
  '/(office)/record/people/[id]': 'nhat-ky',
  '/(office)/self': 'tai-khoan',
  '/(office)/self/record': 'nhat-ky',
  '/(office)/self/security': 'tai-khoan',
  '/(office)/self/sessions': 'tai-khoan',
  '/(office)/self/keys': 'khoa-truy-cap',
  '/(office)/people': 'nguoi-dung',
  '/(office)/people/[id]': 'nguoi-dung',
  '/(office)/people/import': 'nguoi-dung',
  '/(office)/people/moving': 'nguoi-dung',
  '/(office)/calendar': 'thoi-han',
  '/(office)/tasks/[id]': 'nhiem-vu',
  '/(office)/plans/[id]/family': 'doc-ke-hoach',
  '/(office)/plans/[id]/paper': 'the-thuc',
  '/(office)/papers': 'the-thuc',
  '/(office)/papers/[id]': 'the-thuc',
  '/(office)/plans/[id]/sheet': 'doc-ke-hoach',
  '/(office)/plans/readings/[id]/difference': 'ra-soat',
  '/(office)/plans/readings/[id]/review': 'ra-soat',
  '/(office)/api': 'khoa-truy-cap',
  '/(office)/notices': 'thong-bao',
  '/(office)/find': 'tim-kiem',
  '/(office)/help': 'bat-dau',
  '/(office)/help/[section]': 'bat-dau',
};
