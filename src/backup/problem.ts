import { t, type Key, type Language, type Values } from '#core/text.ts';
import { CannotStart } from '#db/cannot_start.ts';

/** A backup or a restore cannot be done, and the person at the keyboard can do something about it. Nothing half is left. */
export class BackupProblem extends Error {
  readonly key: Key;
  readonly values: Values;
  constructor(key: Key, values: Values = {}, cause?: unknown) {
    super(t('en', key, values), { cause });
    this.name = 'BackupProblem';
    this.key = key;
    this.values = values;
  }

  told(language: Language): string {
    return t(language, this.key, this.values);
  }

  /** For a program that nobody has told a language yet. */
  asCannotStart(): CannotStart {
    return new CannotStart(this.told('vi'), this.told('en'), this);
  }
}

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const CLOSED = ['EACCES', 'EPERM', 'EROFS'];

/** What an error of the file system means for a folder that is written to; others stay what they are. */
export function asBackupProblem(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (FULL.includes(code)) return new BackupProblem('backup.full', { folder }, error);
  if (CLOSED.includes(code)) return new BackupProblem('backup.not_writable', { folder, reason: code }, error);
  // A disk that was pulled out, a share that went away.
  if (['EIO', 'ENOENT', 'ENOTCONN', 'ESTALE', 'ENODEV'].includes(code))
    return new BackupProblem('backup.lost', { folder, reason: code }, error);
  return error;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
