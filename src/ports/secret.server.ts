import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secret that sessions are signed with: COTMOC_SECRET where several machines serve one office, otherwise made once and kept in the
 * data folder. Whoever changes it signs everybody out, and second factors are good no more: only their recovery codes are.
 */
export function secretOf(folder: string, given = process.env['COTMOC_SECRET']): string {
  if (given) return given;
  const file = join(folder, 'secret');
  try {
    // Never over an earlier one: of two that start at once the first one's holds.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8');
}
