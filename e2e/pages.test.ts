/** Every page there is, on every screen, in every language, and at 200 %: X-1. The pictures are for people to look at. */
import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../src/core/text.ts';
import { openBrowser } from './browser.ts';
import { lookAt, SCREENS, ZOOMED } from './look.ts';
import { settleIn, startHouse, type Running } from './running.ts';

/** Route → an address of it in the demonstration province, a plan and a reading being there. */
const PAGES: Record<
  string,
  (
    ids: Record<'plan' | 'reading' | 'person' | 'reorganisation' | 'draft' | 'task' | 'other' | 'agency' | 'paper', string>,
  ) => string
> = {
  '/(door)/link': () => '/link?token=x',
  '/(door)/sign-in': () => '/sign-in',
  '/(door)/start': () => '/start',
  '/(office)': () => '/',
  '/(office)/api': () => '/api',
  '/(office)/calendar': () => '/calendar',
  '/(office)/deadlines': () => '/deadlines?when=coming',
  '/(office)/find': () => '/find?q=bien+phong',
  '/(office)/help': () => '/help',
  '/(office)/help/[section]': () => '/help/nguoi-dung',
  '/(office)/notices': () => '/notices',
  '/(office)/people': () => '/people',
  '/(office)/people/[id]': ({ person }) => `/people/${person}`,
  '/(office)/people/import': () => '/people/import',
  '/(office)/people/moving': () => '/people/moving',
  '/(office)/plans': () => '/plans',
  '/(office)/plans/[id]': ({ plan }) => `/plans/${plan}`,
  '/(office)/plans/[id]/family': ({ plan }) => `/plans/${plan}/family`,
  '/(office)/plans/[id]/paper': ({ plan }) => `/plans/${plan}/paper`,
  '/(office)/papers': () => '/papers',
  '/(office)/papers/[id]': ({ paper }) => `/papers/${paper}`,
  '/(office)/plans/[id]/sheet': ({ plan, agency }) => `/plans/${plan}/sheet?unit=${agency}`,
  '/(office)/plans/readings/[id]': ({ reading }) => `/plans/readings/${reading}`,
  '/(office)/plans/readings/[id]/difference': ({ reading, other }) => `/plans/readings/${reading}/difference?with=${other}`,
  '/(office)/plans/readings/[id]/review': ({ reading }) => `/plans/readings/${reading}/review`,
  '/(office)/record': () => '/record',
  '/(office)/record/chain': () => '/record/chain',
  '/(office)/record/people/[id]': ({ person }) => `/record/people/${person}`,
  '/(office)/self': () => '/self',
  '/(office)/self/record': () => '/self/record',
  '/(office)/self/security': () => '/self/security',
  '/(office)/self/sessions': () => '/self/sessions',
  '/(office)/self/keys': () => '/self/keys',
  '/(office)/tasks': () => '/tasks',
  '/(office)/tasks/[id]': ({ task }) => `/tasks/${task}`,
  '/(office)/tasks/agencies': () => '/tasks/agencies',
  '/(office)/units': () => '/units',
  '/(office)/units/[code]': () => '/units/bp.stttt',
  '/(office)/units/languages': () => '/units/languages',
  '/(office)/units/list': () => '/units/list',
  '/(office)/units/reorganisations/[id]': ({ reorganisation }) => `/units/reorganisations/${reorganisation}`,
  '/(office)/units/reorganisations/drafts/[id]': ({ draft }) => `/units/reorganisations/drafts/${draft}`,
  '/(office)/units/places/[code]': () => '/units/places/binh-phuoc',
};

const paper = join(import.meta.dirname, '../bench/plan/open/kh-tinh-doi-ngoai-tu-dong/document.docx');
let house: Running;
let browser: Browser;
let office: BrowserContext;
let pages: Record<string, string>;

beforeAll(async () => {
  house = await startHouse('--demo');
  browser = await openBrowser();
  office = await browser.newContext({ locale: 'vi-VN' });
  await settleIn(await office.newPage(), house);
  const asked = async <T>(...words: string[]) => JSON.parse(await house.cotmoc(...words, '--json')) as T;
  // Days around today: the demonstration's plan ended in 2025.
  const day = (from: number) =>
    new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/');
  const duty = (n: number, days: number) =>
    `${n}. Sở Ngoại vụ chủ trì tổng hợp kết quả gặp gỡ báo chí đợt ${n} trước ngày ${day(days)}.`;
  const text = `KẾ HOẠCH\nGặp gỡ báo chí nước ngoài\n\nI. NHIỆM VỤ\n${[-5, -1, 3, 10, 40, 80].map((days, i) => duty(i + 1, days)).join('\n')}`;
  const own = join(mkdtempSync(join(tmpdir(), 'cotmoc-papers-')), 'gap-go.txt');
  writeFileSync(own, text);
  const brought = await asked<{ id: string }>('plan.import', '--content', own, '--name', 'gap-go.txt');
  const adopted = await asked<{ id: string }>('plan.adopt', '--id', brought.id, '--title', 'Gặp gỡ báo chí nước ngoài');
  const { plans } = await asked<{ plans: { id: string }[] }>('plan.list');
  const reading = await asked<{ id: string }>('plan.import', '--content', paper, '--name', 'ke-hoach.docx');
  const found = await asked<{ found: { href: string }[] }[]>('find.anything', '--search', 'Nguyễn Thị An');
  const person =
    found
      .flatMap((kind) => kind.found)
      .find(({ href }) => href.startsWith('/people/'))
      ?.href.split('/')[2] ?? '';
  const [reorganisation] = await asked<{ id: string }[]>('reorganisation.list');
  const draft = await asked<{ id: string }>('reorganisation.draft', '--title', 'Sắp xếp năm 2027');
  const { tasks } = await asked<{ tasks: { id: string }[] }>('task.list');
  const agencies = await asked<{ unit_id: string | null }[]>('task.agencies', '--plan', plans.at(-1)?.id ?? '');
  const [register] = await asked<{ code: string }[]>('paper.options');
  const unit = register?.code ?? '';
  const issued = await asked<{ paper: string }>('plan.issue', '--id', adopted.id, '--unit', unit, '--symbol', 'KH-SNgV');
  const ids = {
    paper: issued.paper,
    task: tasks[0]?.id ?? '',
    other: brought.id,
    agency: agencies.find(({ unit_id }) => unit_id)?.unit_id ?? '',
    plan: plans.at(-1)?.id ?? '',
    reading: reading.id,
    person,
    reorganisation: reorganisation?.id ?? '',
    draft: draft.id,
  };
  const named = Object.entries(PAGES).map(([route, address]) => [nameOf(route), address(ids)] as const);
  pages = Object.fromEntries(named);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** "/(office)/plans/[id]" → "plans-id" */
const nameOf = (route: string) =>
  route
    .replace(/^\/\((office|door)\)\/?/, '')
    .replace(/[[\]]/g, '')
    .replaceAll('/', '-') || 'home';

describe('the pages', () => {
  it('are all in the table above', () => {
    const files = globSync('**/+page.svelte', { cwd: join(import.meta.dirname, '../src/routes') });
    const routes = files.map((file) => `/${file.replaceAll('\\', '/').replace(/\/\+page\.svelte$/, '')}`);
    expect(Object.keys(PAGES).toSorted()).toEqual(routes.toSorted());
  });

  it('are sound on an office PC and a cheap phone, in both themes', async () => {
    await lookAt(browser, office, house.address, pages);
  }, 600_000);

  it('keep within the screen at 200 %', async () => {
    await lookAt(browser, office, house.address, pages, { screens: [ZOOMED] });
  }, 300_000);

  for (const language of LANGUAGES.filter((it) => it !== 'vi'))
    it(`are sound in ${language}`, async () => {
      // Words of another length, in the same colours: on the phone they have the least room.
      const screens = SCREENS.filter(({ name }) => name === '360-light');
      await lookAt(browser, office, house.address, pages, { screens, language });
    }, 600_000);
});
