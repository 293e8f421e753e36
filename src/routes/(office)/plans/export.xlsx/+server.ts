import { t, tMaybe } from '#core/text.ts';
import { list } from '#features/plans/list_queries.server.ts';
import { askedBy } from '#ui/list.ts';
import { sheet } from '../../../sheet.server.ts';
import { PLAN_FILTERS } from '../filters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language } = event.locals;
  return sheet(event, list, askedBy(event.url.searchParams, PLAN_FILTERS), {
    file: 'ke-hoach',
    name: t(language, 'rail.plans'),
    columns: [
      { title: t(language, 'plans.title'), kind: 'text', width: 80 },
      { title: t(language, 'field.kind'), kind: 'text' },
      { title: t(language, 'field.symbol'), kind: 'text' },
      { title: t(language, 'field.issued_on'), kind: 'day' },
      { title: t(language, 'field.issuer'), kind: 'text', width: 40 },
      { title: t(language, 'tasks.all'), kind: 'number' },
    ],
    rows: ({ plans }) =>
      plans.map(({ title, kind, number, symbol, issued_on, issuer, tasks }) => [
        title,
        tMaybe(language, `kind.${kind}`) ?? kind,
        [number, symbol].filter(Boolean).join('/'),
        issued_on,
        issuer,
        tasks,
      ]),
  });
};
