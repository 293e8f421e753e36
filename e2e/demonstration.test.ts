/** The demonstration province, as a stranger looks around in it: C-0, IV.0, X-1 (begun). */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  page = await office.newPage();
  await settleIn(page, house);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

describe('the demonstration province', () => {
  it('shows its plan with 38 tasks, every agency known to the register', async () => {
    await page.getByRole('link', { name: /^Triển khai nhiệm vụ thông tin đối ngoại/ }).click();
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/);
    await page.locator('li.task').first().waitFor();
    expect(await page.locator('li.task').count()).toBe(38);
    await page.getByRole('link', { name: 'Cơ quan', exact: true }).click();
    await page.locator('details').first().waitFor();
    expect(await page.getByText('chưa có trong danh mục').count()).toBe(0);
  });

  it('gives an agency its tasks with their deadlines', async () => {
    await page.goto(`${house.address}/tasks/agencies`);
    await page.getByRole('link', { name: 'Sở Thông tin và Truyền thông' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sở Thông tin và Truyền thông' }).waitFor();
    await page.getByText('trước ngày 30/6').first().waitFor();
  });

  it('knows 15 border communes in 2023 and 8 after the reorganisation', async () => {
    const communes = async (day: string) => {
      await page.goto(`${house.address}/units?day=${day}`);
      const strip = page
        .getByRole('region', { name: 'Dọc biên giới' })
        .or(page.locator('section', { hasText: 'Dọc biên giới' }))
        .first();
      return strip.getByRole('link', { name: /^Xã / }).count();
    };
    expect(await communes('2023-06-01')).toBe(15);
    expect(await communes('2025-07-01')).toBe(8);
  });

  it('is marked and sound on every page and screen', async () => {
    const { plans } = JSON.parse(await house.cotmoc('plan.list', '--json')) as { plans: { id: string }[] };
    const [plan] = plans;
    await lookAt(browser, office, house.address, {
      'demo-home': '/',
      'demo-plan': `/plans/${plan?.id}`,
      'demo-plan-calendar': `/plans/${plan?.id}?panel=calendar`,
      'demo-plan-remarks': `/plans/${plan?.id}?panel=warnings`,
      'demo-tasks': '/tasks',
      'demo-units': '/units',
      'demo-units-2023': '/units?day=2023-06-01',
    });
    for (const path of ['/plans', `/plans/${plan?.id}`, '/tasks', '/units']) {
      await page.goto(house.address + path);
      expect([path, (await page.getByText('Dữ liệu trình diễn').count()) > 0]).toEqual([path, true]);
    }
  });

  it('goes away by one command, and leaves the administrator', async () => {
    await house.cotmoc('demo.remove');
    await page.goto(`${house.address}/plans`);
    await page.getByText('Chưa có kế hoạch nào được tiếp nhận').waitFor();
    expect(JSON.parse(await house.cotmoc('unit.list', '--json'))).toEqual([]);
  });
});
