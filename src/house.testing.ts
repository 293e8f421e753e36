/** A house for tests: the test's database, files in a temporary folder, a clock that stands still until it is moved. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Actor, Role } from '#core/access.ts';
import type { House } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import type { DB } from '#db/types.ts';
import { folderStore } from '#ports/files.server.ts';
import { threads } from '#ports/threads.server.ts';
import { vault } from '#ports/vault.server.ts';

export interface TestHouse extends House {
  clock: Date;
}

export function testHouse(db: Kysely<DB>): TestHouse {
  const house: TestHouse = {
    db,
    files: folderStore(mkdtempSync(join(tmpdir(), 'cotmoc-files-'))),
    threads: threads(),
    vault: vault(() => 'a secret of at least 32 characters'),
    clock: new Date('2026-11-23T08:00:00Z'),
    now: () => house.clock,
  };
  return house;
}

export const operator: Actor = { kind: 'operator' };
export const nobody: Actor = { kind: 'nobody' };
const person = { kind: 'person', id: '01890000-0000-7000-8000-00000000000a', name: 'Thị Sơn' } as const;

/** Somebody who holds these roles at a unit, or without one in the whole house. */
export function holding(roles: readonly Role[], unit_id: string | null = null): Actor {
  return { ...person, grants: roles.map((role) => ({ id: uuid(), role, unit_id, instead_of: null })) };
}
export const reader = holding(['reader']);
export const administrator = {
  ...person,
  grants: [{ id: uuid(), role: 'administrator', unit_id: null, instead_of: null }],
} as const satisfies Actor;
