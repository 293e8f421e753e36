/** The house in Khmer, whose letters stand higher and whose words have no blanks to break at. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDraft } from '#core/approval.server.ts';
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

describe('the house in Khmer', () => {
  it('is chosen by a button, set in a Khmer font, and marked as a draft until a named person has approved the words', async () => {
    const mark = page.getByText('chưa được người bản ngữ duyệt');
    expect(await mark.count()).toBe(0);
    await page.getByRole('button', { name: 'ខ្មែរ' }).click();
    await page.getByRole('heading', { level: 1, name: 'ផែនការ' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('km');
    const weights = await page.evaluate(async () => {
      await document.fonts.ready;
      const loaded = [...document.fonts].filter(({ family, status }) => family.includes('Khmer') && status === 'loaded');
      return loaded.map(({ weight }) => weight).toSorted();
    });
    expect(weights).toEqual(['400', '600']);
    expect(await mark.count()).toBe(isDraft('km') ? 1 : 0);
  });

  it('refuses in Khmer, and keeps what was entered', async () => {
    const stranger = await browser.newContext({ storageState: { cookies: await cookieOfLanguage(), origins: [] } });
    const door = await stranger.newPage();
    await door.goto(`${house.address}/sign-in`);
    await door.getByLabel('ឈ្មោះអ្នកប្រើ').fill('an.nguyen');
    await door.getByLabel('ពាក្យសម្ងាត់').fill('sai mật khẩu rồi');
    await door.getByRole('button', { name: 'ចូលប្រព័ន្ធ', exact: true }).click();
    await door.getByText('ឈ្មោះអ្នកប្រើ ឬពាក្យសម្ងាត់មិនត្រឹមត្រូវ').waitFor();
    expect(await door.getByLabel('ឈ្មោះអ្នកប្រើ').inputValue()).toBe('an.nguyen');
    await lookAt(browser, stranger, house.address, { 'km-sign-in': '/sign-in', 'km-start': '/start?token=x' });
    await stranger.close();
  });

  it('holds so around a plan too', async () => {
    const { plans } = JSON.parse(await house.cotmoc('plan.list', '--json')) as { plans: { id: string }[] };
    const plan = `/plans/${plans[0]?.id}`;
    await lookAt(browser, office, house.address, {
      'km-plan': plan,
      'km-plan-agencies': `${plan}?panel=agencies`,
      'km-plan-calendar': `${plan}?panel=calendar`,
      'km-plan-remarks': `${plan}?panel=warnings`,
    });
  });
});

const cookieOfLanguage = async () => (await office.cookies()).filter(({ name }) => name === 'language');
