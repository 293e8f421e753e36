import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDocument } from '#ports/documents/open.ts';
import { readPlan } from './read.ts';
import type { Reading } from './reading.ts';

const FILE = new URL('../../../../../shared/mission/000_b88219c9d83a8ca1.txt', import.meta.url);

describe.skipIf(!existsSync(FILE))('the founding plan (skipped: ../shared is absent)', () => {
  const read = async (): Promise<Reading> => readPlan(await openDocument(new Uint8Array(readFileSync(FILE)), 'plan.md'), []);

  it('C-0, IV.0: has 38 tasks in ten groups of agencies', async () => {
    const reading = await read();
    const groups = new Map<string | null, number>();
    for (const node of reading.nodes)
      if (reading.tasks.includes(node.id)) groups.set(node.parent, (groups.get(node.parent) ?? 0) + 1);
    expect([...groups.values()]).toEqual([3, 7, 5, 6, 1, 5, 2, 2, 3, 4]);
    expect(reading.coverage).toBe(1);
  });

  it('C-0: rests on seven lines of legal bases', async () => {
    const { legal_bases } = await read();
    expect(legal_bases.map((b) => b.number)).toEqual([
      '72/2015/NĐ-CP',
      '1191/QĐ-TTg',
      '1719/QĐ-TTg',
      '22/2016/TT-BTTTT',
      '15/2022/TT-BTC',
      '4438/BTTTT-KHTC',
      '155/TTr-STTTT',
    ]);
    expect(legal_bases[0]).toMatchObject({ kind: 'Nghị định', issued_on: '2015-09-07', issuer: 'Chính phủ' });
  });

  it('IV.2-5, IV.11: reports are due before 20/6, 15/11, 30/6 and 30/11, each for its period and to its receiver', async () => {
    const { deadlines } = await read();
    const days = deadlines.flatMap(({ rule }) =>
      rule.kind === 'yearly' ? [`${rule.bound} ${rule.day}/${rule.month} ${rule.report} → ${rule.to?.join(', ')}`] : [],
    );
    expect(days.sort()).toEqual([
      'before 15/11 year → Sở Thông tin và Truyền thông',
      'before 20/6 half_year → Sở Thông tin và Truyền thông',
      'before 30/11 year → Bộ Thông tin và Truyền thông, UBND tỉnh',
      'before 30/6 half_year → Bộ Thông tin và Truyền thông, UBND tỉnh',
    ]);
  });

  it('IV.2-4: an enumeration of three districts is three offices', async () => {
    const { assignments } = await read();
    expect(assignments.filter((a) => a.unit.name.startsWith('UBND huyện')).map((a) => a.unit.name)).toEqual([
      'UBND huyện Bù Gia Mập',
      'UBND huyện Bù Đốp',
      'UBND huyện Lộc Ninh',
    ]);
  });

  it('C-0: keeps head and foot with the blanks their clerk left', async () => {
    const { document } = await read();
    expect(document).toMatchObject({
      number: null,
      issued_on: null,
      symbol: { value: 'KH-UBND' },
      period: { value: { from: '2023-01-01', to: '2025-12-31' } },
      signatory: { name: { value: 'Trần Tuyết Minh' } },
    });
    expect(document.recipients).toHaveLength(7);
  });

  it('X-2: finds the faults of form that domain.md lists', async () => {
    const { warnings } = await read();
    const codes = new Set(warnings.map((w) => w.code));
    for (const code of [
      'number_blank',
      'date_blank',
      'authority_no_blank',
      'authority_collective_missing',
      'archive_colon',
      'basis_ending',
      'citation_repeated',
      'symbol_two_ways',
      'written_two_ways',
      'report_before_cutoff',
      'basis_replaced_since',
    ]) {
      expect(codes, code).toContain(code);
    }
    expect(codes).not.toContain('end_mark');
  });
});
