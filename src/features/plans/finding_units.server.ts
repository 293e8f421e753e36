import type { Reads } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { registry } from '#features/units/queries.server.ts';
import { nameKey } from './reading/fold.ts';

export interface UnitFinder {
  /** By the code that reading found; or by name, since the register may have learned it after the paper was read. Two of one name: none. */
  find(said: { code: string | null; name: string }): { id: string; code: string } | null;
  /** @throws Problem bad_input when no unit bears the code. */
  byCode(code: string, field: string): { id: string; code: string };
}

export async function unitFinder(db: Reads['db']): Promise<UnitFinder> {
  const units = await registry(db);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const byName = new Map<string, (typeof units)[number] | null>();
  for (const unit of units)
    for (const key of [unit.name, ...unit.aliases].map(nameKey))
      byName.set(key, byName.has(key) && byName.get(key)?.id !== unit.id ? null : unit);
  return {
    find: ({ code, name }) => (code !== null && byCode.get(code)) || (byName.get(nameKey(name)) ?? null),
    byCode(code, field) {
      const unit = byCode.get(code);
      if (!unit) throw new Problem('bad_input', { fields: [{ path: field, message: 'units.unknown' }] });
      return unit;
    },
  };
}
