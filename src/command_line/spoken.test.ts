import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';
import { execute } from '#core/command.server.ts';
import { test, type TestDatabase } from '#db/testing.server.ts';
import { addUnit } from '#features/units/commands.server.ts';
import { operator, testHouse } from '#house.testing.ts';

const root = join(import.meta.dirname, '../..');

/** Run `cotmoc` on a test's database. */
async function cotmoc({ address }: TestDatabase, language: string, ...words: string[]) {
  const { host, port, user, password, database: name } = address;
  const url = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${name}`;
  const env = { ...process.env, DATABASE_URL: url, LC_ALL: `${language}.UTF-8`, COTMOC_LOG: 'silent' };
  const program = spawn(process.execPath, ['src/cli.ts', ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  program.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const status = await new Promise((resolve) => program.once('exit', resolve));
  return { stdout: stdout.trim(), status };
}

describe('cotmoc audit.verify', () => {
  test(
    'tells in the reader’s language whether the record is whole, and ends with 1 when it is not',
    { timeout: 60_000 },
    async ({ database }) => {
      const house = testHouse(database.db);
      for (const code of ['a', 'b', 'c'])
        await execute(
          house,
          addUnit,
          { code, kind: 'department', names: { vi: `Sở ${code}` }, valid_from: '2020-01-01' },
          { actor: operator },
        );
      const { stdout: head } = await cotmoc(database, 'vi_VN', 'audit.anchor', '--kind', 'paper', '--place', 'sổ văn thư');
      expect(head).toMatch(/^3:([0-9a-f]{4}-){15}[0-9a-f]{4}$/);
      const whole = await cotmoc(database, 'en_GB', 'audit.verify', '--head', head);
      expect(whole).toMatchObject({ status: 0 });
      expect(whole.stdout).toContain('✓ The record is as it was written: 4 links checked.');

      await sql`alter table event disable trigger event_stays`.execute(database.db);
      await sql`update event set why = 'khác' where after->>'code' = 'b'`.execute(database.db);
      const broken = await cotmoc(database, 'vi_VN', 'audit.verify');
      expect(broken.status).toBe(1);
      expect(broken.stdout).toMatch(
        /✕ Nhật ký không còn nguyên vẹn[\s\S]*Mắt xích 2: sự kiện [0-9a-f-]{36} \(unit\.add, unit [0-9a-f-]{36}, ngày 23\/11\/2026\)/,
      );
    },
  );
});
