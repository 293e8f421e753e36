import { t } from '#core/text.ts';
import { search } from '#features/units/list_queries.server.ts';
import { nameIn } from '#features/units/rules.ts';
import { askedBy } from '#ui/list.ts';
import { sheet } from '../../../../sheet.server.ts';
import { UNIT_FILTERS } from '../filters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language } = event.locals;
  return sheet(event, search, askedBy(event.url.searchParams, UNIT_FILTERS), {
    file: 'co-quan',
    name: t(language, 'units.list'),
    columns: [
      { title: t(language, 'units.list'), kind: 'text', width: 50 },
      { title: t(language, 'line.kind'), kind: 'text' },
      { title: t(language, 'units.above'), kind: 'text', width: 40 },
      { title: t(language, 'units.place'), kind: 'text', width: 30 },
      { title: t(language, 'units.code_is'), kind: 'text' },
      { title: t(language, 'units.from'), kind: 'day' },
    ],
    rows: ({ units }) =>
      units.map(({ names, kind, parent, place, code, valid_from }) => [
        nameIn(names, language),
        t(language, `unit_kind.${kind}`),
        parent && nameIn(parent.names, language),
        place && nameIn(place.names, language),
        code,
        valid_from,
      ]),
  });
};
