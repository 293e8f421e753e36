import { Readable } from 'node:stream';
import { file } from '#features/papers/queries.server.ts';
import { written } from '#features/papers/rules.ts';
import { savedPaper } from '../../../../paper_files.server.ts';
import { see } from '../../../../doors.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { content, ...paper } = await see(event, file, event.params);
  return savedPaper(Readable.toWeb(content) as ReadableStream, written(paper), 'pdf');
};
