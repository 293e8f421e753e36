import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect } from 'vitest';
import { test } from '#db/testing.server.ts';
import { holding, nobody, operator } from '#house.testing.ts';
import { covering, grantsFor, may, ROLES, rootsFor, VERBS, type Actor, type Role, type Verb } from './access.ts';
import { accessMatrix } from './access_matrix.ts';
import { uuid } from './id.ts';

const [office, other] = [uuid(), uuid()];

describe('a verb (X-1)', () => {
  test('may be used somewhere by whoever holds one of its roles, and by nobody else', () => {
    for (const verb of Object.keys(VERBS) as Verb[]) {
      const { scope, by } = VERBS[verb] as { scope: string; by: readonly string[] };
      for (const role of ROLES) {
        const everywhere = scope === 'open' || scope === 'self' || by.includes(role);
        expect(may(holding([role]), verb), `${verb} ${role}`).toBe(everywhere);
        const atOffice = everywhere && scope !== 'house';
        expect(may(holding([role], office), verb), `${verb} ${role} at an office`).toBe(atOffice);
      }
      expect(may(nobody, verb)).toBe(scope === 'open');
      expect(may(operator, verb)).toBe(true);
    }
  });

  test('is carried by a key only when the key names it and the person holds it', () => {
    const key = { id: uuid(), verbs: ['people.view', 'self.change'] } as const;
    const by = (roles: Role[]) => ({ ...(holding(roles) as Extract<Actor, { kind: 'person' }>), key });
    expect(may(by(['administrator']), 'people.view')).toBe(true);
    expect(may(by(['administrator']), 'people.change')).toBe(false);
    expect(rootsFor(by(['administrator']), 'people.change')).toEqual([]);
    expect(may(by(['reader']), 'people.view')).toBe(false);
    expect([may(by([]), 'self.change'), may(by([]), 'self.view')]).toEqual([true, true]);
  });

  test('of the machine is nobody’s but the operator’s', () => {
    expect(may(holding([...ROLES]), 'people.invite')).toBe(false);
  });

  test('reaches the whole house only from a role without a unit', () => {
    expect(rootsFor(holding(['administrator']), 'people.view')).toBe('house');
    expect(rootsFor(holding(['administrator', 'reader'], office), 'people.view')).toEqual([office]);
    expect(rootsFor(holding(['reader'], office), 'people.view')).toEqual([]);
    expect(grantsFor(holding(['administrator'], office), 'units.change')).toEqual([]);
  });

  test('is held at the unit itself and not at another; at several only when all are reached', async ({ db }) => {
    const actor = holding(['administrator'], office);
    expect(await covering(db, actor, 'people.change', [office])).toMatchObject({ role: 'administrator', unit_id: office });
    expect(await covering(db, actor, 'people.change', [other])).toBeNull();
    expect(await covering(db, actor, 'people.change', [office, other])).toBeNull();
    expect(await covering(db, actor, 'people.change', [null])).toBeNull();
    expect(await covering(db, holding(['administrator']), 'people.change', [null, other])).toMatchObject({ unit_id: null });
    expect(await covering(db, operator, 'people.change', [other])).toBe('unbound');
  });
});

describe('docs/access.md', () => {
  test('says what the verbs say', async () => {
    const written = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8');
    expect(written, 'run npm run access').toBe(await format(accessMatrix(), { parser: 'markdown' }));
  });
});
