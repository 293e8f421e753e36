/**
 * PostgreSQL refuses to run as root. Where we are root it runs in a user namespace, in which root has another number; where those
 * are forbidden (some containers), under the account nobody, which then owns the database's folder.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Words to put before a program's own, and the account to start it under (ours when undefined). */
export interface Account {
  through: readonly string[];
  uid?: number;
  gid?: number;
}

const NOBODY = 65534;
const OURSELVES: Account = { through: [] };
const NAMESPACE: Account = { through: ['unshare', '--user', '--map-user=1000', '--map-group=1000'] };

/** The account for a database in this folder, which need not exist yet. */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) return OURSELVES;
  const owner = statSync(pgdata, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { through: [], uid: owner.uid, gid: owner.gid };
  const [command, ...args] = NAMESPACE.through;
  if (spawnSync(command!, [...args, 'true']).status === 0) return NAMESPACE;
  return { through: [], uid: NOBODY, gid: NOBODY };
}

/** Give a file, or a folder and everything in it, to the account. */
export function hand(path: string, { uid, gid }: Account) {
  if (uid === undefined || gid === undefined || statSync(path).uid === uid) return;
  if (statSync(path).isDirectory()) {
    for (const entry of readdirSync(path, { recursive: true })) lchownSync(join(path, String(entry)), uid, gid);
  }
  chownSync(path, uid, gid);
}
