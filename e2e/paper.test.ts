/** A plan becomes an official paper: looked at, numbered, drawn, signed with two tools, found in the register. X-2, IV.2-5, IV.2-6. */
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDocument } from '../src/ports/documents/open.ts';
import { certificate, PASSWORD as KEY } from '../src/ports/signing/certificates.fixture.ts';
import { signPdf } from '../src/ports/signing/sign.server.ts';
import { openBrowser } from './browser.ts';
import { lookAt } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

let house: Running;
let browser: Browser;
let office: BrowserContext;
let page: Page;
let plan: string;
let paper: string;
const folder = mkdtempSync(join(tmpdir(), 'cotmoc-papers-'));
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  await settleIn(await office.newPage(), house);
  // Signing is for those who sign, not for whoever keeps the house.
  await house.cotmoc('role.grant', '--person', 'an.nguyen', '--role', 'approver');
  // All of it by forms and links.
  office = await browser.newContext({
    locale: 'vi-VN',
    javaScriptEnabled: false,
    storageState: await office.storageState(),
    acceptDownloads: true,
  });
  page = await office.newPage();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** What a link saves. */
async function saved(name: string): Promise<{ bytes: Uint8Array; file: string; path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const path = await download.path();
  return { bytes: new Uint8Array(readFileSync(path)), file: download.suggestedFilename(), path };
}

describe('an official paper, without JavaScript', () => {
  it('is a plan in its form, as Word and PDF, with remarks and what rule is behind each', async () => {
    await page.goto(`${house.address}/plans`);
    await page.getByRole('row').nth(1).getByRole('link').first().click();
    plan = new URL(page.url()).pathname;
    await page.getByRole('link', { name: 'Văn bản theo thể thức' }).click();
    await page.getByRole('heading', { name: 'Văn bản theo thể thức' }).waitFor();
    await page.getByText('Số của văn bản còn để trống.').waitFor();
    await page.getByText('Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3').first().waitFor();
    const word = await saved('Tải về Word (.docx)');
    expect(word.file).toMatch(/^Kế hoạch .*\.docx$/);
    expect((await openDocument(word.bytes, word.file)).text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const pdf = await saved('Tải về PDF');
    expect((await openDocument(pdf.bytes, pdf.file)).text).toContain('Nơi nhận:');
  });

  it('gets the next number of the register, and waits to be signed', async () => {
    await page.getByLabel('Ký hiệu').fill('kế hoạch');
    await page.getByRole('button', { name: 'Lấy số và xuất bản để ký' }).click();
    await page.getByText('Ký hiệu gồm các nhóm chữ viết hoa').waitFor();
    await page.getByLabel('Cơ quan ban hành').selectOption('dn.ubnd');
    await page.getByLabel('Ký hiệu').fill('KH-UBND');
    await page.getByRole('button', { name: 'Lấy số và xuất bản để ký' }).click();
    await page.waitForURL('**/papers/*');
    paper = new URL(page.url()).pathname;
    await page.getByRole('heading', { name: '01/KH-UBND' }).waitFor();
    const { bytes } = await saved('Tải bản PDF chờ ký');
    const { text } = await openDocument(bytes, 'a.pdf');
    expect(text).toContain('01/KH-UBND');
    writeFileSync(join(folder, 'cho-ky.pdf'), bytes);
  });

  it('is not signed with a certificate that has expired, or with a wrong password', async () => {
    writeFileSync(join(folder, 'cu.p12'), await certificate({ from: '2020-01-01', to: '2021-01-01' }));
    writeFileSync(join(folder, 'moi.p12'), await certificate({ from: day(-30), to: day(300) }));
    await page.getByLabel('Tệp chứng thư (.p12, .pfx)').setInputFiles(join(folder, 'cu.p12'));
    await page.getByLabel('Mật khẩu của tệp').fill(KEY);
    await page.getByRole('button', { name: 'Ký', exact: true }).click();
    await page.getByRole('alert').getByText('đã hết hạn ngày 01/01/2021').waitFor();
    await page.getByLabel('Tệp chứng thư (.p12, .pfx)').setInputFiles(join(folder, 'moi.p12'));
    await page.getByLabel('Mật khẩu của tệp').fill('sai');
    await page.getByRole('button', { name: 'Ký', exact: true }).click();
    await page.getByRole('alert').getByText('Mật khẩu của tệp chứng thư không đúng').waitFor();
  });

  it('is not taken when it is another file, and is when it is that one, signed elsewhere', async () => {
    await page.getByLabel('Tệp PDF đã ký').setInputFiles(join(folder, 'cho-ky.pdf'));
    await page.getByRole('button', { name: 'Nộp bản đã ký' }).click();
    await page.getByRole('alert').getByText('chưa có chữ ký số').waitFor();
    const ask = { pdf: new Uint8Array(readFileSync(join(folder, 'cho-ky.pdf'))), at: new Date().toISOString(), place: null };
    const own = new Uint8Array(readFileSync(join(folder, 'moi.p12')));
    writeFileSync(join(folder, 'da-ky.pdf'), (await signPdf({ ...ask, certificate: own, password: KEY })).pdf);
    await page.getByLabel('Tệp PDF đã ký').setInputFiles(join(folder, 'da-ky.pdf'));
    await page.getByRole('button', { name: 'Nộp bản đã ký' }).click();
    await page.getByRole('status').getByText('✓').waitFor();
    await page.getByText('đã ký số').first().waitFor();
    expect((await saved('Tải bản PDF đã ký')).bytes).toEqual(new Uint8Array(readFileSync(join(folder, 'da-ky.pdf'))));
  });

  it('stands in the register, and so does one that was written elsewhere; its number is kept when it does not go out', async () => {
    await page.goto(`${house.address}/papers`);
    await page.getByText('Lấy số').first().click();
    const form = page.locator('form.take');
    await form.getByLabel('Tên loại').selectOption('BC');
    await form.getByLabel('Trích yếu').fill('Kết quả 6 tháng đầu năm');
    await form.getByLabel('Cơ quan ban hành').selectOption('dn.ubnd');
    await form.getByLabel('Ký hiệu').fill('BC-UBND');
    await form.getByRole('button', { name: 'Lấy số' }).click();
    await page.getByRole('heading', { name: '01/BC-UBND' }).waitFor();
    await page.getByLabel('Lý do').fill('không ban hành');
    await page.getByRole('button', { name: 'Huỷ số' }).click();
    await page.getByText('đã huỷ số').first().waitFor();
    await page.goto(`${house.address}/papers?type=KH`);
    expect(await page.getByRole('row').filter({ hasText: '01/KH-UBND' }).count()).toBe(1);
    expect(await page.getByRole('row').filter({ hasText: '01/BC-UBND' }).count()).toBe(0);
    const sheet = await saved('Tải về .xlsx');
    expect(sheet.file).toMatch(/^so-van-ban-di-.*\.xlsx$/);
  });

  it('looks right on the office PC and on the phone', async () => {
    await lookAt(browser, office, house.address, {
      'paper-plan': `${plan}/paper`,
      'paper-register': '/papers',
      'paper-signed': paper,
    });
  });
});
