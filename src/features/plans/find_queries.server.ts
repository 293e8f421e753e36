/** A few plans and tasks for the finder. */
import { sql } from 'kysely';
import { query } from '#core/command.server.ts';
import { matches } from '#core/listing.server.ts';
import { dayOf } from '#core/dates.ts';
import { finding, type Found } from '#core/finding.ts';
import { standsOn } from './versions.server.ts';
import { plansOf } from './whose.server.ts';

/** Newest first. */
export const findPlans = query({
  name: 'plan.find',
  verb: 'plans.view',
  input: finding,
  async run({ db, actor }, { search, most }): Promise<Found[]> {
    const { rows } = await sql<Found>`
      select '/plans/' || id as href, jsonb_build_object('vi', title) as names, concat_ws('/', number, symbol) as note, demo
      from plan where ${plansOf(actor)} and ${matches('plan.tokens', search)} order by adopted_at desc, id limit ${most}`.execute(
      db,
    );
    return rows;
  },
});

/** Those of the newest plans first. */
export const findTasks = query({
  name: 'task.find',
  verb: 'plans.view',
  input: finding,
  async run({ db, actor, now }, { search, most }): Promise<Found[]> {
    const { rows } = await sql<Found>`
      select '/tasks/' || found.task_id as href, jsonb_build_object('vi', found.text) as names, plan.title as note, plan.demo
      from (
        select task_id, plan_node.plan_id, plan_node.text from plan_node join plan_version on plan_version.id = plan_node.version_id
        where task_id is not null and ${standsOn(dayOf(now))}
          and plan_node.plan_id in (select plan.id from plan where ${plansOf(actor)}) and ${matches('plan_node.tokens', search)} order by plan_node.plan_id desc, position limit ${most}
      ) found join plan on plan.id = found.plan_id`.execute(db);
    return rows;
  },
});
