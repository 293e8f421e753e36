/** What a person would see wrong with a page, looked for by machine; and the pictures for those who look themselves. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(import.meta.dirname, 'shots');

/** An office PC and a cheap phone, each in both themes. */
export const SCREENS = [
  { name: '1366-light', viewport: { width: 1366, height: 768 }, colorScheme: 'light' },
  { name: '1366-dark', viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
  { name: '360-light', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: '360-dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const;

type Screen = (typeof SCREENS)[number];

/** A page of 1366 × 768 at 200 %. */
export const ZOOMED = { name: 'zoomed', viewport: { width: 683, height: 384 }, colorScheme: 'light' } as const;

interface Look {
  screens?: readonly (Screen | typeof ZOOMED)[];
  /** Chosen by the cookie that the language form sets. */
  language?: string;
}

/**
 * Open the paths on every screen: nothing reaches over the edge, axe finds nothing (WCAG 2.2 A and AA), the console stays silent.
 * Leaves a picture of each in e2e/shots.
 */
export async function lookAt(
  browser: Browser,
  from: BrowserContext,
  address: string,
  paths: Record<string, string>,
  { screens = SCREENS, language }: Look = {},
) {
  mkdirSync(shots, { recursive: true });
  const storageState = await from.storageState();
  /** All of it at once: a run takes minutes. */
  const wrong: unknown[] = [];
  for (const { name, ...screen } of screens) {
    const context = await browser.newContext({
      ...screen,
      storageState,
      locale: 'vi-VN',
      bypassCSP: true,
      reducedMotion: 'reduce',
    });
    if (language) await context.addCookies([{ name: 'language', value: language, url: address }]);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    for (const [title, path] of Object.entries(paths)) {
      await page.goto(address + path);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(shots, `${title}-${language ? `${language}-` : ''}${name}.png`) });
      const found = [
        ...(await violations(page)),
        ...((await overflow(page)) > 0 ? ['reaches over the edge'] : []),
        ...said.splice(0),
      ];
      wrong.push(...found.map((what) => [title, name, what]));
    }
    await context.close();
  }
  expect(wrong).toEqual([]);
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: typeof import('axe-core') };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const found = await run.run({ runOnly: { type: 'tag', values: tags } });
    // What a scrolled box shows half is whole once it is scrolled to.
    const cut = (selector: unknown) => {
      const element = document.querySelector(String(selector));
      const box = element?.closest('.scroll')?.getBoundingClientRect();
      return box !== undefined && (element?.getBoundingClientRect().bottom ?? 0) > box.bottom;
    };
    const violations = found.violations.map(({ id, nodes }) => ({
      id,
      nodes: id === 'target-size' ? nodes.filter(({ target }) => !cut(target[0])) : nodes,
    }));
    return violations
      .filter(({ nodes }) => nodes.length > 0)
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 120))
            .join(' | ')}`,
      );
  });
}
