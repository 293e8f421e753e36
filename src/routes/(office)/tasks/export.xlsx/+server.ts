import { t } from '#core/text.ts';
import { tasks } from '#features/plans/list_queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { sheet } from '../../../sheet.server.ts';
import { TASK_FILTERS } from '../filters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language } = event.locals;
  return sheet(event, tasks, askedBy(event.url.searchParams, TASK_FILTERS), {
    file: 'nhiem-vu',
    name: t(language, 'rail.tasks'),
    columns: [
      { title: t(language, 'column.task'), kind: 'text', width: 80 },
      { title: t(language, 'column.lead'), kind: 'text', width: 30 },
      { title: t(language, 'column.coordinate'), kind: 'text', width: 30 },
      { title: t(language, 'column.perform'), kind: 'text', width: 30 },
      { title: t(language, 'column.time'), kind: 'text', width: 24 },
      { title: t(language, 'list.next'), kind: 'day' },
      { title: t(language, 'kind.plan'), kind: 'text', width: 50 },
    ],
    rows: ({ tasks: found }) =>
      found.map(({ text, assignments, deadlines, next, plan_title }) => {
        const of = (role: string) => assignments.flatMap((it) => (it.role === role ? it.name : [])).join('; ');
        const time = deadlines.map((it) => it.text).join('; ');
        return [text, of('lead'), of('coordinate'), of('perform'), time, next, plan_title];
      }),
  });
};
