import { Readable } from 'node:stream';
import { template } from '#features/people/import_queries.server.ts';
import { XLSX } from '#ports/spreadsheet.server.ts';
import { see } from '../../../../doors.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { file_name, content } = await see(event, template);
  const headers = {
    'content-type': XLSX,
    'content-disposition': `attachment; filename="${file_name}"`,
    'cache-control': 'private, no-store',
  };
  return new Response(Readable.toWeb(content) as ReadableStream, { headers });
};
