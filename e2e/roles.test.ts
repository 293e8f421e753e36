/** Every page and file route × every role: who may not see a page gets 403 or 404, who has not signed in is asked to. */
import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, VERBS, type Role, type Verb } from '../src/core/access.ts';
import { PASSWORD, startHouse, type Running } from './running.ts';

/**
 * Route → the verb of what it shows; `open` before signing in, `self` for whoever has. `at`: an address of it, where names in braces stand for
 * things that are there. `whole`: what is shown belongs to the whole house: whoever holds the verb at a unit may find nothing there.
 * `theirs`: it is to be worked on at its own unit, and seen at others.
 */
const ROUTES: Record<string, { needs: Verb | 'open' | 'self'; at?: string; whole?: true; theirs?: true }> = {
  '/(door)/language': { needs: 'open' },
  '/(door)/link': { needs: 'open' },
  '/(door)/sign-in': { needs: 'open' },
  '/(door)/sign-out': { needs: 'open' },
  '/(door)/start': { needs: 'open' },
  '/(office)': { needs: 'plans.view', at: '/' },
  '/(office)/api': { needs: 'self' },
  '/(office)/people': { needs: 'people.view' },
  '/(office)/people/[id]': { needs: 'people.view', at: '/people/{person}', whole: true },
  '/(office)/people/import': { needs: 'people.change' },
  '/(office)/people/moving': { needs: 'people.change' },
  '/(office)/people/import/template': { needs: 'people.change' },
  '/(office)/plans': { needs: 'plans.view' },
  '/(office)/plans/[id]': { needs: 'plans.view', at: '/plans/{plan}' },
  '/(office)/plans/readings/[id]': { needs: 'plans.view', at: '/plans/readings/{reading}' },
  '/(office)/plans/readings/[id]/file': { needs: 'plans.view', at: '/plans/readings/{reading}/file' },
  '/(office)/calendar': { needs: 'plans.view' },
  '/(office)/deadlines': { needs: 'plans.view' },
  '/(office)/deadlines/export.xlsx': { needs: 'plans.view' },
  '/(office)/find': { needs: 'units.view', at: '/find?q=so' },
  '/(office)/find/results': { needs: 'units.view', at: '/find/results?q=so' },
  '/(office)/help': { needs: 'self' },
  '/(office)/help/[section]': { needs: 'self', at: '/help/bat-dau' },
  '/(office)/notices': { needs: 'self' },
  '/(office)/people/export.xlsx': { needs: 'people.view' },
  '/(office)/plans/export.xlsx': { needs: 'plans.view' },
  '/(office)/plans/[id]/family': { needs: 'plans.view', at: '/plans/{plan}/family' },
  '/(office)/plans/[id]/paper': { needs: 'plans.view', at: '/plans/{plan}/paper' },
  '/(office)/plans/[id]/paper/[as]': { needs: 'plans.view', at: '/plans/{plan}/paper/docx' },
  '/(office)/papers': { needs: 'papers.view' },
  '/(office)/papers/export.xlsx': { needs: 'papers.view' },
  '/(office)/papers/[id]': { needs: 'papers.view', at: '/papers/{paper}', whole: true },
  '/(office)/papers/[id]/[which]': { needs: 'papers.view', at: '/papers/{paper}/exported', whole: true },
  '/(office)/plans/[id]/sheet': { needs: 'plans.view', at: '/plans/{plan}/sheet?unit={agency}' },
  '/(office)/plans/readings/[id]/difference': {
    needs: 'plans.import',
    at: '/plans/readings/{reading}/difference?with={reading}',
    theirs: true,
  },
  '/(office)/plans/readings/[id]/review': { needs: 'plans.view', at: '/plans/readings/{reading}/review' },
  '/(office)/self/record': { needs: 'self' },
  '/(office)/tasks/[id]': { needs: 'plans.view', at: '/tasks/{task}' },
  '/(office)/tasks/agencies': { needs: 'plans.view' },
  '/(office)/tasks/export.xlsx': { needs: 'plans.view' },
  '/(office)/units/list': { needs: 'units.view' },
  '/(office)/units/list/export.xlsx': { needs: 'units.view' },
  '/(office)/record': { needs: 'record.view' },
  '/(office)/record/chain': { needs: 'record.verify' },
  '/(office)/record/export': { needs: 'record.view' },
  '/(office)/record/people/[id]': { needs: 'record.view', at: '/record/people/{person}', whole: true },
  '/(office)/self': { needs: 'self' },
  '/(office)/self/data.json': { needs: 'self' },
  '/(office)/self/keys': { needs: 'self' },
  '/(office)/self/security': { needs: 'self' },
  '/(office)/self/sessions': { needs: 'self' },
  '/(office)/tasks': { needs: 'plans.view' },
  '/(office)/units': { needs: 'units.view' },
  '/(office)/units/[code]': { needs: 'units.view', at: '/units/{unit}' },
  '/(office)/units/languages': { needs: 'units.view' },
  '/(office)/units/reorganisations/[id]': { needs: 'units.view', at: '/units/reorganisations/{reorganisation}' },
  '/(office)/units/reorganisations/drafts/[id]': { needs: 'units.change', at: '/units/reorganisations/drafts/{draft}' },
  '/(office)/units/places/[code]': { needs: 'units.view', at: '/units/places/{place}' },
  '/api/commands/[name]': { needs: 'open' },
  '/api/openapi.json': { needs: 'open' },
  '/api/queries/[name]': { needs: 'open' },
};

let house: Running;
let admin: string;
let things: Record<string, string>;

beforeAll(async () => {
  house = await startHouse('--demo');
  await post('/start', {
    token: house.link.split('token=')[1] ?? '',
    name: 'Nguyễn Thị An',
    username: 'an.nguyen',
    password: PASSWORD,
  });
  admin = await cookieOf('an.nguyen');
  const [plan] = (await asked<{ plans: { id: string }[] }>('plan.list')).plans;
  const page = await (await get(`/plans/${plan?.id}`, admin)).text();
  things = {
    plan: plan?.id ?? '',
    reading: /\/plans\/readings\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '',
    agency: (await asked<{ unit_id: string | null }[]>('task.agencies')).find(({ unit_id }) => unit_id)?.unit_id ?? '',
    task: (await asked<{ tasks: { id: string }[] }>('task.list')).tasks[0]?.id ?? '',
    unit: (await asked<{ code: string }[]>('unit.list', '?day=2026-01-01'))[0]?.code ?? '',
    place: (await asked<{ code: string }[]>('place.list'))[0]?.code ?? '',
    reorganisation: (await asked<{ id: string }[]>('reorganisation.list'))[0]?.id ?? '',
    draft: (await done<{ id: string }>('reorganisation.draft', {})).id,
    // The demonstration's plan has no number yet.
    paper: (
      await done<{ paper: string }>('plan.issue', {
        id: plan?.id,
        unit: (await asked<{ code: string }[]>('unit.list', `?day=${new Date().toISOString().slice(0, 10)}`))[0]?.code,
        symbol: 'KH-UBND',
      })
    ).paper,
    person: (await asked<{ people: { id: string }[] }>('person.list')).people[0]?.id ?? '',
  };
});
afterAll(() => house.stop());

describe('a page or file', () => {
  it('is in the table above: whoever adds one says whose it is', () => {
    const routes = join(import.meta.dirname, '../src/routes');
    const found = globSync('**/+{page.svelte,server.ts}', { cwd: routes }).map((file) => `/${dirname(file)}`);
    expect(Object.keys(ROUTES).toSorted()).toEqual([...new Set(found)].toSorted());
  });

  it('asks whoever has not signed in to do so, unless it is open', async () => {
    for (const [route, { needs, at = bare(route) }] of Object.entries(ROUTES)) {
      if (needs === 'open') continue;
      const { status, headers } = await get(filled(at));
      expect([route, status, headers.get('location')?.slice(0, 9)]).toEqual([route, 303, '/sign-in?']);
    }
  });

  for (const where of ['unit', 'house'] as const)
    it.each(ROLES)(`shows a %s of ${where === 'unit' ? 'a unit' : 'the whole house'} what the matrix allows`, async (role) => {
      const cookie = await hired(role, where);
      const wrong: unknown[] = [];
      for (const [route, it] of Object.entries(ROUTES)) {
        if (it.needs === 'open') continue;
        const { status } = await get(filled(it.at ?? bare(route)), cookie);
        const expected = statusOf(it, role, where);
        if (!expected.includes(status)) wrong.push({ route, status, expected });
      }
      expect(wrong).toEqual([]);
    });
});

function statusOf({ needs, whole, theirs }: (typeof ROUTES)[string], role: Role, where: 'unit' | 'house'): number[] {
  if (needs === 'self' || needs === 'open') return [200];
  const { scope, by } = VERBS[needs] as { scope: string; by: readonly Role[] };
  if (!by.includes(role) || (scope === 'house' && where === 'unit')) return [403];
  if (theirs && where === 'unit') return [200, 403];
  return whole && where === 'unit' ? [200, 404] : [200];
}

const bare = (route: string) => route.replace(/\/\(\w+\)/, '');
const filled = (at: string) => at.replace(/\{(\w+)\}/g, (_, name: string) => things[name] ?? '');

/** Somebody new with this role, signed in. */
async function hired(role: Role, where: 'unit' | 'house'): Promise<string> {
  const username = `${role}.${where}`;
  const roles = [{ role, ...(where === 'unit' && { unit: things['unit'] }) }];
  const { path } = await done<{ path: string }>('person.add', { name: `Người ${username}`, username, roles });
  await post('/link', { token: path.split('token=')[1] ?? '', password: PASSWORD });
  return cookieOf(username);
}

async function cookieOf(username: string): Promise<string> {
  const answer = await post('/sign-in', { username, password: PASSWORD });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function post(path: string, form: Record<string, string>): Promise<Response> {
  // As a browser without the page's script: a redirect is one.
  const headers = { origin: house.address, accept: 'text/html' };
  return fetch(house.address + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
}

const get = (path: string, cookie = '') =>
  fetch(house.address + path, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });

async function done<T>(command: string, input: object): Promise<T> {
  const headers = { cookie: admin, origin: house.address, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const at = `${house.address}/api/commands/${command}`;
  return (await (await fetch(at, { method: 'POST', headers, body: JSON.stringify(input) })).json()) as T;
}

async function asked<T>(query: string, of = ''): Promise<T> {
  return (await (await get(`/api/queries/${query}${of}`, admin)).json()) as T;
}
