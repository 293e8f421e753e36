import { dayOf } from '#core/dates.ts';
import { sheetOf } from '#features/plans/plan_page.ts';
import { show } from '#features/plans/queries.server.ts';
import { agenciesOf, viewOfPlan } from '#features/plans/view.ts';
import { notThere, see } from '../../../../doors.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = event.url.searchParams;
  const day = asked.get('day') || dayOf(event.locals.house.now());
  const found = await see(event, show, { id: event.params.id, day });
  const view = viewOfPlan(found);
  const whole = !asked.has('unit') && !asked.has('name');
  const agency = agenciesOf(view).find(({ name, unit_id }) =>
    asked.has('unit') ? unit_id === asked.get('unit') : name === asked.get('name'),
  );
  if (!agency && !whole) notThere(event);
  const lines = sheetOf(view, agency ?? null);
  const size = asked.has('all') ? Math.max(1, lines.length) : LINES;
  const pages = Math.max(1, Math.ceil(lines.length / size));
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page'))) || 1), pages);
  const { id, title, number, symbol, issued_on } = found.plan;
  const amended = found.versions.filter(({ valid_from }) => valid_from !== null && valid_from <= day).at(-1) ?? null;
  const shown = lines.slice((page - 1) * size, page * size);
  const tasks = agency?.tasks.length ?? view.nodes.filter((node) => node.task).length;
  return {
    plan: { id, title, number, symbol, issued_on },
    day,
    amended,
    name: agency?.name ?? null,
    lines: shown,
    tasks,
    page,
    pages,
  };
};

/** About twenty sheets of A4. */
const LINES = 500;
