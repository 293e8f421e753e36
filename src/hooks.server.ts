import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { execute } from '#core/command.server.ts';
import { languageOf, t, type Language } from '#core/text.ts';
import { useKey } from '#features/people/keys_commands.server.ts';
import { actorOfKey } from '#features/people/keys_queries.server.ts';
import { actorOf } from '#features/people/queries.server.ts';
import { openHouse } from '#house.server.ts';

/** What somebody reaches who has not signed in; the doors of /api say themselves who may not. */
const OPEN = ['/(door)', '/api/'];

/** What a page is not set without. Papers are Vietnamese in every language. */
const VIETNAMESE = /-vietnamese-.*\.woff2$/;
const FONTS: Record<Language, RegExp> = { vi: VIETNAMESE, en: VIETNAMESE, km: /-(vietnamese|khmer-khmer)-.*\.woff2$/ };

export const handle: Handle = async ({ event, resolve }) => {
  const { house, signIn, log } = openHouse();
  event.locals.house = house;
  event.locals.log = log;
  // Vietnamese unless somebody chose otherwise: what an office PC's browser was installed in says little about who sits before it.
  event.locals.language = languageOf(event.cookies.get('language'));
  event.locals.request_id = event.request.headers.get('x-request-id') ?? uuid();
  event.locals.actor = { kind: 'nobody' };

  const today = dayOf(house.now());
  const key = keyOf(event.request);
  if (key !== null) {
    const { actor, first } = await actorOfKey(house.db, key, today);
    event.locals.actor = actor;
    if (first && actor.kind === 'person') await execute(house, useKey, { id: actor.key?.id }, { actor: { kind: 'system' } });
  } else {
    const session = await signIn(event.url.protocol).api.getSession({ headers: event.request.headers });
    if (session) {
      event.locals.actor = await actorOf(house.db, session.user.id, today);
      event.locals.session = session.session.id;
    }
  }
  const open = OPEN.some((prefix) => event.route.id?.startsWith(prefix));
  if (event.locals.actor.kind === 'nobody' && !open && event.route.id !== null)
    redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
  log.debug({ request: event.locals.request_id, route: event.route.id, actor: event.locals.actor.kind });

  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%cotmoc.lang%', event.locals.language),
    preload: ({ type, path }) => type === 'js' || type === 'css' || FONTS[event.locals.language].test(path),
  });
  // On a shared PC the Back key must not show what the one before saw, nor a form whose key was used.
  if (response.headers.get('content-type')?.startsWith('text/html')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** Problems have their words already (doors.server.ts). What nobody foresaw is logged whole, and says no more than where to look. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const language = event.locals.language ?? 'vi';
  const { request_id } = event.locals;
  if (kind === 'app') return;
  if (kind === 'framework' && error.status === 404)
    return { message: t(language, 'problem.not_found'), code: 'not_found', request_id };
  openHouse().log.error({ request: request_id, err: error });
  return { message: t(language, 'problem.unforeseen', { id: request_id ?? '' }), code: 'unforeseen', request_id };
};

/** The key of a program, where it asks under /api; elsewhere a page is for people. */
function keyOf({ headers, url }: { headers: Headers; url: string }): string | null {
  const [, key] = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  return key !== undefined && new URL(url).pathname.startsWith('/api/') ? key : null;
}
