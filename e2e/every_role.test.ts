/**
 * A day's work of each role in the demonstration province, before the offices were put together and after: X-1, IV.0, IV.10, C-0. The clock
 * of the demonstration stands at February 2025, then at July.
 */
import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../src/core/access.ts';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { PASSWORD, settleIn, startHouse, type Running } from './running.ts';

const BEFORE = '2025-02-10';
const AFTER = '2025-07-15';

/** Who works where; the administrator is there already. Each unit ends in 2025. */
const STAFF: Record<Exclude<Role, 'administrator'>, { name: string; unit: string }> = {
  coordinator: { name: 'Trần Văn Bình', unit: 'bp.stttt' },
  officer: { name: 'Điểu Thị Cẩm', unit: 'bp.ubnd.loc-ninh' },
  approver: { name: 'Lê Thị Dung', unit: 'bp.stttt' },
  translator: { name: 'Lâm Sa Rươn', unit: 'bp.sngv' },
  accountant: { name: 'Phạm Văn Em', unit: 'bp.stc' },
  trainer: { name: 'Thị Giang', unit: 'bp.bdt' },
  surveyor: { name: 'Hoàng Văn Hải', unit: 'bp.bdbp' },
  auditor: { name: 'Vũ Thị Khánh', unit: 'bp.ubnd' },
  reader: { name: 'Đỗ Văn Long', unit: 'bp.bptv' },
};
type Hired = keyof typeof STAFF;

/** What each finds in the rail beside the work all see. */
const MORE: Partial<Record<Role, string[]>> = { administrator: ['Người dùng', 'Nhật ký'], auditor: ['Người dùng', 'Nhật ký'] };
const WORK = ['Việc của tôi', 'Kế hoạch', 'Nhiệm vụ', 'Thời hạn', 'Xem lịch thời hạn', 'Cơ quan, địa bàn'];

const DISTRICT = `ỦY BAN NHÂN DÂN
HUYỆN LỘC NINH

Số: 12/KH-UBND
Lộc Ninh, ngày 10 tháng 02 năm 2025

KẾ HOẠCH
Thông tin đối ngoại trên địa bàn huyện Lộc Ninh năm 2025

1. Phòng Văn hóa và Thông tin chủ trì biên soạn tờ gấp bằng tiếng Khmer trước ngày 20/6/2025.
2. Ủy ban nhân dân xã Lộc Tấn phát thanh mỗi tuần một buổi bằng tiếng Xtiêng.
`;
const DEPARTMENT = `ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC
SỞ THÔNG TIN VÀ TRUYỀN THÔNG

Số: 31/KH-STTTT
Bình Phước, ngày 10 tháng 02 năm 2025

KẾ HOẠCH
Bồi dưỡng nghiệp vụ thông tin đối ngoại năm 2025

1. Sở Ngoại vụ chủ trì biên dịch tài liệu trước ngày 30/6/2025.
`;

let house: Running;
let browser: Browser;
let office: BrowserContext;
let admin: Page;
const desks = new Map<Hired, Page>();

beforeAll(async () => {
  house = await startHouse('--demo', '--clock', BEFORE);
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  admin = await office.newPage();
  await settleIn(admin, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const roles = Object.keys(STAFF) as Hired[];
const desk = (role: Hired) => desks.get(role) as Page;
const open = (page: Page, path: string) => page.goto(house.address + path);
const railOf = async (page: Page) =>
  (await page.getByRole('navigation').first().locator('a[href]').allTextContents()).map((words) => words.trim());

async function bring(page: Page, text: string, name: string, unit?: string) {
  await open(page, '/plans');
  const choice = page.locator('[name="unit"]');
  if (unit && (await choice.count()) > 0) await choice.selectOption(unit);
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.waitForURL(/\/plans\/readings\//);
}

/** As a person without JavaScript would find it: what is there, and the way out. */
async function refused(page: Page, path: string, status: 403 | 404) {
  expect((await open(page, path))?.status(), path).toBe(status);
}

describe(`in February 2025`, () => {
  it('the administrator brings in a person for each role, who sets a password by a link and signs in', async () => {
    await admin.getByText('Đồng hồ trình diễn đang chỉ ngày 10/02/2025').waitFor();
    for (const role of roles) {
      const { name, unit } = STAFF[role];
      const made = await admin.request.post(`${house.address}/api/commands/person.add`, {
        headers: { origin: house.address, 'idempotency-key': randomUUID() },
        data: { name, username: `${role}.1`, roles: [{ role, unit }] },
      });
      const { path } = (await made.json()) as { path: string };
      const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
      await open(page, path);
      await page.getByLabel('Mật khẩu').first().fill(PASSWORD);
      await page.getByRole('button').last().click();
      await page.waitForURL('**/sign-in**');
      await page.getByLabel('Tên đăng nhập').fill(`${role}.1`);
      await page.getByLabel('Mật khẩu').fill(PASSWORD);
      await page.getByRole('button', { name: 'Đăng nhập' }).click();
      await page.waitForURL((url) => url.pathname === '/');
      desks.set(role, page);
    }
    await open(admin, '/people');
    await admin.getByRole('link', { name: STAFF.translator.name }).waitFor();
  });

  it.each(roles)(
    'the %s finds the work of the own unit on the first page, and in the rail nothing that is for others',
    async (role) => {
      const page = desk(role);
      await open(page, '/');
      await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
      expect(await railOf(page)).toEqual(expect.arrayContaining([...WORK, ...(MORE[role] ?? [])]));
      expect((await railOf(page)).filter((words) => ['Người dùng', 'Nhật ký'].includes(words))).toEqual(MORE[role] ?? []);
      if (!MORE[role]) await refused(page, '/people', 403);
      await refused(page, '/people/import', 403);
    },
  );

  it('the officer of a district brings in its own plan, corrects what was read, and may not adopt it', async () => {
    const page = desk('officer');
    await bring(page, DISTRICT, 'huyen.txt', 'bp.ubnd.loc-ninh');
    await page.getByRole('heading', { level: 1, name: /huyện Lộc Ninh năm 2025/ }).waitFor();
    expect(await page.locator('li.task').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).count()).toBe(0);
    await page.getByText('Văn bản chờ người có quyền tiếp nhận').waitFor();
    await page.getByRole('link', { name: /^Rà soát/ }).click();
    await page.waitForURL('**/review**');
    await page.goto(page.url().replace(/\?.*/, '?look=0'));
    await page.locator('[data-key="task"]').first().click();
    await page.locator('[data-key="undo"]:enabled').waitFor();
  });

  it('the coordinator brings in the plan of the department, and does not see what waits at the district', async () => {
    const page = desk('coordinator');
    await bring(page, DEPARTMENT, 'so.txt', 'bp.stttt');
    await page.getByRole('heading', { level: 1, name: /Bồi dưỡng nghiệp vụ/ }).waitFor();
    await open(page, '/plans');
    expect(await page.getByRole('link', { name: /huyện Lộc Ninh/ }).count()).toBe(0);
  });

  it('the approver adopts it', async () => {
    const page = desk('approver');
    await open(page, '/');
    await page
      .locator('main')
      .getByRole('link', { name: /Bồi dưỡng nghiệp vụ/ })
      .click();
    await page.waitForURL('**/plans/readings/*');
    await page.getByRole('button', { name: 'Tiếp nhận kế hoạch' }).click();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}/);
  });

  it.each(['translator', 'accountant', 'trainer', 'surveyor'] as const)(
    'the %s sees the tasks of the own unit, opens one, and brings in nothing',
    async (role) => {
      const page = desk(role);
      await open(page, '/tasks?mine=1');
      const tasks = page.locator('main tbody tr');
      expect(await tasks.count()).toBeGreaterThan(0);
      await tasks.first().getByRole('link').first().click();
      await page.waitForURL(/\/(tasks|plans)\//);
      await open(page, '/plans');
      expect(await page.locator('#file').count()).toBe(0);
    },
  );

  it('the translator, whose unit has a task in it, sees the plan of the department; the accountant does not', async () => {
    const shown = async (role: Hired) => (
      await open(desk(role), '/plans'),
      desk(role)
        .getByRole('link', { name: /Bồi dưỡng nghiệp vụ/ })
        .count()
    );
    expect([await shown('translator'), await shown('accountant')]).toEqual([1, 0]);
  });

  it('the auditor reads who adopted it, and in which role', async () => {
    const page = desk('auditor');
    await open(page, '/record?command=plan.adopt');
    const line = page.locator('main ol > li', { hasText: 'Bồi dưỡng nghiệp vụ' });
    await line.getByText(STAFF.approver.name).waitFor();
    await line.getByText('người duyệt').waitFor();
    await refused(page, '/record/chain', 403);
  });

  it('the reader reads the plan of the province', async () => {
    const page = desk('reader');
    await readProvincesPlan(page);
    expect(await page.locator('main form[method="POST"]').count()).toBe(0);
    await page.getByRole('link', { name: 'Bản in toàn bộ kế hoạch' }).click();
    await page.waitForURL('**/sheet?*');
    expect(await page.locator('main tbody td:nth-child(2) a').count()).toBe(38);
  });
});

describe('in July 2025, the offices put together', () => {
  it('everybody is still signed in, and the units of February have ended', async () => {
    await house.again('--demo', '--clock', AFTER);
    await open(admin, '/');
    await admin.getByText('Đồng hồ trình diễn đang chỉ ngày 15/07/2025').waitFor();
    await open(desk('coordinator'), '/units/bp.stttt');
    await desk('coordinator').getByText('Kết thúc ngày').waitFor({ state: 'attached' });
  });

  it('the administrator is told which roles stayed behind, and moves them to the successors, one after the other', async () => {
    await open(admin, '/');
    await admin.getByRole('link', { name: /vai trò tại cơ quan đã kết thúc/ }).click();
    await admin.getByRole('heading', { level: 1, name: 'Vai trò tại cơ quan đã kết thúc' }).waitFor();
    await move('bp.stttt', 'bp.svhttdl');
    for (const [from, to] of [
      ['bp.svhttdl', 'dn.svhttdl'],
      ['bp.sngv', 'dn.sngv'],
      ['bp.stc', 'dn.stc'],
      ['bp.bdt', 'bp.sdttg'],
      ['bp.sdttg', 'dn.sdttg'],
      ['bp.bdbp', 'dn.bdbp'],
      ['bp.ubnd', 'dn.ubnd'],
      ['bp.bptv', 'dn.bao'],
    ] as const)
      await move(from, to);
    // A district has ended and nothing came after it: its officer gets another role, by hand.
    await open(admin, '/people/moving');
    await admin.getByText('Không có cơ quan kế thừa').waitFor();
    await admin
      .locator('section', { hasText: 'Lộc Ninh' })
      .getByRole('link', { name: /1 vai trò/ })
      .click();
    await admin.getByRole('link', { name: STAFF.officer.name }).click();
    await admin.getByRole('heading', { level: 1, name: STAFF.officer.name }).waitFor();
    const grant = admin.locator('form[action="?/grant"]');
    await grant.getByLabel('Vai trò').selectOption('officer');
    await grant.getByLabel('Cơ quan').selectOption('dn.ubnd.loc-tan');
    await grant.getByRole('button', { name: 'Trao vai trò' }).click();
    await admin.getByText('Lộc Tấn').first().waitFor();
    const old = admin.locator('main li', { hasText: 'huyện Lộc Ninh' });
    await old.locator('summary', { hasText: 'Kết thúc vai trò' }).click();
    await old.getByLabel('Lý do').fill('huyện đã kết thúc hoạt động');
    await old.getByRole('button', { name: /^Kết thúc vai trò/ }).click();
    await admin.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await old.getByText('đã kết thúc').waitFor();
    await open(admin, '/people/moving');
    await admin.getByText('Không còn vai trò nào').waitFor();
  });

  it.each(roles)('the %s goes on at the successor, and sees no more than before', async (role) => {
    const page = desk(role);
    await open(page, '/');
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    expect((await railOf(page)).filter((words) => ['Người dùng', 'Nhật ký'].includes(words))).toEqual(MORE[role] ?? []);
    await open(page, '/self');
    await page
      .getByText(/Đồng Nai|Lộc Tấn/)
      .first()
      .waitFor();
  });

  it.each(['translator', 'accountant', 'trainer', 'surveyor'] as const)(
    'the %s finds the tasks that the forerunner was given, under the name of its day',
    async (role) => {
      const page = desk(role);
      await open(page, '/tasks?mine=1');
      expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0);
    },
  );

  it('the officer, now of a commune, brings in its plan and no more sees what the district left', async () => {
    const page = desk('officer');
    await open(page, '/plans');
    expect(await page.getByRole('link', { name: /huyện Lộc Ninh/ }).count()).toBe(0);
    await bring(
      page,
      DISTRICT.replaceAll(/huyện Lộc Ninh/gi, 'xã Lộc Tấn').replace('10 tháng 02', '14 tháng 7'),
      'xa.txt',
      'dn.ubnd.loc-tan',
    );
    await page.getByRole('heading', { level: 1, name: /xã Lộc Tấn năm 2025/ }).waitFor();
  });

  it('the approver and the coordinator find the plan that the old department adopted', async () => {
    for (const role of ['approver', 'coordinator'] as const) {
      await open(desk(role), '/plans');
      await desk(role)
        .locator('main')
        .getByRole('link', { name: /Bồi dưỡng nghiệp vụ/ })
        .first()
        .click();
      await desk(role).getByText('SỞ THÔNG TIN VÀ TRUYỀN THÔNG').first().waitFor();
    }
  });

  it('the auditor reads that the roles were moved', async () => {
    const page = desk('auditor');
    await open(page, '/record?command=role.move');
    await page.locator('main ol > li', { hasText: STAFF.translator.name }).first().waitFor();
  });

  it('the reader, at the station that the old one became part of, still reads the plan', async () => {
    const page = desk('reader');
    await readProvincesPlan(page);
  });

  it('looks sound on every screen', async () => {
    const [city] = (JSON.parse(await house.cotmoc('reorganisation.list', '--json')) as { id: string; day: string }[]).filter(
      ({ day }) => day === '2025-07-01',
    );
    await lookAt(browser, office, house.address, { 'home-moved': '/', reorganisation: `/units/reorganisations/${city?.id}` });
  });
});

async function readProvincesPlan(page: Page) {
  await open(page, '/plans');
  await page
    .locator('main')
    .getByRole('link', { name: /thông tin đối ngoại/i })
    .first()
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function move(from: string, to: string) {
  await open(admin, '/people/moving');
  await admin.locator(`a[href="?from=${from}&to=${to}"]`).click();
  await admin.waitForURL(/from=/);
  await admin.getByRole('button', { name: /^Chuyển \d+ vai trò$/ }).click();
  await admin.getByText(/^Đã chuyển [1-9]/).waitFor();
}
