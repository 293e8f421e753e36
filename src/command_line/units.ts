import * as v from 'valibot';
import type { RegistryUnit } from '#features/plans/reading/reading.ts';
import { Misuse } from './misuse.ts';
import { bytesOf } from './read_file.ts';

const day = v.optional(v.nullable(v.string()));
const UNITS = v.array(
  v.object({ code: v.string(), name: v.string(), aliases: v.array(v.string()), valid_from: day, valid_to: day }),
);

/**
 * The units of a file such as `cotmoc unit.list --json` prints.
 * @throws Misuse
 */
export async function unitsOf(path: string): Promise<RegistryUnit[]> {
  const written = await bytesOf(path);
  try {
    return v.parse(UNITS, JSON.parse(new TextDecoder().decode(written))) as RegistryUnit[];
  } catch {
    throw new Misuse('cli.no_units', { path });
  }
}
