import { t } from '#core/text.ts';
import { list } from '#features/people/persons_queries.server.ts';
import { nameIn } from '#features/units/rules.ts';
import { askedBy } from '#ui/list.ts';
import { sheet } from '../../../sheet.server.ts';
import { PEOPLE_FILTERS } from '../filters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language } = event.locals;
  return sheet(event, list, askedBy(event.url.searchParams, PEOPLE_FILTERS), {
    file: 'nguoi-dung',
    name: t(language, 'rail.people'),
    columns: [
      { title: t(language, 'start.name'), kind: 'text', width: 30 },
      { title: t(language, 'sign_in.username'), kind: 'text', width: 20 },
      { title: t(language, 'people.role'), kind: 'text', width: 80 },
    ],
    rows: ({ people }) =>
      people.map(({ name, username, roles }) => [
        name,
        username,
        roles
          .map(
            ({ role, names }) =>
              `${t(language, `role.${role}`)}, ${names ? nameIn(names, language) : t(language, 'people.whole_house')}`,
          )
          .join('; '),
      ]),
  });
};
