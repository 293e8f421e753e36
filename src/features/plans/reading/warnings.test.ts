import { expect, it } from 'vitest';
import { LANGUAGES, MESSAGES, tMaybe } from '#core/text.ts';
import { readPlan } from './read.ts';
import { sourceOf } from './sources.fixture.ts';
import { WARNING_SOURCES } from './warning_sources.ts';

const codes = Object.keys(WARNING_SOURCES);
const worded = (messages: object) => Object.keys(messages).filter((key) => key.startsWith('reading.warning.'));

it.each(codes)('C-0: the warning %s has words in every language', (code) => {
  for (const language of LANGUAGES) expect(tMaybe(language, `reading.warning.${code}`)?.length).toBeGreaterThan(10);
});
it('C-0: no words stand there for a warning that is never given', () => {
  const keys = codes.map((code) => `reading.warning.${code}`).toSorted();
  for (const language of LANGUAGES) expect(worded(MESSAGES[language]).toSorted()).toEqual(keys);
});
it('C-0: what a warning says is filled in, a year as a year', () => {
  const { warnings } = readPlan(
    sourceOf(
      'UBND TỈNH A\nSố: 12/KH-UBND\nKẾ HOẠCH\nCông tác năm 2024\nCăn cứ Nghị định số 72/2015/NĐ-CP ngày 07/9/2016 của Chính phủ;\nI. MỘT\n1. Việc.',
    ),
    [],
  );
  expect(warnings.find(({ code }) => code === 'basis_year')?.message).toContain('mang năm 2015 nhưng ghi ngày ban hành năm 2016');
  expect(warnings.map(({ message }) => message).join(' ')).not.toMatch(/[{}]/);
});
