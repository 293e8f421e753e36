/** How /api answers: JSON, a file, or a problem (RFC 9457) in the caller's language. */
import { Readable } from 'node:stream';
import type { RequestEvent } from '@sveltejs/kit';
import { isProblem, type Problem } from '#core/problem.ts';
import { LANGUAGES, t, type Key, type Language } from '#core/text.ts';
import { say } from '../doors.server.ts';
import { saved } from '../saved.server.ts';
import { mayAsk } from './pace.ts';

/** What is wrong with the request itself, before any command or query has seen it. */
export const REQUEST_PROBLEMS = {
  no_key: { status: 400, words: 'api.no_key' },
  other_origin: { status: 403, words: 'api.other_origin' },
  no_such: { status: 404, words: 'api.no_such' },
  wrong_type: { status: 415, words: 'api.wrong_type' },
  too_often: { status: 429, words: 'api.too_often' },
} as const satisfies Record<string, { status: number; words: Key }>;
type RequestProblem = keyof typeof REQUEST_PROBLEMS;

/** Cookies first, for who looks at an answer in a browser; then the language a program asks for (RFC 9110, 12.5.4, without weights). */
export function languageFor({ cookies, request, locals }: RequestEvent): Language {
  if (cookies.get('language')) return locals.language;
  const asked = (request.headers.get('accept-language') ?? '').split(',').map((part) => part.trim().slice(0, 2));
  return asked.flatMap((tag) => LANGUAGES.find((language) => language === tag) ?? [])[0] ?? locals.language;
}

/** Do the work unless this caller asks too much; whatever goes wrong becomes an answer. */
export async function answering(event: RequestEvent, work: () => Promise<Response>): Promise<Response> {
  const { locals } = event;
  const language = languageFor(event);
  const caller = locals.actor.kind === 'person' ? (locals.actor.key?.id ?? locals.actor.id) : event.getClientAddress();
  const wait = mayAsk(caller, Date.now());
  if (wait > 0) return refuse(event, 'too_often', { 'retry-after': String(Math.ceil(wait / 1000)) });
  try {
    return await work();
  } catch (error) {
    if (isProblem(error)) return problem(event, error, language);
    locals.log.error({ request: locals.request_id, err: error });
    const detail = t(language, 'problem.unforeseen', { id: locals.request_id });
    return told(500, { code: 'unforeseen', detail, request_id: locals.request_id });
  }
}

export function refuse(event: RequestEvent, code: RequestProblem, headers: Record<string, string> = {}): Response {
  const { status, words } = REQUEST_PROBLEMS[code];
  return told(status, { code, detail: t(languageFor(event), words), request_id: event.locals.request_id }, headers);
}

function problem({ locals }: RequestEvent, it: Problem, language: Language): Response {
  const { message, fields } = say(language, it);
  const detail = { code: it.code, detail: message, fields, request_id: locals.request_id };
  return told(it.status, detail, it.status === 401 ? { 'www-authenticate': 'Bearer realm="cotmoc"' } : {});
}

function told(status: number, said: Record<string, unknown>, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, ...said }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...PRIVATE, ...headers },
  });
}

/** What a command or query gave. One that gives the content of a file is that file. */
export function given(result: unknown): Response {
  const file = fileIn(result);
  if (!file) return Response.json(result ?? null, { headers: PRIVATE });
  return saved(Readable.toWeb(file.content) as ReadableStream, file.file_name);
}

const PRIVATE = { 'cache-control': 'private, no-store' };

function fileIn(result: unknown): { content: Readable; file_name: string } | null {
  if (typeof result !== 'object' || result === null || !('content' in result)) return null;
  const { content } = result;
  const file_name = 'file_name' in result && typeof result.file_name === 'string' ? result.file_name : 'file';
  return content instanceof Readable ? { content, file_name } : null;
}
