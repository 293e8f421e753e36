/** What every page does with a query or a command: ask it, and turn a problem into an answer with words. */
import { error, fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { ask, execute, type Command, type Input, type Query } from '#core/command.server.ts';
import { isProblem, Problem, type FieldProblem } from '#core/problem.ts';
import { tMaybe, t, type Language } from '#core/text.ts';

export interface Refused {
  code: string;
  message: string;
  /** Path of a field → what is wrong with it. */
  fields: Record<string, string>;
}

/** The answer of a query; a problem becomes an error page with its status. */
export async function see<S extends Input, R>({ locals }: RequestEvent, query: Query<S, R>, input: unknown = {}): Promise<R> {
  try {
    return await ask(locals.house, query, input, locals.actor);
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    // What may not be seen and what is not there look alike; so does an address that cannot be one.
    const status = problem.code === 'bad_input' ? 404 : problem.status;
    const { message } = say(locals.language, status === 404 ? new Problem('not_found') : problem);
    error(status, message, { code: problem.code, request_id: locals.request_id });
  }
}

/** The page of what is not there, or may not be seen. */
export function notThere({ locals }: Pick<RequestEvent, 'locals'>): never {
  error(404, t(locals.language, 'problem.not_found'), { code: 'not_found', request_id: locals.request_id });
}

/** What a command gave, or a refusal for the form it came from. */
export function submit<S extends Input, R>(
  event: Pick<RequestEvent, 'locals'>,
  command: Command<S, R>,
  input: unknown,
  key?: FormDataEntryValue | null,
): Promise<Answer<R>> {
  const isKey = typeof key === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key);
  const { house, actor } = event.locals;
  return attempt(event, () => execute(house, command, input, { actor, key: isKey ? key : undefined }));
}

type Answer<R> = { result: R } | { refused: ActionFailure<Refused> };

/** What some work of a form gave, or a refusal in words. */
export async function attempt<R>({ locals }: Pick<RequestEvent, 'locals'>, work: () => R | Promise<R>): Promise<Answer<R>> {
  try {
    return { result: await work() };
  } catch (problem) {
    if (!isProblem(problem)) throw problem;
    return { refused: fail(problem.status, say(locals.language, problem)) };
  }
}

/** A problem in the reader's words. */
export function say(language: Language, problem: Problem): Refused {
  const { fields, ...values } = problem.values;
  const plain = values as Record<string, string | number>;
  const reason =
    typeof plain.reason === 'string'
      ? tMaybe(language, problem.code === 'unreadable_sheet' ? `sheet.${plain.reason}` : `reading.${plain.reason}`, plain)
      : null;
  return {
    code: problem.code,
    message: reason ?? tMaybe(language, `problem.${problem.code}`, plain) ?? t(language, 'problem.unforeseen', { id: '' }),
    fields: Object.fromEntries(asFields(fields).map(({ path, message }) => [path, tMaybe(language, message) ?? message])),
  };
}

const asFields = (fields: unknown): readonly FieldProblem[] => (Array.isArray(fields) ? (fields as FieldProblem[]) : []);
