import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { APPROVALS, approves, hashOf, isDraft } from './approval.server.ts';
import { LANGUAGES, MESSAGES } from './text.ts';

const fileOf = (language: string) =>
  readFileSync(join(import.meta.dirname, `../../messages/${language}.json`), 'utf8').replaceAll('\r\n', '\n');

describe('words that are a draft', () => {
  const words = { 'rail.plans': 'ផែនការ', 'sign_in.do': 'ចូល' };
  const approval = { by: 'Sok Dara', on: '2026-03-02', sha256: hashOf(words) };

  it('are approved by a named person', () => {
    expect(approves(approval, words)).toBe(true);
    expect(approves({ ...approval, by: ' ' }, words)).toBe(false);
    expect(approves(null, words)).toBe(false);
  });

  it('are a draft again as soon as one word changes, comes or goes', () => {
    expect(approves(approval, { ...words, 'sign_in.do': 'ចូលប្រព័ន្ធ' })).toBe(false);
    expect(approves(approval, { ...words, 'rail.home': 'ការងាររបស់ខ្ញុំ' })).toBe(false);
    expect(approves(approval, { 'rail.plans': 'ផែនការ' })).toBe(false);
  });

  it('are known by the hash of their file, as sha256sum prints it', () => {
    for (const language of LANGUAGES)
      expect(hashOf(MESSAGES[language])).toBe(createHash('sha256').update(fileOf(language)).digest('hex'));
  });

  it('are marked as long as the approval on file does not fit: Khmer is drafted, Vietnamese and English are not', () => {
    expect(LANGUAGES.filter((language) => language in APPROVALS)).toEqual(['km']);
    expect(isDraft('km')).toBe(!approves(APPROVALS.km ?? null, MESSAGES.km));
    expect(isDraft('vi') || isDraft('en')).toBe(false);
  });

  it('are approved with a name, a day and a hash, or not at all', () => {
    for (const given of Object.values(APPROVALS))
      if (given !== null)
        expect(given).toEqual({
          by: expect.stringMatching(/\S \S/),
          on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        });
  });
});
