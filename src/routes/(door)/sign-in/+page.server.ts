import { fail, redirect } from '@sveltejs/kit';
import { t } from '#core/text.ts';
import { normalUsername } from '#features/people/rules.ts';
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
    // Through the library's own handler, not its functions: only there it counts attempts.
    const answer = await openHouse()
      .signIn(url.protocol)
      .handler(
        new Request(`${url.protocol}//sign-in.invalid/sign-in/username`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-client-address': getClientAddress(),
            'user-agent': request.headers.get('user-agent') ?? '',
          },
          body: JSON.stringify({ username, password: String(form.get('password') ?? '') }),
        }),
      );
    if (!answer.ok) {
      const message = t(locals.language, answer.status === 429 ? 'sign_in.too_often' : 'sign_in.wrong');
      return fail(answer.status === 429 ? 429 : 400, { message, username });
    }
    keepCookies(answer.headers, cookies);
    redirect(303, localPath(form.get('to')));
  },
};
