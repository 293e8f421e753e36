/** From a file to tasks, as commands: C-0, IV.0 (begun). Readers and rules have their own tests; here is what is kept of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { ThreadEnded } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { test } from '#db/testing.server.ts';
import { operator, reader, testHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { adopt, bring, discard } from './commands.server.ts';
import { list, tasks } from './list_queries.server.ts';
import { file, reading, readings, show } from './queries.server.ts';
import { agencies, calendar } from './task_queries.server.ts';
import { linesOf, viewOf, viewOfPlan } from './view.ts';

const papers = join(import.meta.dirname, '../../../bench/plan/open');
const paper = (name: string) => {
  const folder = join(papers, name);
  const document = readdirSync(folder).find((it) => it.startsWith('document.')) as string;
  return { content: new Uint8Array(readFileSync(join(folder, document))), name: document };
};
const decree = paper('kh-tinh-doi-ngoai-tu-dong');
const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

/** As fold() in the database: "Văn hoá" and "Văn hóa" are one office. */
const fold = (words: string) =>
  words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');

describe('a document brought in', () => {
  test('is kept with its reading, and waits', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    const [waiting] = await ask(house, readings, {}, operator);
    expect(waiting).toMatchObject({ id, file_name: 'document.docx', file_size: decree.content.byteLength });
    const { reading: read } = await ask(house, reading, { id }, operator);
    expect(read.coverage).toBe(1);
    const stored = await ask(house, file, { id }, operator);
    expect(new Uint8Array(await new Response(stored.content as unknown as ReadableStream).arrayBuffer())).toEqual(decree.content);
  });

  test('a second time is the first again, until it was put away', async ({ db }) => {
    const house = testHouse(db);
    const first = await execute(house, bring, decree, by);
    expect(await execute(house, bring, { ...decree, name: 'bản sao.docx' }, by)).toEqual({ id: first.id, again: true });
    await execute(house, discard, { id: first.id }, by);
    const second = await execute(house, bring, decree, by);
    expect(second.again).toBe(false);
    expect(second.id).not.toBe(first.id);
  });

  for (const [what, content, reason] of [
    ['an empty file', new Uint8Array(), 'empty'],
    ['a broken .docx', decree.content.slice(0, 5000), 'broken'],
    [
      'an English text',
      new TextEncoder().encode('This plan is about something else entirely, and in another language. '.repeat(20)),
      'not_vietnamese',
    ],
  ] as const)
    test(`${what} is refused with its reason, and nothing is kept`, async ({ db }) => {
      const house = testHouse(db);
      await expect(execute(house, bring, { content, name: 'a.docx' }, by)).rejects.toMatchObject({
        code: 'unreadable_document',
        values: { reason },
      });
      expect(await ask(house, readings, {}, operator)).toEqual([]);
      expect(await db.selectFrom('event').selectAll().execute()).toEqual([]);
    });

  test('is not for a reader to bring', async ({ db }) => {
    await expect(execute(testHouse(db), bring, decree, { actor: reader })).rejects.toEqual(code('not_allowed'));
  });
});

describe('many documents at once', () => {
  test('hold no connection while they are read: others are answered meanwhile', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { promise: slow, resolve: goOn } = Promise.withResolvers<never>();
    house.threads = { run: () => slow };
    const many = Array.from({ length: 20 }, (_, i) =>
      execute(house, bring, { content: new Uint8Array([...decree.content, i]), name: `${i}.docx` }, by).catch(
        (error: unknown) => error,
      ),
    );
    expect(await ask(house, list, {}, operator)).toBeDefined();
    goOn(Promise.reject(new ThreadEnded('time')));
    expect(await Promise.all(many)).toEqual(Array(20).fill(code('unreadable_document')));
  });

  test('that are the same file become one reading', async ({ database: { db } }) => {
    const house = testHouse(db);
    const [one, two] = await Promise.all([execute(house, bring, decree, by), execute(house, bring, decree, by)]);
    expect(one.id).toBe(two.id);
    expect(await ask(house, readings, {}, operator)).toHaveLength(1);
  });
});

describe('a reading adopted', () => {
  test('becomes a plan with all that was read, in its place in the text', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    const { reading: read } = await ask(house, reading, { id }, operator);
    const { id: plan_id, tasks: count } = await execute(house, adopt, { id }, by);
    const shown = await ask(house, show, { id: plan_id }, operator);
    expect(count).toBe(read.tasks.length);
    expect(shown.plan).toMatchObject({ kind: 'plan', number: '47', symbol: 'KH-UBND', issued_on: '2023-02-14', text: read.text });
    expect(shown.nodes.map(({ text }) => text)).toEqual(read.nodes.map(({ text }) => text));
    expect(shown.tasks).toHaveLength(read.tasks.length);
    expect(shown.deadlines.map(({ text, rule }) => ({ text, rule }))).toEqual(
      read.deadlines.toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)).map(({ text, rule }) => ({ text, rule })),
    );
    expect(shown.legal_bases).toHaveLength(read.legal_bases.length);
    for (const { span_start, span_end, text } of shown.deadlines)
      expect(shown.plan.text.slice(span_start ?? 0, span_end ?? 0).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
  });

  test('finds units that the register learned after the paper was read', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    const unit = { code: 'hg.sngv', kind: 'department', names: { vi: 'Sở Ngoại vụ' }, valid_from: '2010-01-01' };
    await execute(house, addUnit, unit, by);
    const { id: plan } = await execute(house, adopt, { id }, by);
    const { assignments } = await ask(house, show, { id: plan }, operator);
    const codes = assignments.filter(({ unit_name }) => unit_name === 'Sở Ngoại vụ').map(({ unit_code }) => unit_code);
    expect(new Set(codes)).toEqual(new Set(['hg.sngv']));
  });

  test('is one plan, also when two adopt it at once', async ({ database: { db } }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    const ended = await Promise.allSettled([execute(house, adopt, { id }, by), execute(house, adopt, { id }, by)]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'plan_already_adopted' } });
    expect(await ask(house, list, {}, operator)).toMatchObject({ total: 1, plans: [{}] });
  });

  test('waits no longer, and cannot be put away', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    await execute(house, adopt, { id }, by);
    expect(await ask(house, readings, {}, operator)).toEqual([]);
    await expect(execute(house, discard, { id }, by)).rejects.toEqual(code('plan_already_adopted'));
  });

  test('was put away before: it says so', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    await execute(house, discard, { id }, by);
    await expect(execute(house, adopt, { id }, by)).rejects.toEqual(code('reading_discarded'));
  });

  test('of no reading at all is not found', async ({ db }) => {
    await expect(execute(testHouse(db), adopt, { id: uuid() }, by)).rejects.toEqual(code('not_found'));
  });
});

describe('an adopted plan', () => {
  test('is found by words of its title with or without diacritics, and by number', async ({ db }) => {
    const house = testHouse(db);
    await execute(house, adopt, { id: (await execute(house, bring, decree, by)).id }, by);
    for (const search of ['', 'cao nguyên đá', 'CAO NGUYEN DA', '47', 'đá nguyên'])
      expect(await ask(house, list, { search }, operator)).toMatchObject({ total: 1, plans: [{ number: '47' }] });
    for (const search of ['cao nguyên xanh', '%', '_'])
      expect(await ask(house, list, { search }, operator)).toMatchObject({ total: 0, plans: [] });
  });

  test('gives its tasks by agency', async ({ db }) => {
    const house = testHouse(db);
    const { id: plan } = await execute(house, adopt, { id: (await execute(house, bring, decree, by)).id }, by);
    const { total, tasks: all } = await ask(house, tasks, { plan, size: 1000 }, operator);
    expect(all).toHaveLength(total);
    const byAgency = await ask(house, agencies, { plan }, operator);
    for (const agency of byAgency) {
      const theirs = all.filter((task) => task.assignments.some(({ name }) => fold(name) === fold(agency.unit_name)));
      expect([agency.unit_name, theirs.length]).toEqual([agency.unit_name, agency.tasks]);
    }
    expect(await ask(house, tasks, { plan, search: 'khong co chu nay' }, operator)).toMatchObject({ total: 0, tasks: [] });
  });

  test('gives the tasks of an agency that the register does not know by its name, however it is written', async ({ db }) => {
    const house = testHouse(db);
    await execute(house, adopt, { id: (await execute(house, bring, decree, by)).id }, by);
    const unknown = (await ask(house, agencies, {}, operator)).filter(({ unit_id }) => unit_id === null);
    expect(unknown.length).toBeGreaterThan(3);
    for (const { unit_name, tasks: theirs } of unknown)
      for (const name of [unit_name, unit_name.toUpperCase(), fold(unit_name)])
        expect([name, (await ask(house, tasks, { name }, operator)).total]).toEqual([name, theirs]);
    expect(await ask(house, tasks, { name: 'Sở Không Có' }, operator)).toMatchObject({ total: 0, tasks: [] });
  });

  test('puts its deadlines on a calendar, in order, never past its period', async ({ db }) => {
    const house = testHouse(db);
    await execute(house, adopt, { id: (await execute(house, bring, decree, by)).id }, by);
    const due = await ask(house, calendar, { from: '2023-03-01' }, operator);
    expect(due.length).toBeGreaterThan(0);
    expect(due.map(({ day }) => day)).toEqual(due.map(({ day }) => day).toSorted());
    expect(due.at(-1)?.day.startsWith('2023')).toBe(true);
    expect(await ask(house, calendar, { from: '2026-11-23' }, operator)).toEqual([]);
  });
});

describe('the view of a plan', () => {
  test('shows every character of the text once, and a place for each node', async ({ db }) => {
    const house = testHouse(db);
    const { id } = await execute(house, bring, decree, by);
    const { reading: read } = await ask(house, reading, { id }, operator);
    const view = viewOf(read);
    const lines = linesOf(view);
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(read.text.replace(/\n+/g, '\n'));
    expect(
      lines
        .flat()
        .filter(({ first }) => first)
        .map(({ node }) => node),
    ).toEqual(view.nodes.map((node) => node.id));
    const { id: plan_id } = await execute(house, adopt, { id }, by);
    const adopted = linesOf(viewOfPlan(await ask(house, show, { id: plan_id }, operator)));
    expect(adopted.map((line) => line.map(({ text, task, unit, deadline }) => [text, task, unit, deadline]))).toEqual(
      lines.map((line) => line.map(({ text, task, unit, deadline }) => [text, task, unit, deadline])),
    );
  });
});
