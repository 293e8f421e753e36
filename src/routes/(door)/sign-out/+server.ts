import { redirect } from '@sveltejs/kit';
import { execute } from '#core/command.server.ts';
import { signedOut } from '#features/people/entering.server.ts';
import { openHouse } from '#house.server.ts';
import { keepCookies } from '../cookies.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url, locals }) => {
  const { house, signIn } = openHouse();
  const { headers } = await signIn(url.protocol).api.signOut({ headers: request.headers, returnHeaders: true });
  if (locals.session) await execute(house, signedOut, { session: locals.session }, { actor: locals.actor });
  keepCookies(headers, cookies);
  redirect(303, '/sign-in');
};
