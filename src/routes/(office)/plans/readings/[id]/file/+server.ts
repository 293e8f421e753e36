import { Readable } from 'node:stream';
import { file } from '#features/plans/queries.server.ts';
import { see } from '../../../../../doors.server.ts';
import type { RequestHandler } from './$types';

/** The document as it came: always saved, never shown in the page's own origin, whatever it holds. */
export const GET: RequestHandler = async (event) => {
  const { content, file_name, file_size } = await see(event, file, { id: event.params.id });
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(file_size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file_name)}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    },
  });
};
