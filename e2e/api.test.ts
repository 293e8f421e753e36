/** The doors of /api on a running house: each command and query answers at its path, to whom it may, and nothing brings the house down. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, startHouse, type Running } from './running.ts';

let house: Running;
let cookie: string;
/** A key that may see plans and bring them in. */
let key: string;

beforeAll(async () => {
  house = await startHouse();
  cookie = await found();
  key = (await made(['plans.view', 'plans.import', 'units.view'])).key;
});
afterAll(() => house.stop());

const at = (path: string, init: RequestInit = {}) => fetch(new URL(path, house.address), { redirect: 'manual', ...init });
const JSON_TYPE = { 'content-type': 'application/json' };

/** Become the first administrator and sign in, without a browser. @returns the session's cookie */
async function found(): Promise<string> {
  const form = (path: string, fields: Record<string, string>) =>
    at(path, { method: 'POST', headers: { origin: house.address }, body: new URLSearchParams(fields) });
  const token = new URL(house.link).searchParams.get('token') ?? '';
  await form('/start', { token, name: 'Nguyễn Thị An', username: 'an.nguyen', password: PASSWORD });
  const signedIn = await form('/sign-in', { username: 'an.nguyen', password: PASSWORD, to: '/' });
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function send(name: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const own = { ...JSON_TYPE, 'idempotency-key': randomUUID(), ...headers };
  return at(`/api/commands/${name}`, { method: 'POST', headers: own, body: JSON.stringify(body) });
}

async function made(verbs: string[]): Promise<{ id: string; key: string }> {
  const expires_on = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const answer = await send('key.make', { name: 'thử', verbs, expires_on }, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { id: string; key: string };
}

const by = (text: string) => ({ authorization: `Bearer ${text}` });

describe('the doors and the document that describes them', () => {
  it('are the same: each path answers, asks strangers to sign in, and no other name has a door', async () => {
    const document = (await (await at('/api/openapi.json')).json()) as {
      paths: Record<string, Record<string, { security?: object[] }>>;
    };
    for (const [path, doors] of Object.entries(document.paths)) {
      const [[method, door] = ['', {}]] = Object.entries(doors);
      const init =
        method === 'post' ? { method: 'POST', headers: { ...JSON_TYPE, 'idempotency-key': randomUUID() }, body: '{}' } : {};
      const answer = await at(path, init);
      const open = door.security !== undefined;
      expect([path, open ? answer.status < 500 && answer.status !== 401 : answer.status]).toEqual([path, open || 401]);
    }
    for (const [path, method] of [
      ['/api/commands/people.invite_founder', 'POST'],
      ['/api/commands/no.such', 'POST'],
      ['/api/queries/plan.adopt', 'GET'],
    ] as const)
      expect((await at(path, { method, headers: { ...JSON_TYPE, cookie } })).status).toBe(404);
  });

  it('say which methods they take', async () => {
    expect((await at('/api/queries/plan.list', { method: 'DELETE', headers: { ...JSON_TYPE, cookie } })).status).toBe(405);
    expect((await at('/api/commands/plan.adopt', { headers: { cookie } })).status).toBe(405);
  });
});

describe('a command over HTTP', () => {
  const plan =
    'ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nSố: 05/KH-UBND\nKẾ HOẠCH\nThông tin đối ngoại năm 2024\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí trước ngày 20/6.\n';

  it('takes a file as it is, and the same key again gives the same answer (C-0)', async () => {
    const headers = { ...by(key), 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() };
    const bring = () => at('/api/commands/plan.import?name=ke-hoach.txt', { method: 'POST', headers, body: plan });
    const first = await bring();
    expect(first.status).toBe(200);
    const { id } = (await first.json()) as { id: string };
    expect(await (await bring()).json()).toEqual({ id, again: false });
    const file = await at(`/api/queries/plan.file?id=${id}`, { headers: by(key) });
    expect(file.headers.get('content-disposition')).toContain('ke-hoach.txt');
    expect(await file.text()).toBe(plan);
  });

  it('takes a document of 50 MB', async () => {
    const headers = { ...by(key), 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID() };
    const answer = await at('/api/commands/plan.import?name=lon.txt', {
      method: 'POST',
      headers,
      body: new Uint8Array(50 * 1024 * 1024),
    });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'unreadable_document' }]);
  });

  it('without a key of its own, with a wrong type or with no JSON is told so, and changes nothing', async () => {
    const refused = async (headers: Record<string, string>, body: string) => {
      const answer = await at('/api/commands/unit.add', { method: 'POST', headers: { cookie, ...headers }, body });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      return [answer.status, ((await answer.json()) as { code: string }).code];
    };
    const id = { 'idempotency-key': randomUUID() };
    expect(await refused(JSON_TYPE, '{}')).toEqual([400, 'no_key']);
    expect(await refused({ ...id, 'content-type': 'application/xml' }, '<a/>')).toEqual([415, 'wrong_type']);
    expect(await refused({ ...id, ...JSON_TYPE }, '{')).toEqual([400, 'bad_input']);
    expect(await refused({ ...id, ...JSON_TYPE }, '{}')).toEqual([400, 'bad_input']);
    expect(await refused({ ...id, ...JSON_TYPE, origin: 'https://evil.example' }, '{}')).toEqual([403, 'other_origin']);
  });
});

describe('a personal key', () => {
  it('may what it carries and nothing else, and says so in the language asked for', async () => {
    expect((await at('/api/queries/plan.list', { headers: by(key) })).status).toBe(200);
    const answer = await at('/api/queries/person.list', { headers: { ...by(key), 'accept-language': 'en' } });
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { code: 'not_allowed', detail: expect.stringContaining('people.view') as string },
    ]);
    expect(
      (await send('key.make', { name: 'x', verbs: ['plans.view'], expires_on: '2027-01-01' }, by(key))).status,
    ).toBeGreaterThanOrEqual(400);
  });

  it('ends when it is revoked, and opens no page', async () => {
    const other = await made(['plans.view']);
    expect((await at('/api/queries/plan.list', { headers: by(other.key) })).status).toBe(200);
    expect((await at('/plans', { headers: by(other.key) })).status).toBe(303);
    expect((await send('key.revoke', { id: other.id }, { cookie })).status).toBe(200);
    expect((await at('/api/queries/plan.list', { headers: by(other.key) })).status).toBe(401);
    expect((await at('/api/queries/plan.list', { headers: by(`${other.key.slice(0, -1)}_`) })).status).toBe(401);
  });
});

describe('whatever is sent', () => {
  const bodies: [string, string | Uint8Array<ArrayBuffer>][] = [
    ['deep JSON', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a huge list', JSON.stringify(Array(200_000).fill(1))],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['a NUL', JSON.stringify({ code: 'a\0b' })],
    ['a prototype', '{"__proto__":{"code":"x"},"constructor":1}'],
    ['null', 'null'],
    ['nothing', ''],
  ];
  it.each(bodies)('is answered as a problem: %s', async (_, body) => {
    for (const name of ['unit.add', 'unit.reorganise', 'plan.import', 'plan.adopt']) {
      const headers = { cookie, ...JSON_TYPE, 'idempotency-key': randomUUID() };
      const answer = await at(`/api/commands/${name}`, { method: 'POST', headers, body });
      expect([name, answer.status >= 400 && answer.status < 500]).toEqual([name, true]);
    }
    expect((await at('/healthz')).status).toBe(200);
  });

  it('in an address is answered as a problem too', async () => {
    for (const query of [
      'plan.show?id=%00',
      'task.list?plan=1e999',
      'unit.list?kind=-1',
      'unit.list?day=0000-00-00',
      'plan.show?id[]=1',
      `plan.list?search=${'x'.repeat(5000)}`,
    ])
      expect([query, (await at(`/api/queries/${query}`, { headers: { cookie } })).status]).toEqual([query, 400]);
  });
});
