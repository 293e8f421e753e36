/** Correcting a reading before it is adopted: each correction is a row at once, and can be undone (C-0). */
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { Problem } from '#core/problem.ts';
import { applicable, correctedOf, type Corrected } from './correcting/corrected.ts';
import type { Operation } from './correcting/operations.ts';
import { placeOf } from './correcting/place.ts';
import { unitFinder } from './finding_units.server.ts';
import * as inputs from './inputs.ts';
import { openReading, type OpenReading } from './open_reading.server.ts';
import { unitOfReading } from './whose.server.ts';
import { listedBy } from './writing.server.ts';

/**
 * Correct a reading: operations that are made, and later undone, together. `version` is the one the person saw.
 * @throws Problem stale_reading when somebody else has corrected since; correction_not_possible when it speaks of what is not there or
 * puts a node under one that comes after it. Nothing is changed then.
 */
export const correct = command({
  name: 'plan.correct',
  verb: 'plans.correct',
  input: inputs.correct,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  async run(ctx, { id, version, operations }): Promise<{ version: number }> {
    const open = await openReading(ctx, id, version);
    const made = await filled(ctx, open, operations);
    if (applicable(open.reading, [...open.operations, ...made]).length < open.operations.length + made.length)
      throw new Problem('correction_not_possible');
    const after = correctedOf(open.reading, [...open.operations, ...made]);
    if (sayOf(open.corrected, after) === null) return { version };
    await ctx.db
      .updateTable('plan_correction')
      .set({ state: 'replaced' })
      .where('reading_id', '=', id)
      .where('state', '=', 'undone')
      .execute();
    await ctx.db
      .insertInto('plan_correction')
      .values(({ selectFrom, fn }) => ({
        reading_id: id,
        position: selectFrom('plan_correction')
          .select(({ eb }) => eb(fn.coalesce(fn.max('position'), eb.lit(0)), '+', 1).as('next'))
          .where('reading_id', '=', id),
        operations: JSON.stringify(made),
        made_by: ctx.actor.kind === 'person' ? ctx.actor.id : null,
        made_at: ctx.now,
      }))
      .execute();
    return changed(ctx, open, after);
  },
});

/** Take back the last correction that stands. @throws Problem nothing_to_undo, stale_reading. */
export const undo = command({
  name: 'plan.undo',
  verb: 'plans.correct',
  input: inputs.step,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  run: (ctx, input) => turn(ctx, input, 'undone'),
});

/** Make the correction again that was undone last. @throws Problem nothing_to_undo, stale_reading. */
export const redo = command({
  name: 'plan.redo',
  verb: 'plans.correct',
  input: inputs.step,
  at: (ctx, { id }) => unitOfReading(ctx, id),
  run: (ctx, input) => turn(ctx, input, 'stands'),
});

async function turn(ctx: Ctx, { id, version }: { id: string; version: number }, to: 'undone' | 'stands') {
  const open = await openReading(ctx, id, version);
  const from = to === 'undone' ? 'stands' : 'undone';
  const row = await ctx.db
    .selectFrom('plan_correction')
    .select(['position', 'operations'])
    .where('reading_id', '=', id)
    .where('state', '=', from)
    .orderBy('position', to === 'undone' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Problem('nothing_to_undo');
  await ctx.db
    .updateTable('plan_correction')
    .set({ state: to })
    .where('reading_id', '=', id)
    .where('position', '=', row.position)
    .execute();
  const its = row.operations as unknown as Operation[];
  const operations = to === 'undone' ? open.operations.slice(0, -its.length) : [...open.operations, ...its];
  return changed(ctx, open, correctedOf(open.reading, operations));
}

async function changed(ctx: Ctx, { id, version, corrected }: OpenReading, after: Corrected): Promise<{ version: number }> {
  await ctx.db
    .updateTable('plan_reading')
    .set({ version: version + 1, ...listedBy(after.document) })
    .where('id', '=', id)
    .execute();
  await ctx.note({ subject: ['plan_reading', id], ...sayOf(corrected, after) });
  return { version: version + 1 };
}

/** Of what is added: an id, the agency's code in the register, and the place of its words in the node. @throws Problem bad_input */
async function filled(ctx: Ctx, { version, corrected }: OpenReading, operations: Operation[]): Promise<Operation[]> {
  const finder = await unitFinder(ctx.db);
  const known = <U extends { name: string; code: string | null }>(unit: U, i: number): U => ({
    ...unit,
    code: unit.code === null ? (finder.find(unit)?.code ?? null) : finder.byCode(unit.code, `operations.${i}.unit.code`).code,
  });
  return operations.map((it, i): Operation => {
    const id = `c${version + 1}.${i + 1}`;
    if (it.do === 'add_assignment')
      return { ...it, id, unit: known(it.unit, i), span: placeOf(corrected, it.node, it.unit.name) };
    if (it.do === 'add_deadline') return { ...it, id, span: placeOf(corrected, it.node, it.text) };
    if (it.do === 'change_assignment') return { ...it, unit: known(it.unit, i) };
    return it;
  });
}

/** What the record holds of a correction: the nodes it touched, as they were and as they are; null when it changed nothing. */
function sayOf(before: Corrected, after: Corrected) {
  const [old, young] = [statesOf(before), statesOf(after)];
  const touched = [...young.keys()].filter((id) => old.get(id) !== young.get(id));
  if (touched.length === 0) return null;
  const states = (of: Map<string, string>) => touched.map((id) => JSON.parse(of.get(id) as string) as unknown);
  return { before: { corrected: states(old) }, after: { corrected: states(young) } };
}

function statesOf({ document, nodes, tasks, assignments, deadlines, settled }: Corrected): Map<string, string> {
  const [obliged, right] = [new Set(tasks), new Set(settled)];
  const units = Map.groupBy(assignments, ({ node }) => node);
  const days = Map.groupBy(deadlines, ({ node }) => node);
  const { number, symbol, issued_on, issuer, title, period } = document;
  const said = { number, symbol, issued_on, issuer, title, period };
  const head = Object.fromEntries(Object.entries(said).map(([name, field]) => [name, field?.value ?? null]));
  return new Map([
    ['head', JSON.stringify({ node: 'head', text: title?.value ?? '', ...head })],
    ...nodes.map(
      ({ id, kind, parent, level, marker, text }) =>
        [
          id,
          JSON.stringify({
            node: id,
            text: text.slice(0, 200),
            kind,
            parent,
            level,
            marker,
            task: obliged.has(id),
            assignments: (units.get(id) ?? []).map(({ unit, role }) => ({ ...unit, role })),
            deadlines: (days.get(id) ?? []).map(({ text, rule }) => ({ text, rule })),
            ...(right.has(id) ? { settled: true } : {}),
          }),
        ] as const,
    ),
  ]);
}
