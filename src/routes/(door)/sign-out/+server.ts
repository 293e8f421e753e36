import { redirect } from '@sveltejs/kit';
import { openHouse } from '#house.server.ts';
import { keepCookies } from '../cookies.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const { headers } = await openHouse().signIn(url.protocol).api.signOut({ headers: request.headers, returnHeaders: true });
  keepCookies(headers, cookies);
  redirect(303, '/sign-in');
};
