import { Readable } from 'node:stream';
import { ask } from '#core/command.server.ts';
import { list } from '#features/record/event_queries.server.ts';
import { FORMATS, spread, type Format } from '#features/record/spread.server.ts';
import type { Told } from '#features/record/tell.server.ts';
import { see } from '../../../doors.server.ts';
import { filtersOf } from '../filters.ts';
import type { RequestHandler } from './$types';

const AT_ONCE = 500;

/** The events of the address's filters as a file, read page by page while it is being sent. */
export const GET: RequestHandler = async (event) => {
  const as = (Object.keys(FORMATS) as Format[]).find((format) => format === event.url.searchParams.get('as')) ?? 'csv';
  const { house, actor, language } = event.locals;
  const asked = { ...filtersOf(event.url), limit: AT_ONCE };
  const first = await see(event, list, asked);
  async function* pages(): AsyncGenerator<Told[]> {
    for (let page = first; ; page = await ask(house, list, { ...asked, before: page.next }, actor)) {
      yield page.events;
      if (page.next === null) return;
    }
  }
  return new Response(Readable.toWeb(Readable.from(spread(pages(), as, language))) as ReadableStream, {
    headers: {
      'content-type': FORMATS[as],
      'content-disposition': `attachment; filename="nhat-ky.${as}"`,
      'cache-control': 'private, no-store',
    },
  });
};
