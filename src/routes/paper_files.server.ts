/** Files of papers. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { isProblem } from '#core/problem.ts';
import { drawPaper } from '#ports/papers/draw.server.ts';
import type { Paper } from '#ports/papers/paper.ts';
import { say } from './doors.server.ts';
import { saved } from './saved.server.ts';

const FILE_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

export const savedPaper = (content: BodyInit, name: string, as: keyof typeof FILE_TYPES): Response =>
  saved(content, `${name.replaceAll('/', '-')}.${as}`, { 'content-type': FILE_TYPES[as] });

/** The paper drawn, or an error page that says why not. */
export async function drawn(
  { locals }: RequestEvent,
  paper: Paper,
  name: string,
  as: keyof typeof FILE_TYPES,
): Promise<Response> {
  try {
    const file = await drawPaper(locals.house.threads, paper, as);
    return savedPaper(new Uint8Array(file), name, as);
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    error(problem.status, say(locals.language, problem).message, { code: problem.code, request_id: locals.request_id });
  }
}
