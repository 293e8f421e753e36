/** Write what a reorganisation does: rows, names, successions, and an event for each that it touches. */
import type { Ctx } from '#core/context.ts';
import { uuid } from '#core/id.ts';
import { chunks, writeNames } from '../bearers.server.ts';
import type { Change, Made } from './change.ts';
import { keyOf, type Key } from './register.ts';
import type { Of } from '../rules.ts';

export async function write(ctx: Ctx, change: Change, reorganisation_id: string) {
  const ids = new Map<Key, string>([...change.made.keys()].map((key) => [key, uuid()]));
  const idOf = (of: Of, code: string | null) =>
    code === null ? null : (ids.get(keyOf({ of, code })) ?? change.register.get(of, code)?.id ?? null);
  // Places first: units are seated in them.
  for (const register of ['place', 'unit'] as const) {
    await endRows(ctx, change, register);
    await makeRows(ctx, change, register, idOf, reorganisation_id);
    await renameRows(ctx, change, register, reorganisation_id);
    await leadOn(ctx, change, register, idOf, reorganisation_id);
  }
  await note(ctx, change, ids, reorganisation_id);
}

type IdOf = (of: Of, code: string | null) => string | null;
const ofKind = <T extends { row: { of: Of } }>(all: Map<Key, T>, of: Of) => [...all.values()].filter(({ row }) => row.of === of);

async function endRows({ db }: Ctx, { ended, renamed, day }: Change, of: Of) {
  const gone = ofKind(ended, of).map(({ row }) => row.id);
  const called = [...gone, ...ofKind(renamed, of).map(({ row }) => row.id)];
  if (gone.length > 0)
    await db
      .updateTable(of)
      .set({ valid_to: day })
      .where('id', '=', (eb) => eb.fn.any(eb.val(gone)))
      .execute();
  if (called.length === 0) return;
  if (of === 'unit')
    await db
      .updateTable('unit_name')
      .set({ valid_to: day })
      .where('unit_id', '=', (eb) => eb.fn.any(eb.val(called)))
      .where(({ eb }) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .execute();
  else
    await db
      .updateTable('place_name')
      .set({ valid_to: day })
      .where('place_id', '=', (eb) => eb.fn.any(eb.val(called)))
      .where(({ eb }) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .execute();
}

async function makeRows(ctx: Ctx, { made, day }: Change, of: Of, idOf: IdOf, reorganisation_id: string) {
  const begun = [...made.values()].filter((it) => it.of === of);
  const common = (it: Made) => ({
    id: idOf(of, it.code) as string,
    code: it.code,
    kind: it.kind,
    parent_id: idOf(of, it.parent),
    valid_from: day,
    legal_basis: it.legal_basis,
    reorganisation_id,
    demo: ctx.demo,
  });
  for (const some of chunks(begun))
    if (of === 'unit')
      await ctx.db
        .insertInto('unit')
        .values(some.map((it) => ({ ...common(it), place_id: idOf('place', it.seat) })))
        .execute();
    else
      await ctx.db
        .insertInto('place')
        .values(some.map((it) => ({ ...common(it), border_order: it.border_order })))
        .execute();
  await writeNames(
    ctx,
    of,
    begun.map(({ code, names, legal_basis }) => ({
      id: idOf(of, code) as string,
      names,
      valid_from: day,
      valid_to: null,
      legal_basis,
    })),
  );
  const aliases = begun.flatMap((it) =>
    [...new Set(it.aliases)].map((alias) => ({ unit_id: idOf(of, it.code) as string, alias })),
  );
  for (const some of chunks(aliases)) await ctx.db.insertInto('unit_alias').values(some).execute();
}

async function renameRows(ctx: Ctx, { renamed, day }: Change, of: Of, reorganisation_id: string) {
  const called = ofKind(renamed, of).map(({ row: { id, valid_to }, names, legal_basis }) => ({
    id,
    names,
    valid_from: day,
    valid_to,
    legal_basis,
    reorganisation_id,
  }));
  await writeNames(ctx, of, called);
}

async function leadOn({ db, demo }: Ctx, { ended, day }: Change, of: Of, idOf: IdOf, reorganisation_id: string) {
  const rows = ofKind(ended, of).flatMap(({ row, kind, successors, legal_basis }) =>
    (successors.length > 0 ? successors : [null]).map((successor) => ({
      id: uuid(),
      kind,
      predecessor_id: row.id,
      successor_id: idOf(of, successor),
      day,
      legal_basis,
      reorganisation_id,
      demo,
    })),
  );
  for (const some of chunks(rows))
    if (of === 'unit') await db.insertInto('unit_succession').values(some).execute();
    else await db.insertInto('place_succession').values(some).execute();
}

/** Each event belongs to the unit it speaks of, so that the record shows it to those whose it is. */
async function note(ctx: Ctx, { made, ended, renamed, day }: Change, ids: ReadonlyMap<Key, string>, reorganisation: string) {
  const about = (of: Of, id: string) => ({ subject: [of, id] as const, unit_id: of === 'unit' ? id : null });
  for (const { row, kind, successors, legal_basis } of ended.values())
    await ctx.note({
      ...about(row.of, row.id),
      before: { valid_to: null },
      after: { valid_to: day, succession: kind, successors, legal_basis, reorganisation },
      why: legal_basis,
    });
  for (const [key, it] of made)
    await ctx.note({ ...about(it.of, ids.get(key) as string), after: { ...it, valid_from: day, reorganisation } });
  for (const { row, names, legal_basis } of renamed.values())
    await ctx.note({
      ...about(row.of, row.id),
      before: { names: row.names },
      after: { names, day, legal_basis, reorganisation },
      why: legal_basis,
    });
}
