/** The house has rooms and arrows (ARCHITECTURE.md). This reads every import and every written table, and lets none point up. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FEATURES } from './features/all.server.ts';

/** Room → rooms it may import from. A feature may also import earlier features; everything may import itself. */
const ARROWS: Record<string, string[]> = {
  db: [],
  core: ['db'],
  ports: ['db', 'core'],
  backup: ['db', 'core', 'ports'],
  ui: ['core'],
  features: ['db', 'core', 'ports', 'ui'],
  offline: ['core'],
  http: ['db', 'core', 'ports'],
  routes: ['core', 'ports', 'ui', 'features', 'house', 'http'],
  hooks: ['core', 'ui', 'features', 'house'],
  house: ['db', 'core', 'ports', 'backup', 'features'],
  command_line: ['db', 'core', 'ports', 'backup', 'features', 'house', 'http'],
};

/** Files at the top of src/ that are doors of the house. */
const TOP: Record<string, string> = {
  'hooks.server.ts': 'hooks',
  'service-worker.ts': 'hooks',
  'house.server.ts': 'house',
  'house.testing.ts': 'house',
  'access_walk.ts': 'command_line',
  'access_walk.fixture.ts': 'command_line',
  'server.ts': 'command_line',
  'worker.ts': 'command_line',
  'cli.ts': 'command_line',
};

/** The feature that alone writes to a table; `core` for the record. */
const WRITERS: Record<string, string> = {
  event: 'core',
  event_personal: 'core',
  event_unlinked: 'core',
  event_link: 'core',
  audit_anchor: 'record',
  audit_check: 'record',
  idempotency: 'core',
  person: 'people',
  role_grant: 'people',
  notice: 'notices',
  notice_read: 'notices',
  founding_link: 'people',
  person_link: 'people',
  second_factor: 'people',
  sign_in_pending: 'people',
  sign_in_attempt: 'people',
  api_key: 'people',
  auth_user: 'people',
  auth_session: 'people',
  auth_account: 'people',
  auth_verification: 'people',
  place: 'units',
  place_name: 'units',
  place_succession: 'units',
  unit: 'units',
  unit_name: 'units',
  unit_alias: 'units',
  unit_succession: 'units',
  reorganisation: 'units',
  reorganisation_draft: 'units',
  paper_run: 'papers',
  paper: 'papers',
  language: 'languages',
  language_alias: 'languages',
  plan_reading: 'plans',
  plan_correction: 'plans',
  plan_version: 'plans',
  task_link: 'plans',
  plan: 'plans',
  plan_legal_basis: 'plans',
  plan_node: 'plans',
  task: 'plans',
  assignment: 'plans',
  deadline: 'plans',
  due: 'plans',
  version_unit: 'plans',
};

const root = import.meta.dirname;
const files = globSync('**/*.{ts,svelte}', { cwd: root, exclude: (name) => name.includes('fixtures') })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'fence.test.ts' && !file.endsWith('.d.ts'));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

describe('the fence', () => {
  it('lets no arrow point up', () => {
    const wrong = imports().filter(({ from, to }) => !mayImport(from, to));
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets only doors touch the web framework', () => {
    const wrong = foreign(/^(\$app\/|@sveltejs\/kit)/).filter(({ from }) => !['routes', 'hooks'].includes(room(from)));
    expect(wrong).toEqual([]);
  });

  it('keeps rules and inputs pure', () => {
    const wrong = imports().filter(({ from, to }) => /\/(rules|inputs)\.ts$/.test(from) && /\.server\.ts$|^db\//.test(to));
    const foreignOnes = foreign(/^(node:|pg$|kysely$)/).filter(({ from }) => /\/(rules|inputs)\.ts$/.test(from));
    expect([...wrong, ...foreignOnes]).toEqual([]);
  });

  it('lets each table be written by its own feature alone', () => {
    const wrong = [...sources]
      .filter(([file]) => !/\.(test|fixture)\.ts$/.test(file) && !file.startsWith('db/'))
      .flatMap(([file, text]) =>
        [...text.matchAll(/\b(?:insertInto|updateTable|deleteFrom|mergeInto)\('(\w+)'/g)].map((m) => ({
          file,
          table: m[1] ?? '',
        })),
      )
      .filter(
        ({ file, table }) => (file.split('/')[0] === 'features' ? file.split('/')[1] : file.split('/')[0]) !== WRITERS[table],
      );
    expect(wrong).toEqual([]);
  });

  it('knows the writer of every table there is', () => {
    const migrations = globSync('db/migrations/*.sql', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
    const tables = migrations.flatMap((sql) => [...sql.matchAll(/^create table (\w+)/gm)].map((m) => m[1] ?? ''));
    expect(Object.keys(WRITERS).toSorted()).toEqual(tables.toSorted());
  });

  it('has no rooms for what has no name', () => {
    const nameless = /(^|\/)(utils?|helpers?|service|services|manager|common|types|misc)(\/|\.ts$|\.server\.ts$)/;
    expect(files.filter((file) => nameless.test(file) && file !== 'db/types.ts')).toEqual([]);
  });

  it('notes an event wherever a command writes', () => {
    const wrong = [...sources].filter(
      ([file, text]) => /commands\.server\.ts$/.test(file) && writes(text) && !text.includes('ctx.note('),
    );
    expect(wrong.map(([file]) => file)).toEqual([]);
  });
});

function writes(text: string): boolean {
  return /\b(insertInto|updateTable|deleteFrom)\(/.test(text);
}

function room(file: string): string {
  const [first = '', ...rest] = file.split('/');
  return rest.length > 0 ? first : (TOP[first.replace('.test.ts', '.ts')] ?? `unknown room of ${first}`);
}

function mayImport(from: string, to: string): boolean {
  const [here, there] = [room(from), room(to)];
  // Tests of a room may open a database of their own.
  if (/\.test\.ts$|\.fixture\.ts$/.test(from) && (there === 'db' || to === 'house.testing.ts')) return true;
  if (here === 'features' && there === 'features') return order(to) <= order(from);
  return here === there || (ARROWS[here] ?? []).includes(there);
}

function order(file: string): number {
  const feature = file.split('/')[1] ?? '';
  return feature.startsWith('all.') ? FEATURES.length : (FEATURES as readonly string[]).indexOf(feature);
}

/** Imports of our own files, both sides as paths under src/. */
function imports() {
  return all()
    .filter(({ what }) => what.startsWith('#') || what.startsWith('.'))
    .map(({ from, what }) => ({
      from,
      to: what.startsWith('#') ? what.slice(1) : normalize(join(dirname(from), what)).replaceAll('\\', '/'),
    }))
    .filter(({ to }) => !to.startsWith('../') && !to.includes('$types'));
}

const foreign = (pattern: RegExp) => all().filter(({ what }) => pattern.test(what));

function all() {
  return [...sources].flatMap(([from, text]) =>
    [
      ...text.matchAll(/(?:^|[\s;}])(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|^\s*import\s+'([^']+)'/gm),
    ].map((m) => ({
      from,
      what: m[1] ?? m[2] ?? m[3] ?? '',
    })),
  );
}
