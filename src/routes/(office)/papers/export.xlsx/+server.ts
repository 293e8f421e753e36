import { t } from '#core/text.ts';
import { list } from '#features/papers/queries.server.ts';
import { written } from '#features/papers/rules.ts';
import { nameIn } from '#features/units/rules.ts';
import { askedBy } from '#ui/list.ts';
import { sheet } from '../../../sheet.server.ts';
import { PAPER_FILTERS } from '../filters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  const { language } = event.locals;
  return sheet(event, list, askedBy(event.url.searchParams, PAPER_FILTERS), {
    file: 'so-van-ban-di',
    name: t(language, 'papers.title'),
    columns: [
      { title: t(language, 'papers.number'), kind: 'text' },
      { title: t(language, 'papers.day'), kind: 'day' },
      { title: t(language, 'papers.type'), kind: 'text' },
      { title: t(language, 'papers.abstract'), kind: 'text', width: 80 },
      { title: t(language, 'papers.unit'), kind: 'text', width: 40 },
      { title: t(language, 'papers.state'), kind: 'text' },
    ],
    rows: ({ papers }) =>
      papers.map((paper) => [
        written(paper),
        paper.issued_on,
        t(language, `paper.type.${paper.type}`),
        paper.title,
        paper.unit && (nameIn(paper.unit.names, language) ?? paper.unit.code),
        t(language, `paper.state.${paper.state}`),
      ]),
  });
};
