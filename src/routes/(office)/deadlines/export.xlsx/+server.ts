import { dayOf } from '#core/dates.ts';
import { t } from '#core/text.ts';
import { deadlines } from '#features/plans/list_queries.server.ts';
import { sheet } from '../../../sheet.server.ts';
import { askedFor } from '../window.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language, house } = event.locals;
  return sheet(event, deadlines, askedFor(event.url.searchParams, dayOf(house.now())).asked, {
    file: 'thoi-han',
    name: t(language, 'rail.deadlines'),
    columns: [
      { title: t(language, 'due.column'), kind: 'day' },
      { title: t(language, 'column.task'), kind: 'text', width: 80 },
      { title: t(language, 'column.time'), kind: 'text', width: 24 },
      { title: t(language, 'list.who'), kind: 'text', width: 40 },
      { title: t(language, 'kind.plan'), kind: 'text', width: 50 },
    ],
    rows: ({ deadlines: found }) =>
      found.map(({ day, node_text, text, agencies, plan_title }) => [day, node_text, text, agencies.join('; '), plan_title]),
  });
};
