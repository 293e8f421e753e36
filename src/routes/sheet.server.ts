/** A list as .xlsx: all that its address asks for, page after page, so that a million rows need no more memory than one page. */
import { Readable } from 'node:stream';
import type { RequestEvent } from '@sveltejs/kit';
import type { Input, Query } from '#core/command.server.ts';
import { dayOf } from '#core/dates.ts';
import { writeSheet, XLSX, type Column, type Row } from '#ports/spreadsheet.server.ts';
import { see } from './doors.server.ts';

interface Sheet<Answer> {
  /** Of the file, without its ending; the day is added. */
  file: string;
  name: string;
  columns: readonly Column[];
  rows: (answer: Answer) => Row[];
}

export async function sheet<S extends Input, Answer extends { after: string | null }>(
  event: RequestEvent,
  query: Query<S, Answer>,
  asked: Record<string, unknown>,
  { file, name, columns, rows }: Sheet<Answer>,
): Promise<Response> {
  const { after: _, before: __, ...all } = asked;
  const from = (after?: string) => see(event, query, { ...all, size: 1000, ...(after && { after }) });
  // What may not be seen is said before the file begins.
  const first = await from();
  const pages = async function* () {
    let page = first;
    yield* rows(page);
    while (page.after) yield* rows((page = await from(page.after)));
  };
  const body = Readable.toWeb(Readable.from(writeSheet(name, columns, pages()))) as ReadableStream;
  return new Response(body, {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${file}-${dayOf(event.locals.house.now())}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
}
