import { Readable } from 'node:stream';
import { file } from '#features/plans/queries.server.ts';
import { see } from '../../../../../doors.server.ts';
import { saved } from '../../../../../saved.server.ts';
import type { RequestHandler } from './$types';

/** The document as it came. */
export const GET: RequestHandler = async (event) => {
  const { content, file_name, file_size } = await see(event, file, { id: event.params.id });
  return saved(Readable.toWeb(content) as ReadableStream, file_name, { 'content-length': String(file_size) });
};
