/** A small province for the walk through the matrix, and a sample of each command and query that is held at a unit. */
import { execute } from '#core/command.server.ts';
import type { TestHouse } from '#house.testing.ts';
import { operator } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { reorganise } from '#features/units/reorganising/commands.server.ts';
import { add } from '#features/people/persons_commands.server.ts';
import { grant as giveRole } from '#features/people/roles_commands.server.ts';
import { number as takeNumber } from '#features/papers/commands.server.ts';
import { adopt, bring } from '#features/plans/commands.server.ts';
import { link, setParent } from '#features/plans/linking_commands.server.ts';

/** The thing of every sample is at `own`. */
type Place = 'above' | 'own' | 'below' | 'beside';

export interface World {
  units: Record<Place, string> & { house: null };
  /** Somebody with one role at the place. */
  people: Record<Place, { id: string; grant: string }>;
  /** Readings that wait at each place, and one more of the unit `own`. */
  waiting: Record<Place, string> & { other: string };
  /** A numbered paper of each place. */
  papers: Record<Place, string>;
  /** Of `own`: a plan, its parent, and a task of each, linked. */
  plan: { id: string; parent: string; task: string; above: string };
}

const UNITS = [
  ['above', 'committee', undefined],
  ['own', 'department', 'above'],
  ['below', 'division', 'own'],
  ['beside', 'department', 'above'],
  // It has ended on the way to `own`: what was held there may be moved.
  ['before', 'department', 'above'],
] as const;

export async function world(house: TestHouse): Promise<World> {
  const by = { actor: operator };
  for (const [code, kind, parent] of UNITS)
    await execute(house, addUnit, { code, kind, parent, names: { vi: `Cơ quan ${code}` }, valid_from: '2020-01-01' }, by);
  const steps = [{ do: 'merge', of: 'unit', from: ['before'], into: 'own' }];
  await execute(house, reorganise, { title: 'Sắp xếp', day: '2026-11-01', legal_basis: 'Quyết định 1/QĐ-UBND', steps }, by);
  const rows = await house.db.selectFrom('unit').select(['id', 'code']).execute();
  const id = (place: string) => rows.find(({ code }) => code === place)?.id ?? '';
  const people = {} as World['people'];
  for (const place of ['above', 'own', 'below', 'beside'] as const) {
    const roles = [{ role: 'officer', unit: place }];
    const made = await execute(house, add, { name: `Người ${place}`, username: `nguoi.${place}`, roles }, by);
    const grant = await house.db.selectFrom('role_grant').select('id').where('person_id', '=', made.id).executeTakeFirstOrThrow();
    people[place] = { id: made.id, grant: grant.id };
  }
  // Left behind at what has ended.
  await execute(house, giveRole, { person: people.own.id, role: 'reader', unit: 'before', from: '2026-10-01' }, by);
  const waiting = {} as World['waiting'];
  for (const place of ['above', 'own', 'below', 'beside'] as const) waiting[place] = await paper(house, place, place);
  waiting.other = await paper(house, 'other', 'own');
  const papers = {} as World['papers'];
  for (const place of ['above', 'own', 'below', 'beside'] as const) {
    const asked = { unit: place, type: 'BC', symbol: 'BC-A', title: `Báo cáo ${place}` };
    papers[place] = (await execute(house, takeNumber, asked, by)).id;
  }
  // As if it had been drawn: what is looked at is who gets the file.
  const exported_sha256 = await house.files.put(new Uint8Array([1]));
  await house.db.updateTable('paper').set({ exported_sha256 }).execute();
  return {
    papers,
    plan: await family(house),
    waiting,
    units: { house: null, above: id('above'), own: id('own'), below: id('below'), beside: id('beside') },
    people,
  };
}

/** A paper of one task for the unit `own`, brought in for a unit. */
async function paper(house: TestHouse, title: string, unit: string): Promise<string> {
  const text = `ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nKẾ HOẠCH\nVề việc ${title}\n1. Cơ quan own chủ trì việc ${title} trước ngày 20/6/2027.\n`;
  const input = { name: `${title}.txt`, content: new TextEncoder().encode(text), unit };
  return (await execute(house, bring, input, { actor: operator })).id;
}

async function family(house: TestHouse): Promise<World['plan']> {
  const by = { actor: operator };
  const made = async (title: string) => {
    const { id } = await execute(house, adopt, { id: await paper(house, title, 'own'), separate: true }, by);
    return { id, task: (await house.db.selectFrom('task').select('id').where('plan_id', '=', id).executeTakeFirstOrThrow()).id };
  };
  const [above, below] = [await made('khung'), await made('năm')];
  await execute(house, setParent, { id: below.id, parent: above.id }, by);
  await execute(house, link, { links: [{ task: below.task, parent: above.task }] }, by);
  return { id: below.id, parent: above.id, task: below.task, above: above.task };
}

/** Held at the unit of the thing. `beyond`: what somebody gets who holds the verb below it or beside it; by default 403. */
interface HeldThere {
  at(the: World): unknown;
  beyond?: 'not_found' | { below: 'not_allowed'; beside: 'not_found' };
}

/** A list that is filtered in SQL: what it shows, and what it should of the things at these places. */
interface Filtered {
  input: unknown;
  shows(answer: unknown): string[];
  of(the: World, places: Place[]): string[];
}

/** May be asked wherever the verb is held. */
interface Anywhere {
  input: unknown;
  /** Why it need not be held at a unit. */
  because: string;
}

const person = (more: object = {}): HeldThere => ({
  at: ({ people }) => ({ person: people.own.id, ...more }),
  beyond: 'not_found',
});
const grant = (more: object): HeldThere => ({ at: ({ people }) => ({ grant: people.own.grant, ...more }), beyond: 'not_found' });
const reading = (more: object = {}): HeldThere => ({ at: ({ waiting }) => ({ id: waiting.own, ...more }), beyond: 'not_found' });
const paperOf = (more: object = {}): HeldThere => ({ at: ({ papers }) => ({ id: papers.own, ...more }), beyond: 'not_found' });
const SEEN_BELOW = { below: 'not_allowed', beside: 'not_found' } as const;
const ROLE = { role: 'reader', unit: 'own' };
/** One line each; a command or query whose verb has a reach and that is not here fails the walk. */
export const SAMPLES: Record<string, HeldThere | Filtered | Anywhere> = {
  'person.add': { at: () => ({ name: 'Người mới', username: 'nguoi.moi', roles: [ROLE] }) },
  'person.correct': person({ name: 'Tên khác' }),
  'person.end': person({ why: 'thôi việc' }),
  'person.return': person(),
  'person.reset': person(),
  'person.sign_out': person(),
  'person.erase': person({ why: 'theo yêu cầu' }),
  'person.import': { input: { content: new Uint8Array([1]) }, because: 'each row is held by itself (import.test.ts)' },
  'person.template': { input: {}, because: 'an empty sheet' },
  'person.show': person(),
  'person.list': {
    input: {},
    shows: (answer) => (answer as { people: { id: string }[] }).people.map(({ id }) => id),
    of: ({ people }, places) => places.map((place) => people[place].id),
  },
  'person.find': {
    input: { search: 'người', most: 50 },
    shows: (answer) => (answer as { href: string }[]).map(({ href }) => href.replace('/people/', '')),
    of: ({ people }, places) => places.map((place) => people[place].id),
  },
  'role.grant': { at: ({ people }) => ({ person: people.own.id, ...ROLE }) },
  'role.end': grant({ why: 'chuyển công tác' }),
  'role.substitute': grant({ person: 'nguoi.below', to: '2026-12-01' }),
  'role.move': { at: () => ({ from: 'before', to: 'own', day: '2026-11-01' }) },
  'role.moving': { at: () => ({ from: 'before', to: 'own', day: '2026-11-01' }) },
  'role.behind': {
    input: {},
    shows: (answer) => (answer as { code: string }[]).map(({ code }) => code),
    of: (_, places) => (places.includes('own') ? ['before'] : []),
  },
  'role.of_ended_units': {
    input: { day: '2026-12-01', legal_basis: 'NQ 1', steps: [{ do: 'abolish', of: 'unit', codes: ['beside'] }] },
    shows: (answer) => (answer as { code: string }[]).map(({ code }) => code),
    of: (_, places) => (places.includes('beside') ? ['beside'] : []),
  },
  'role.options': {
    input: {},
    shows: (answer) => (answer as { units: { code: string }[] }).units.map(({ code }) => code),
    of: (_, places) => places,
  },
  'event.list': {
    input: { command: 'person.add', limit: 1000 },
    shows: (answer) => [
      ...new Set((answer as { events: { subject: { id: string } }[] }).events.map(({ subject }) => subject.id)),
    ],
    of: ({ people }, places) => places.map((place) => people[place].id),
  },
  'event.kinds': { input: {}, because: 'kinds of changes there have been, not whose they were' },
  'paper.number': { at: () => ({ unit: 'own', type: 'BC', symbol: 'BC-A', title: 'Báo cáo' }) },
  'paper.void': paperOf({ why: 'không ban hành' }),
  'paper.sign': paperOf({ certificate: new Uint8Array([1]), password: '' }),
  'paper.take_signed': paperOf({ content: new Uint8Array([1]) }),
  'paper.show': paperOf(),
  'paper.file': paperOf({ which: 'exported' }),
  'paper.options': {
    input: {},
    shows: (answer) => (answer as { code: string }[]).map(({ code }) => code),
    of: (_, places) => places,
  },
  'paper.list': {
    input: {},
    shows: (answer) => (answer as { papers: { id: string }[] }).papers.map(({ id }) => id),
    of: ({ papers }, places) => places.map((place) => papers[place]),
  },
  'plan.issue': { at: ({ plan }) => ({ id: plan.id, symbol: 'KH-A' }), beyond: SEEN_BELOW },
  'plan.import': { input: { content: new Uint8Array([1]), name: 'x' }, because: 'a paper goes to a unit the importer reaches' },
  'plan.discard': reading(),
  'plan.adopt': reading({ separate: true }),
  'plan.correct': reading({ version: 0, operations: [{ do: 'task', node: 'n1', task: false }] }),
  'plan.undo': reading({ version: 0 }),
  'plan.redo': reading({ version: 0 }),
  'plan.resembling': reading(),
  'plan.difference': { at: ({ waiting }) => ({ id: waiting.own, with: waiting.other }), beyond: 'not_found' },
  'plan.supersede': { at: ({ waiting }) => ({ id: waiting.own, of: waiting.other }), beyond: 'not_found' },
  'plan.amend': { at: ({ plan, waiting }) => ({ id: waiting.own, plan: plan.id, from: '2027-01-01' }), beyond: 'not_found' },
  // Whose tasks it orders, and who is below it, sees the plan; who stands beside does not.
  'plan.set_parent': { at: ({ plan }) => ({ id: plan.id, parent: null }), beyond: SEEN_BELOW },
  'plan.begin': {
    at: ({ plan }) => ({ parent: plan.id, unit: 'own', relation: 'department', title: 'Kế hoạch của sở' }),
    beyond: SEEN_BELOW,
  },
  'task.link': { at: ({ plan }) => ({ links: [{ task: plan.task, parent: plan.above }] }), beyond: SEEN_BELOW },
  'task.unlink': { at: ({ plan }) => ({ task: plan.task, parent: plan.above }), beyond: SEEN_BELOW },
};
