/** What of the acknowledged changes a house still has, and whether anything in it is half. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { joinEmbedded } from '#db/embedded.server.ts';
import type { Acknowledged } from './office.testing.ts';

export interface Kept {
  /** Acknowledged, but not there, or not once, or under another id. */
  lost: string[];
  /** Rows whose other rows, event or file are missing or there twice. */
  half: string[];
  units: number;
  readings: number;
}

export async function kept(data: string, acknowledged: Acknowledged[]): Promise<Kept> {
  const embedded = await joinEmbedded(data, { onLost: () => {} });
  const client = new Client(embedded.address);
  await client.connect();
  try {
    const { rows: units } = await client.query<Row>(
      `select id, code as what, (select count(*)::int from unit_name where unit_id = unit.id) as parts, ${EVENTS} from unit`,
    );
    const { rows: readings } = await client.query<Row>(
      `select id, file_sha256 as what, 1 as parts, ${EVENTS.replaceAll('unit.', 'plan_reading.')} from plan_reading`,
    );
    const found = [...units, ...readings];
    const ids = new Map(found.map(({ what, id }) => [what, id]));
    const twice = found.length - ids.size;
    const lost = acknowledged.filter((it) => ids.get(nameOf(it)) !== it.id).map(nameOf);
    const broken = found.filter(({ parts, events }) => parts !== 1 || events !== 1).map(({ what }) => what);
    const unfiled = readings.filter(({ what }) => !holds(data, what)).map(({ what }) => what);
    return {
      lost,
      half: [...broken, ...unfiled, ...(twice ? [`${twice} twice`] : [])],
      units: units.length,
      readings: readings.length,
    };
  } finally {
    await client.end();
    await embedded.leave();
  }
}

interface Row {
  id: string;
  what: string;
  parts: number;
  events: number;
}

const EVENTS = `(select count(*)::int from event where subject_id = unit.id::text) as events`;

const nameOf = ({ command, what }: Acknowledged) => (command === 'unit.add' ? what : digest(what));
const digest = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

function holds(data: string, sha256: string): boolean {
  const path = join(data, 'files', sha256.slice(0, 2), sha256.slice(2));
  return existsSync(path) && digest(readFileSync(path)) === sha256;
}
