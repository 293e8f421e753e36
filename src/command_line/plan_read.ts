import { basename } from 'node:path';
import { readInThread } from '#features/plans/read.server.ts';
import type { RegistryUnit } from '#features/plans/reading/reading.ts';
import { registry } from '#features/units/queries.server.ts';
import { withHouse } from '#house.server.ts';
import { threads } from '#ports/threads.server.ts';
import { text } from './arguments.ts';
import type { MachineCommand } from './help.ts';
import { operandOf } from './operand.ts';
import { bytesOf } from './read_file.ts';
import { unitsOf } from './units.ts';

/** Reads a plan document, and keeps nothing. Needs no database, unless the units are taken from one. */
export const planRead: MachineCommand = {
  name: 'plan.read',
  kind: 'machine',
  operand: 'FILE',
  flags: { units: { value: 'FILE|database', words: 'cli.help_units' } },
  async run(given) {
    const path = operandOf(planRead, given);
    const units = await unitsFrom(given.flags.get('units'));
    return readInThread(threads(), await bytesOf(path), basename(path), units);
  },
};

async function unitsFrom(source: string | true | undefined): Promise<RegistryUnit[]> {
  if (source === 'database') return withHouse((house) => house.db.transaction().execute((db) => registry(db)));
  return source === undefined ? [] : unitsOf(text('units', source));
}
