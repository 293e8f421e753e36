/** Plans have parents: the province's frame plan, then yearly, department and district plans whose tasks carry out its tasks (IV.10). */
import { sql } from 'kysely';
import { command } from '#core/command.server.ts';
import type { Ctx } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { Problem } from '#core/problem.ts';
import { unitFinder } from './finding_units.server.ts';
import * as inputs from './inputs.ts';
import { show } from './queries.server.ts';
import type { NodeKind } from './reading/reading.ts';
import { isLater } from './rules.ts';
import { takenOver } from './taken_over.ts';
import { writeVersion } from './writing.server.ts';
import { unitOfPlan, unitsOfTasks } from './whose.server.ts';

/**
 * Say which plan a plan carries out, or that it carries out none. Links of its tasks into the former parent are taken away.
 * @throws Problem plan_of_itself when it would be its own ancestor, parent_is_later when the parent begins after it has ended, not_found.
 */
export const setParent = command({
  name: 'plan.set_parent',
  verb: 'plans.adopt',
  input: inputs.parent,
  at: async (ctx, { id, parent }) => {
    if (parent !== null) await unitOfPlan(ctx, parent);
    return unitOfPlan(ctx, id);
  },
  async run(ctx, { id, parent, relation }): Promise<{ id: string }> {
    // One at a time: two who hang two plans under each other at once must not both find nothing wrong.
    await sql`select pg_advisory_xact_lock(hashtext('cotmoc: plan parents'))`.execute(ctx.db);
    const before = await planOf(ctx, id);
    if (parent !== null) {
      if (await isUnder(ctx, parent, id)) throw new Problem('plan_of_itself');
      if (isLater(await planOf(ctx, parent), before)) throw new Problem('parent_is_later');
    }
    if (before.parent_id !== null && before.parent_id !== parent)
      await ctx.db
        .deleteFrom('task_link')
        .where('task_id', 'in', ctx.db.selectFrom('task').select('id').where('plan_id', '=', id))
        .where('parent_task_id', 'in', ctx.db.selectFrom('task').select('id').where('plan_id', '=', before.parent_id))
        .execute();
    const parent_relation = parent === null ? null : relation;
    await ctx.db.updateTable('plan').set({ parent_id: parent, parent_relation }).where('id', '=', id).execute();
    await ctx.note({
      subject: ['plan', id],
      before: { above: before.parent_id, relation: before.parent_relation },
      after: { above: parent, relation: parent_relation },
      unit_id: before.unit_id,
    });
    return { id };
  },
});

/** Confirm that tasks carry out tasks of their plan's parent. What is linked already stays. @throws Problem not_found when it is not its parent's. */
export const link = command({
  name: 'task.link',
  verb: 'plans.adopt',
  input: inputs.links,
  at: (ctx, { links }) =>
    unitsOfTasks(
      ctx,
      links.map(({ task }) => task),
    ),
  async run(ctx, { links }): Promise<{ links: number }> {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(task uuid, parent uuid)
      join task on task.id = l.task join plan on plan.id = task.plan_id
      join task above on above.id = l.parent and above.plan_id = plan.parent_id`.execute(ctx.db);
    if (rows[0]?.n !== links.length) throw new Problem('not_found');
    const made_by = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    await ctx.db
      .insertInto('task_link')
      .values(links.map(({ task, parent }) => ({ task_id: task, parent_task_id: parent, made_by, made_at: ctx.now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const { task, parent } of links) await ctx.note({ subject: ['task', task], after: { carries_out: parent } });
    return { links: links.length };
  },
});

/** Take a link back. @throws Problem not_found. */
export const unlink = command({
  name: 'task.unlink',
  verb: 'plans.adopt',
  input: inputs.unlink,
  at: (ctx, { task }) => unitsOfTasks(ctx, [task]),
  async run(ctx, { task, parent }): Promise<{ task: string }> {
    const gone = await ctx.db
      .deleteFrom('task_link')
      .where('task_id', '=', task)
      .where('parent_task_id', '=', parent)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw new Problem('not_found');
    await ctx.note({ subject: ['task', task], before: { carries_out: parent } });
    return { task };
  },
});

/**
 * Begin a unit's plan from its parent plan: it takes over the tasks that oblige the unit, linked, with their headings, agencies and deadlines;
 * nothing is typed again (IV.10). @throws Problem nothing_to_take_over when no task of the plan obliges the unit; not_found, bad_input.
 */
export const begin = command({
  name: 'plan.begin',
  verb: 'plans.adopt',
  input: inputs.begin,
  at: async (ctx, { parent, unit }) => {
    await unitOfPlan(ctx, parent);
    return [(await unitFinder(ctx.db)).byCode(unit, 'unit').id];
  },
  async run(ctx, { parent, unit: code, relation, title }): Promise<{ id: string; tasks: number }> {
    const unit = (await unitFinder(ctx.db)).byCode(code, 'unit');
    const shown = await show.run(ctx, { id: parent, day: dayOf(ctx.now) });
    const chosen = new Set(shown.assignments.filter(({ unit_id }) => unit_id === unit.id).map(({ node_id }) => node_id));
    if (chosen.size === 0) throw new Problem('nothing_to_take_over');
    const content = takenOver(contentOf(shown), chosen);
    const id = uuid();
    const { period_from, period_to } = shown.versions.find((it) => it.id === shown.version) ?? shown.plan;
    const fields = { number: null, symbol: null, issued_on: null, period_from, period_to };
    await ctx.db
      .insertInto('plan')
      .values({
        id,
        unit_id: unit.id,
        kind: 'plan',
        title,
        ...fields,
        parent_id: parent,
        parent_relation: relation,
        adopted_at: ctx.now,
        demo: ctx.demo,
      })
      .execute();
    const nodes = await writeVersion(ctx, { plan_id: id, reading_id: null, title, fields, valid_from: null }, content);
    const made_by = ctx.actor.kind === 'person' ? ctx.actor.id : null;
    const taskOf = new Map(shown.nodes.map((node) => [node.id, node.task_id]));
    const links = content.tasks.map((node) => ({
      task_id: nodes.get(node) as string,
      parent_task_id: taskOf.get(node) as string,
      made_by,
      made_at: ctx.now,
    }));
    await ctx.db.insertInto('task_link').values(links).execute();
    await ctx.note({
      subject: ['plan', id],
      after: { title, above: parent, relation, unit_id: unit.id, tasks: links.length },
      unit_id: unit.id,
    });
    return { id, tasks: links.length };
  },
});

/** A shown plan as content: with the shape of what was read. */
function contentOf({ plan, nodes, assignments, deadlines }: Awaited<ReturnType<typeof show.run>>) {
  const span = ({ span_start: start, span_end: end }: { span_start: number | null; span_end: number | null }) =>
    start === null || end === null ? null : { start, end };
  return {
    text: plan.text,
    nodes: nodes.map(({ id, parent_id, kind, marker, level, text, cells, span_start, span_end }) => ({
      id,
      parent: parent_id,
      kind: kind as NodeKind,
      marker,
      marker_in_text: false,
      ordinal: null,
      level,
      text,
      span: { start: span_start, end: span_end },
      ...(cells ? { cells } : {}),
    })),
    tasks: nodes.flatMap(({ id, task_id }) => (task_id ? [id] : [])),
    assignments: assignments.map((it) => ({
      id: '',
      node: it.node_id,
      unit: { name: it.unit_name, code: it.unit_code },
      role: it.role,
      span: span(it),
    })),
    deadlines: deadlines.map((it) => ({ id: '', node: it.node_id, text: it.text, rule: it.rule, span: span(it) })),
  };
}

/** @throws Problem not_found */
async function planOf(ctx: Ctx, id: string) {
  const plan = await ctx.db
    .selectFrom('plan')
    .select(['id', 'parent_id', 'parent_relation', 'unit_id', 'period_from', 'period_to', 'issued_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!plan) throw new Problem('not_found');
  return plan;
}

/** Whether a plan is another one or comes under it, however far. */
async function isUnder(ctx: Ctx, id: string, above: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with recursive up as (select id, parent_id from plan where id = ${id}
      union select plan.id, plan.parent_id from plan join up on plan.id = up.parent_id)
    select exists (select from up where id = ${above}) as found`.execute(ctx.db);
  return rows[0]?.found ?? false;
}
