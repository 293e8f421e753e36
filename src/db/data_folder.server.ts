import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './cannot_start.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What we ourselves put into a data folder; a folder with none of it and with something else belongs to somebody else. */
const OURS = ['postgres', 'postgres.log', 'files', 'portal', 'secret', 'backups'];

/** Begins the name of what a restore works in, inside the data folder; while it is there the folder is not a house. */
export const RESTORING = 'restoring';

/** Where the data folder is or would be. */
export function dataFolderPath(named: string | undefined = process.env['COTMOC_DATA']): string {
  return resolve(named || join(PROJECT, 'data'));
}

/**
 * The folder that holds everything an office has: database, files, secret. COTMOC_DATA, or `data` beside the program. Made when
 * missing, closed to everybody but its owner.
 * @returns its absolute path
 * @throws CannotStart when it is not a folder, a restore into it has not ended, it belongs to another account or project, or cannot be written
 */
export function dataFolder(named?: string): string {
  const folder = dataFolderPath(named);
  try {
    if (!existsSync(folder)) make(folder);
    isWhole(folder);
    belongsToUs(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(
      `Không ghi được vào thư mục dữ liệu ${folder} (${reason(error)})`,
      `The data folder ${folder} cannot be written (${reason(error)})`,
      error,
    );
  }
  return folder;
}

function make(folder: string) {
  // In two steps: in places like /proc Node's recursive way never ends.
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
}

function isWhole(folder: string) {
  if (!readdirSync(folder).some((name) => name.startsWith(RESTORING))) return;
  throw new CannotStart(
    `Việc khôi phục vào ${folder} chưa xong: hãy chờ, hoặc chạy lại «cotmoc backup.restore» nếu nó đã bị ngắt`,
    `A restore into ${folder} has not ended: wait, or run \`cotmoc backup.restore\` again if it was cut off`,
  );
}

function belongsToUs(folder: string) {
  const { uid, mode } = statSync(folder);
  const me = process.getuid?.();
  if (me !== undefined && uid !== me) {
    throw new CannotStart(
      `Thư mục dữ liệu ${folder} thuộc về tài khoản khác (uid ${uid}, đang chạy uid ${me})`,
      `The data folder ${folder} belongs to another account (uid ${uid}, running as uid ${me})`,
    );
  }
  const inside = readdirSync(folder);
  if (inside.length > 0 && !inside.some((name) => OURS.includes(name) || name.startsWith('postgres.new-'))) {
    throw new CannotStart(
      `Thư mục ${folder} đang chứa thứ khác: hãy chọn một thư mục trống cho COTMOC_DATA`,
      `The folder ${folder} holds other things: choose an empty one for COTMOC_DATA`,
    );
  }
  // Passing through stays allowed (0711) where the embedded database runs under an account of its own: see embedded_account.
  if ((mode & 0o777) !== 0o700 && (mode & 0o777) !== 0o711) chmodSync(folder, 0o700);
}

const reason = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
