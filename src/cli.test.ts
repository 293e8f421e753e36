import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, QUERIES } from '#features/all.server.ts';

const root = join(import.meta.dirname, '..');
const paper = join(root, 'bench/plan/open/kh-tinh-doi-ngoai-tu-dong/document.docx');
/** A data folder that cannot be: whoever touches the database here fails. */
const env = { ...process.env, COTMOC_DATA: '/dev/null/none', DATABASE_URL: '', LANG: 'vi_VN.UTF-8', LC_ALL: '' };
const cotmoc = (...words: string[]) => cotmocIn({}, ...words);
const cotmocIn = (locale: { LANG?: string; LC_ALL?: string }, ...words: string[]) =>
  spawnSync(process.execPath, ['src/cli.ts', ...words], { cwd: root, env: { ...env, ...locale }, encoding: 'utf8' });

describe('cotmoc', () => {
  it('lists every command and query with the schema of its input', () => {
    const listed = JSON.parse(cotmoc('--json').stdout) as { name: string; input: { type: string } }[];
    expect(listed.map(({ name }) => name).toSorted()).toEqual([...COMMANDS.keys(), ...QUERIES.keys()].toSorted());
    expect(listed.every(({ input }) => input.type === 'object')).toBe(true);
  });

  it('reads a plan without any database, with the units of a file (C-0)', () => {
    const units = join(mkdtempSync(join(tmpdir(), 'cotmoc-units-')), 'units.json');
    writeFileSync(units, JSON.stringify([{ code: 'SNGV', name: 'Sở Ngoại vụ', aliases: [] }]));
    const { stdout, status } = cotmoc('plan.read', paper, '--json', '--units', units);
    const reading = JSON.parse(stdout) as {
      coverage: number;
      tasks: string[];
      assignments: { unit: { name: string; code: string | null } }[];
    };
    expect({ status, coverage: reading.coverage, tasks: reading.tasks.length }).toEqual({ status: 0, coverage: 1, tasks: 21 });
    const codes = reading.assignments.filter(({ unit }) => unit.name === 'Sở Ngoại vụ').map(({ unit }) => unit.code);
    expect(new Set(codes)).toEqual(new Set(['SNGV']));
  });

  it.each([
    [['no.such'], 2, 'Không có lệnh «no.such»'],
    [['plan.adopt', '--foo', '1'], 2, '--id --unit --whole --version --separate --title'],
    [['plan.read', 'no-such-file.docx'], 2, 'Không thấy tệp'],
    [['plan.read', '/dev/null/a.docx'], 2, 'Không thấy tệp'],
    [['plan.read', tmpdir()], 2, 'là thư mục'],
    [['plan.read'], 2, 'plan.read FILE'],
    [['plan.read', paper, paper], 2, 'Thừa'],
    [['plan.read', paper, '--nits', 'a'], 2, '--units'],
    [['plan.read', paper, '--units', paper], 2, 'không phải danh mục cơ quan'],
    [['plan.read', paper, '--units', 'package.json'], 2, 'không phải danh mục cơ quan'],
    [['plan.read', paper, '--units'], 2, '--units cần một giá trị'],
    [['plan.adopt', '--input', '{'], 2, '--input không phải JSON'],
    [['unit.add', '--names', '{vi'], 2, '--names không phải JSON'],
    [['demo.load', '--key', '1'], 2, 'UUID'],
    [['plan.read', 'static/favicon.svg'], 1, 'Chưa có gì được lưu'],
    [['plan.list'], 1, 'thư mục dữ liệu'],
  ])('%j is answered in one clear line', (words, code, line) => {
    const { status, stderr, stdout } = cotmoc(...words);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: code, stdout: '', lines: 1 });
    expect(stderr).toContain(line);
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read (skipped for root, who may read all)', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cotmoc-closed-')), 'a.docx');
    writeFileSync(path, 'x', { mode: 0 });
    expect(cotmoc('plan.read', path)).toMatchObject({ status: 2, stderr: `Không có quyền đọc tệp ${path}.\n` });
  });

  it.each([
    [{ LANG: 'en_GB.UTF-8' }, 'There is no command «no.such»'],
    [{ LANG: 'km_KH.UTF-8' }, 'គ្មានពាក្យបញ្ជា «no.such» ទេ។'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'km_KH.UTF-8' }, 'គ្មានពាក្យបញ្ជា «no.such» ទេ។'],
    [{ LANG: 'C.UTF-8' }, 'Không có lệnh «no.such»'],
  ])('speaks the language of the locale %j', (locale, line) => {
    expect(cotmocIn(locale, 'no.such').stderr).toContain(line);
  });

  it('does not take the file for the value of --json', () => {
    const { stdout, status } = cotmoc('plan.read', '--json', paper);
    expect({ status, coverage: (JSON.parse(stdout) as { coverage: number }).coverage }).toEqual({ status: 0, coverage: 1 });
  });

  it.each([['help'], ['--help']])('%s lists every name with its usage', (word) => {
    const { stdout, status } = cotmoc(word);
    const names = stdout
      .split('\n\n')[0]
      ?.split('\n')
      .map((line) => line.split(' ')[0]);
    expect({ status, names: names?.toSorted() }).toEqual({
      status: 0,
      names: [...COMMANDS.keys(), ...QUERIES.keys(), 'plan.read', 'backup.make', 'backup.verify', 'backup.restore'].toSorted(),
    });
    expect(stdout).toContain(
      'plan.adopt --id uuid [--unit string] [--whole] [--version integer] [--separate] [--title string]\n',
    );
  });

  it('tells the flags of one command with their types', () => {
    const { stdout, status } = cotmoc('unit.add', '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--valid-from  {"type":"string","format":"date"}  (bắt buộc)');
    expect(cotmoc('plan.read', '--help').stdout).toContain('--units FILE|database');
  });
});
