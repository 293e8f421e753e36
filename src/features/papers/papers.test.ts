import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect } from 'vitest';
import { ask, command, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { holding, operator, testHouse, type TestHouse } from '#house.testing.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { certificate, PASSWORD } from '#ports/signing/certificates.fixture.ts';
import { plan } from '#ports/papers/sample.fixture.ts';
import { signPdf } from '#ports/signing/sign.server.ts';
import { writePdf } from '#ports/papers/pdf.server.ts';
import * as inputs from './inputs.ts';
import { number, sign, takeSigned, voidPaper } from './commands.server.ts';
import { file, list, options, show } from './queries.server.ts';
import { issue } from './issuing.server.ts';
import { takeNumber } from './numbering.server.ts';
import { unitByCode } from './whose.server.ts';

const by = { actor: operator };
const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

/** As a feature does that issues a paper of its own; it fails when told to, after the number was taken. */
const issueTest = command({
  name: 'test.issue',
  verb: 'papers.number',
  input: inputs.nothing,
  async run(ctx): Promise<{ id: string; number: number }> {
    const unit_id = await unitByCode(ctx, 'a');
    return issue(ctx, { unit_id, type: 'KH', symbol: 'KH-A', title: 'Kế hoạch', paper: plan({ number: null, issued_on: null }) });
  },
});

async function opened(db: TestHouse['db']): Promise<TestHouse> {
  const house = testHouse(db);
  for (const unit of ['a', 'b'])
    await execute(house, addUnit, { code: unit, kind: 'department', names: { vi: `Sở ${unit}` }, valid_from: '2020-01-01' }, by);
  return house;
}

const take = (house: TestHouse, more: object = {}) =>
  execute(house, number, { unit: 'a', type: 'KH', symbol: 'KH-A', title: 'Kế hoạch', ...more }, by);
const numbers = async (house: TestHouse, asked: object = {}) =>
  (await ask(house, list, { ...asked, sort: 'issued', size: 1000 }, operator)).papers.map((it) => it.number);

describe('the register of numbers (X-2, Decree 30/2020/NĐ-CP art. 15)', () => {
  test('runs from 01 for each unit, type and year', async ({ db }) => {
    const house = await opened(db);
    expect(
      [
        await take(house),
        await take(house),
        await take(house, { unit: 'b' }),
        await take(house, { type: 'BC', symbol: 'BC-A' }),
      ].map((it) => it.number),
    ).toEqual([1, 2, 1, 1]);
    house.clock = new Date('2027-01-01T01:00:00Z');
    expect(await take(house)).toMatchObject({ number: 1, issued_on: '2027-01-01' });
  });

  test('begins the year at midnight in Vietnam', async ({ db }) => {
    const house = await opened(db);
    house.clock = new Date('2026-12-31T16:59:00Z');
    expect(await take(house)).toMatchObject({ issued_on: '2026-12-31' });
    house.clock = new Date('2026-12-31T17:00:00Z');
    expect(await take(house)).toMatchObject({ number: 1, issued_on: '2027-01-01' });
  });

  test('counts types together where a unit does, and goes on so until somebody says otherwise', async ({ db }) => {
    const house = await opened(db);
    await take(house, { register: 'shared' });
    expect((await take(house, { type: 'BC', symbol: 'BC-A', register: 'shared' })).number).toBe(2);
    expect((await take(house)).number).toBe(3);
    expect((await take(house, { register: 'own' })).number).toBe(1);
  });

  test('follows the days: not before the last number, not in the future', async ({ db }) => {
    const house = await opened(db);
    await take(house, { day: '2026-11-20' });
    await expect(take(house, { day: '2026-11-19' })).rejects.toEqual(code('paper_day'));
    await expect(take(house, { day: '2026-11-24' })).rejects.toEqual(code('paper_day'));
    expect((await take(house, { day: '2026-11-20' })).number).toBe(2);
  });

  test('gives none to a unit that was not there on the day, and none for a symbol out of form', async ({ db }) => {
    const house = await opened(db);
    await expect(take(house, { day: '2019-01-01' })).rejects.toEqual(code('unit_ended'));
    for (const symbol of ['', 'KH', 'kh-a', 'KH -A', 'KH-', 'KH/A'])
      await expect(take(house, { symbol })).rejects.toEqual(code('bad_input'));
    await expect(take(house, { unit: 'x' })).rejects.toEqual(code('bad_input'));
    expect(await numbers(house)).toEqual([]);
  });

  test('has no gap and no number twice when forty ask at once, and some of them fail', async ({ database }) => {
    const house = await opened(database.db);
    const failing = command({
      name: 'test.fail',
      verb: 'papers.number',
      input: inputs.nothing,
      async run(ctx): Promise<{ number: number }> {
        await takeNumber(ctx, {
          unit_id: await unitByCode(ctx, 'a'),
          type: 'KH',
          symbol: 'KH-A',
          title: 'Kế hoạch',
          register: 'own',
        });
        throw new Error('power cut');
      },
    });
    const all = Array.from({ length: 40 }, (_, i) =>
      i % 8 === 7 ? execute(house, failing, {}, by).catch(() => null) : take(house, { register: 'own' }),
    );
    const given = (await Promise.all(all)).flatMap((it) => (it ? [it.number] : []));
    expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
    expect((await numbers(house)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
  });

  test('keeps a number whose paper did not go out, with the reason', async ({ db }) => {
    const house = await opened(db);
    const { id } = await take(house);
    await execute(house, voidPaper, { id, why: 'không ban hành' }, by);
    expect(await ask(house, show, { id }, operator)).toMatchObject({ state: 'void', void_why: 'không ban hành', number: 1 });
    await expect(execute(house, voidPaper, { id, why: 'lần nữa' }, by)).rejects.toEqual(code('paper_void'));
    expect((await take(house)).number).toBe(2);
  });

  test('is listed by unit, type, year, state and words, in the order of days', async ({ db }) => {
    const house = await opened(db);
    await take(house, { title: 'Thông tin đối ngoại năm 2027', day: '2026-11-01' });
    await take(house, { type: 'BC', symbol: 'BC-A', title: 'Báo cáo năm', day: '2026-11-02' });
    await take(house, { unit: 'b', title: 'Kế hoạch khác', day: '2026-11-03' });
    const titles = async (asked: object) => (await ask(house, list, asked, operator)).papers.map(({ title }) => title);
    expect(await titles({})).toEqual(['Kế hoạch khác', 'Báo cáo năm', 'Thông tin đối ngoại năm 2027']);
    expect(await titles({ unit: 'a', sort: 'title' })).toEqual(['Báo cáo năm', 'Thông tin đối ngoại năm 2027']);
    expect(await titles({ type: 'BC' })).toEqual(['Báo cáo năm']);
    expect(await titles({ search: 'doi ngoai' })).toEqual(['Thông tin đối ngoại năm 2027']);
    expect(await titles({ search: 'đối ngoại' })).toEqual(['Thông tin đối ngoại năm 2027']);
    expect(await titles({ search: 'BC-A' })).toEqual(['Báo cáo năm']);
    expect(await titles({ year: 2025 })).toEqual([]);
    expect(await titles({ state: 'signed' })).toEqual([]);
    const first = await ask(house, list, { size: 2 }, operator);
    const rest = await ask(house, list, { size: 2, after: first.after }, operator);
    expect([...first.papers, ...rest.papers].map(({ number: n }) => n)).toEqual([1, 1, 1]);
  });

  test('is for whoever holds the role at the unit: others see nothing of it', async ({ db }) => {
    const house = await opened(db);
    const { id } = await take(house);
    const [a, b] = await Promise.all(
      ['a', 'b'].map(
        async (it) => (await db.selectFrom('unit').select('id').where('code', '=', it).executeTakeFirstOrThrow()).id,
      ),
    );
    const [own, other] = [holding(['officer'], a), holding(['officer'], b)];
    expect((await ask(house, list, {}, own)).papers).toHaveLength(1);
    expect((await ask(house, list, {}, other)).papers).toEqual([]);
    await expect(ask(house, show, { id }, other)).rejects.toEqual(code('not_found'));
    expect((await ask(house, options, {}, own)).map((it) => it.code)).toEqual(['a']);
    await expect(execute(house, number, { unit: 'a', type: 'KH', symbol: 'KH-A', title: 'x' }, { actor: other })).rejects.toEqual(
      code('not_allowed'),
    );
    await expect(execute(house, voidPaper, { id, why: 'x' }, { actor: holding(['approver'], a) })).rejects.toEqual(
      code('not_allowed'),
    );
  });
});

describe('a paper that is issued and signed (IV.2-5)', () => {
  let file12: Uint8Array;
  beforeEach(async () => {
    file12 ??= await certificate();
  });
  const content = async (house: TestHouse, id: string, which: 'exported' | 'signed') =>
    new Uint8Array(await buffer((await ask(house, file, { id, which }, operator)).content));

  test('bears its number and day, is signed, and is the very file that is downloaded', async ({ db }) => {
    const house = await opened(db);
    const { id } = await execute(house, issueTest, {}, by);
    const exported = await content(house, id, 'exported');
    expect(exported).toEqual(writePdf(plan({ number: '1', symbol: 'KH-A', issued_on: '2026-11-23', medium: 'electronic' })));
    const { signers } = await execute(house, sign, { id, certificate: file12, password: PASSWORD }, by);
    expect(signers).toEqual(['Nguyễn Văn An']);
    const signed = await content(house, id, 'signed');
    expect(Buffer.from(signed.subarray(0, exported.length)).equals(Buffer.from(exported))).toBe(true);
    expect(await ask(house, show, { id }, operator)).toMatchObject({ state: 'signed', signatures: [{ name: 'Nguyễn Văn An' }] });
  });

  test('is signed once, and neither when it was voided nor when nothing was exported', async ({ db }) => {
    const house = await opened(db);
    const { id } = await execute(house, issueTest, {}, by);
    await execute(house, sign, { id, certificate: file12, password: PASSWORD }, by);
    const again = { certificate: file12, password: PASSWORD };
    await expect(execute(house, sign, { id, ...again }, by)).rejects.toEqual(code('paper_signed'));
    await expect(execute(house, voidPaper, { id, why: 'x' }, by)).rejects.toEqual(code('paper_signed'));
    const plain = await take(house);
    await expect(execute(house, sign, { id: plain.id, ...again }, by)).rejects.toEqual(code('paper_not_exported'));
    await execute(house, voidPaper, { id: plain.id, why: 'x' }, by);
    await expect(execute(house, sign, { id: plain.id, ...again }, by)).rejects.toEqual(code('paper_void'));
  });

  test('is refused a certificate that has expired or a wrong password, and waits on', async ({ db }) => {
    const house = await opened(db);
    const { id } = await execute(house, issueTest, {}, by);
    const old = await certificate({ from: '2024-01-01', to: '2025-01-01' });
    await expect(execute(house, sign, { id, certificate: old, password: PASSWORD }, by)).rejects.toMatchObject({
      code: 'certificate_expired',
      values: { name: 'Nguyễn Văn An', day: '01/01/2025' },
    });
    await expect(execute(house, sign, { id, certificate: file12, password: 'sai' }, by)).rejects.toEqual(
      code('certificate_password'),
    );
    expect(await ask(house, show, { id }, operator)).toMatchObject({ state: 'exported', signatures: [] });
  });

  test('leaves nothing of password or certificate in the database', async ({ db }) => {
    const house = await opened(db);
    const { id } = await execute(house, issueTest, {}, by);
    await execute(house, sign, { id, certificate: file12, password: PASSWORD }, by);
    const events = await db.selectFrom('event').selectAll().where('subject_id', '=', id).execute();
    const rows = await db.selectFrom('paper').selectAll().execute();
    const keys = await db.selectFrom('idempotency').selectAll().execute();
    const all = JSON.stringify([events, rows, keys]);
    expect(all).not.toContain(PASSWORD);
    expect(all).not.toContain(Buffer.from(file12).toString('base64').slice(0, 40));
    // The record is for ever: it holds serial numbers, no names of who signed.
    expect(JSON.stringify(events)).not.toContain('Nguyễn Văn An');
  });

  test('comes back signed by another tool, and no other file is taken for it', async ({ db }) => {
    const house = await opened(db);
    const [one, two] = [await execute(house, issueTest, {}, by), await execute(house, issueTest, {}, by)];
    const elsewhere = async (id: string) => {
      const pdf = await content(house, id, 'exported');
      return (await signPdf({ pdf, certificate: file12, password: PASSWORD, at: house.clock.toISOString(), place: null })).pdf;
    };
    await expect(execute(house, takeSigned, { id: one.id, content: await elsewhere(two.id) }, by)).rejects.toEqual(
      code('signature_other'),
    );
    await expect(
      execute(house, takeSigned, { id: one.id, content: await content(house, one.id, 'exported') }, by),
    ).rejects.toEqual(code('signature_missing'));
    expect(await ask(house, show, { id: one.id }, operator)).toMatchObject({ state: 'exported' });
    const signed = await elsewhere(one.id);
    await execute(house, takeSigned, { id: one.id, content: signed }, by);
    expect(await content(house, one.id, 'signed')).toEqual(signed);
  });

  test('is signed by one of two who press at once', async ({ database }) => {
    const house = await opened(database.db);
    const { id } = await execute(house, issueTest, {}, by);
    const both = await Promise.allSettled(
      [1, 2].map(() => execute(house, sign, { id, certificate: file12, password: PASSWORD }, by)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
