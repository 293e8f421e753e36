import { fail, redirect } from '@sveltejs/kit';
import { t } from '#core/text.ts';
import { normalUsername } from '#features/people/rules.ts';
import { attempt } from '#features/people/sign_in.server.ts';
import { openHouse } from '#house.server.ts';
import { localPath } from '../../paths.ts';
import { keepCookies } from '../cookies.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = localPath(url.searchParams.get('to'));
  if (locals.actor.kind === 'person') redirect(303, to);
  return { to };
};

export const actions: Actions = {
  default: async ({ request, cookies, locals, url, getClientAddress }) => {
    const form = await request.formData();
    const username = normalUsername(String(form.get('username') ?? ''));
    const answer = await attempt(openHouse().signIn(url.protocol), {
      username,
      password: String(form.get('password') ?? ''),
      address: getClientAddress(),
      agent: request.headers.get('user-agent') ?? '',
    });
    if (!answer.ok) {
      const message = t(locals.language, answer.status === 429 ? 'sign_in.too_often' : 'sign_in.wrong');
      return fail(answer.status === 429 ? 429 : 400, { message, username });
    }
    keepCookies(answer.headers, cookies);
    redirect(303, localPath(form.get('to')));
  },
};
