import { buffer } from 'node:stream/consumers';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { test } from '#db/testing.server.ts';
import { operator, testHouse, type TestHouse } from '#house.testing.ts';
import { file } from '#features/papers/queries.server.ts';
import { addPlace, addUnit } from '#features/units/commands.server.ts';
import { openDocument } from '#ports/documents/open.ts';
import { writeDocx } from '#ports/papers/docx.server.ts';
import { writePdf } from '#ports/papers/pdf.server.ts';
import type { Paper } from '#ports/papers/paper.ts';
import { adopt, bring } from './commands.server.ts';
import { issue } from './issuing_commands.server.ts';
import { begin } from './linking_commands.server.ts';
import { brought, by, code } from './papers.fixture.ts';
import { paper } from './paper_queries.server.ts';
import { show } from './queries.server.ts';
import { readPlan } from './reading/read.ts';

const OPEN = new URL('../../../bench/plan/open/', import.meta.url);
const adopted = async (house: TestHouse, content: Uint8Array, name: string) =>
  (await execute(house, adopt, { id: (await execute(house, bring, { content, name }, by)).id, separate: true }, by)).id;
const adoptedOf = async (house: TestHouse, which: string, name: string) =>
  adopted(house, new Uint8Array(readFileSync(new URL(`${which}/${name}`, OPEN))), name);
const read = async (bytes: Uint8Array, name: string) => readPlan(await openDocument(bytes, name), []);

describe('a plan as an official paper (X-2)', () => {
  test.for([
    ['kh-tinh-doi-ngoai-tu-dong', 'document.docx'],
    ['kh-bien-phong-lich-thang', 'document.docx'],
    ['qd-tinh-du-lich', 'document.docx'],
    ['kh-xa-bien-gioi', 'document.pdf'],
  ] as const)('says what the plan says: %s, drawn and read again, has the same tasks', async ([which, name], { db }) => {
    const house = testHouse(db);
    const { paper: drawn, plan } = await ask(house, paper, { id: await adoptedOf(house, which, name) }, operator);
    const shown = await ask(house, show, { id: plan.id }, operator);
    const tasks = shown.nodes.filter(({ task_id }) => task_id).map(({ text }) => plain(text));
    for (const again of [await read(await writeDocx(drawn as Paper), 'a.docx'), await read(writePdf(drawn as Paper), 'a.pdf')]) {
      expect(again.nodes.filter(({ id }) => again.tasks.includes(id)).map(({ text }) => plain(text))).toEqual(tasks);
      expect(again.document.symbol?.value).toBe(shown.document.symbol?.value);
      expect(again.document.recipients).toHaveLength(shown.document.recipients.length);
    }
  });

  test('puts letterhead, number, day, signer and recipients where they belong', async ({ db }) => {
    const house = testHouse(db);
    const { paper: drawn } = await ask(
      house,
      paper,
      { id: await adoptedOf(house, 'kh-tinh-doi-ngoai-tu-dong', 'document.docx') },
      operator,
    );
    expect(drawn).toMatchObject({ type: 'KH', issuer: 'ỦY BAN NHÂN DÂN TỈNH HÀ GIANG', symbol: 'KH-UBND', place: 'Hà Giang' });
    expect(drawn?.number).toMatch(/^\d+$/);
    expect(drawn?.archive).toMatch(/^VT/);
    expect(drawn?.recipients.join()).not.toMatch(/Lưu/);
    expect(drawn?.body.slice(0, 1)).toMatchObject([{ is: 'text' }]);
  });

  test('leaves blank what is not known, and says so beside it', async ({ db }) => {
    const house = testHouse(db);
    const content = new TextEncoder().encode('KẾ HOẠCH\nGặp gỡ báo chí\n1. Sở Ngoại vụ chủ trì gặp gỡ báo chí.\n');
    const { paper: drawn, remarks } = await ask(house, paper, { id: await adopted(house, content, 'a.txt') }, operator);
    expect(drawn).toMatchObject({ number: null, issued_on: null, place: null, issuer: '', signature: { name: null } });
    expect(remarks.map((it) => it.code)).toEqual(
      expect.arrayContaining(['issuer_missing', 'number_blank', 'date_blank', 'signer_missing']),
    );
  });

  test('remarks on the paper that is printed: what printing mends is said no more, what was read stays', async ({ db }) => {
    const house = testHouse(db);
    const text =
      'UBND TỈNH A\nSố: 5/KH-UBND\nA, ngày 5 tháng 1 năm 2024\nKẾ HOẠCH\nCông tác năm 2024\nCăn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2016 của Chính phủ\n' +
      'I. MỘT\n1. Sở Y tế chủ trì việc A.\nNơi nhận:\n- Bộ Y tế;\n- Lưu VT.\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n';
    const id = await adopted(house, new TextEncoder().encode(text), 'a.txt');
    const read = (await ask(house, show, { id }, operator)).warnings.map((it) => it.code);
    expect(read).toEqual(
      expect.arrayContaining([
        'number_not_padded',
        'date_not_padded',
        'authority_no_blank',
        'archive_colon',
        'end_mark',
        'basis_year',
      ]),
    );
    const { remarks } = await ask(house, paper, { id }, operator);
    const codes = remarks.map((it) => it.code);
    for (const mended of ['number_not_padded', 'date_not_padded', 'authority_no_blank', 'archive_colon', 'end_mark'])
      expect(codes).not.toContain(mended);
    expect(codes).toEqual(expect.arrayContaining(['authority_collective_missing', 'basis_year']));
  });

  test("does not put the state's head on a paper of the Party", async ({ db }) => {
    const house = testHouse(db);
    const found = await ask(house, paper, { id: await adoptedOf(house, 'kh-dang-btg-bien-dao', 'document.docx') }, operator);
    expect(found.paper).toBeNull();
    await expect(execute(house, issue, { id: found.plan.id, symbol: 'KH-BTG' }, by)).rejects.toMatchObject({ name: 'Problem' });
  });
});

describe('a plan that has no number yet (IV.2-6)', () => {
  async function begun(house: TestHouse): Promise<string> {
    const valid_from = '2020-01-01';
    await execute(house, addPlace, { code: 'bp', kind: 'province', names: { vi: 'Bình Phước' }, valid_from }, by);
    await execute(house, addUnit, { code: 'ubnd', kind: 'committee', names: { vi: 'UBND tỉnh Bình Phước' }, valid_from }, by);
    const own = { code: 'sngv', kind: 'department', parent: 'ubnd', place: 'bp', names: { vi: 'Sở Ngoại vụ' }, valid_from };
    await execute(house, addUnit, own, by);
    const parent = await execute(house, adopt, { id: await brought(house) }, by);
    const asked = { parent: parent.id, unit: 'sngv', relation: 'department', title: 'Kế hoạch năm của Sở Ngoại vụ' };
    return (await execute(house, begin, asked, by)).id;
  }

  test('gets head and place from its unit', async ({ db }) => {
    const house = testHouse(db);
    const { paper: drawn, numbered } = await ask(house, paper, { id: await begun(house) }, operator);
    expect(drawn).toMatchObject({
      parent_issuer: 'UBND tỉnh Bình Phước',
      issuer: 'Sở Ngoại vụ',
      place: 'Bình Phước',
      symbol: 'KH-',
    });
    expect(numbered).toBeNull();
  });

  test('is numbered and drawn in one step; what waits to be signed bears number and day', async ({ db }) => {
    const house = testHouse(db);
    const id = await begun(house);
    const issued = await execute(house, issue, { id, symbol: 'KH-SNgV' }, by);
    expect(issued.number).toBe(1);
    const shown = await ask(house, show, { id }, operator);
    expect(shown.plan).toMatchObject({ number: '1', symbol: 'KH-SNgV', issued_on: '2026-11-23' });
    const { content } = await ask(house, file, { id: issued.paper, which: 'exported' }, operator);
    const { text } = await openDocument(new Uint8Array(await buffer(content)), 'a.pdf');
    expect(text).toContain('01/KH-SNgV');
    expect(text).toContain('ngày 23 tháng 11 năm 2026');
    expect((await ask(house, paper, { id }, operator)).issued).toMatchObject({ id: issued.paper });
    await expect(execute(house, issue, { id, symbol: 'KH-SNgV' }, by)).rejects.toEqual(code('plan_numbered'));
  });

  test('of the whole house needs a unit whose register it is', async ({ db }) => {
    const house = testHouse(db);
    await begun(house);
    const content = new TextEncoder().encode('KẾ HOẠCH\nGặp gỡ báo chí\n1. Sở Ngoại vụ chủ trì gặp gỡ báo chí.\n');
    const id = await adopted(house, content, 'a.txt');
    await expect(execute(house, issue, { id, symbol: 'KH-UBND' }, by)).rejects.toEqual(code('bad_input'));
    expect((await execute(house, issue, { id, symbol: 'KH-UBND', unit: 'ubnd' }, by)).number).toBe(1);
  });
});

const FOUNDING = new URL('../../../../shared/mission/000_b88219c9d83a8ca1.txt', import.meta.url);

describe.skipIf(!existsSync(FOUNDING))('the founding plan (skipped: ../shared is absent)', () => {
  test('is printed with its blanks, its four headings and ten groups, and the remarks of domain.md', async ({ db }) => {
    const house = testHouse(db);
    const found = await ask(
      house,
      paper,
      { id: await adopted(house, new Uint8Array(readFileSync(FOUNDING)), 'plan.md') },
      operator,
    );
    const drawn = found.paper as Paper;
    expect(drawn).toMatchObject({ number: null, issued_on: null, year: 2023, symbol: 'KH-UBND', archive: 'VT, KGVX, TD2' });
    expect(
      drawn.body.filter((it) => it.is === 'heading' && it.rank === 'section').map((it) => ('marker' in it ? it.marker : '')),
    ).toEqual(['I.', 'II.', 'III.', 'IV.']);
    expect(drawn.bases).toHaveLength(7);
    expect((await read(await writeDocx(drawn), 'a.docx')).tasks).toHaveLength(38);
    expect(found.remarks.map((it) => it.code)).toEqual(
      expect.arrayContaining([
        'number_blank',
        'date_blank',
        'authority_collective_missing',
        'citation_repeated',
        'symbol_two_ways',
        'written_two_ways',
      ]),
    );
  });
});

it('has a table for rows in a row, and none of their headings twice', async () => {
  const { nodes } = await read(new Uint8Array(readFileSync(new URL('kh-bien-phong-lich-thang/document.docx', OPEN))), 'a.docx');
  expect(nodes.some(({ cells }) => cells?.every(({ text, heading }) => text === heading))).toBe(true);
});

/** The end of the text gets its mark, the rest stays as it is. */
const plain = (text: string) => text.replace(/[\s.;,:/]+$/, '');
