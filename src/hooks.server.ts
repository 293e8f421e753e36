import { redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { dayOf } from '#core/dates.ts';
import { uuid } from '#core/id.ts';
import { languageOf, t, type Language } from '#core/text.ts';
import { actorOf } from '#features/people/queries.server.ts';
import { openHouse } from '#house.server.ts';

/** Pages that somebody reaches who has not signed in. */
const OPEN = ['/(door)'];

/** What a page is not set without. Papers are Vietnamese in every language. */
const VIETNAMESE = /-vietnamese-.*\.woff2$/;
const FONTS: Record<Language, RegExp> = { vi: VIETNAMESE, en: VIETNAMESE, km: /-(vietnamese|khmer-khmer)-.*\.woff2$/ };

export const handle: Handle = async ({ event, resolve }) => {
  const { house, signIn, log } = openHouse();
  event.locals.house = house;
  // Vietnamese unless somebody chose otherwise: what an office PC's browser was installed in says little about who sits before it.
  event.locals.language = languageOf(event.cookies.get('language'));
  event.locals.request_id = event.request.headers.get('x-request-id') ?? uuid();
  event.locals.actor = { kind: 'nobody' };

  const session = await signIn(event.url.protocol).api.getSession({ headers: event.request.headers });
  if (session) {
    event.locals.actor = await actorOf(house.db, session.user.id, dayOf(house.now()));
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
