import { fail, redirect } from '@sveltejs/kit';
import { t, type Key } from '#core/text.ts';
import { normalUsername } from '#features/people/rules.ts';
import { attempt, attemptCode, type Outcome } from '#features/people/sign_in.server.ts';
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
    const text = (name: string) => String(form.get(name) ?? '');
    const { house, signIn } = openHouse();
    const auth = signIn(url.protocol);
    const from = { address: getClientAddress(), agent: request.headers.get('user-agent') ?? '' };
    const [username, token] = [normalUsername(text('username')), text('token')];
    const outcome = token
      ? await attemptCode(house, auth, { token, code: text('code'), ...from })
      : await attempt(house, auth, { username, password: text('password'), ...from });
    if (outcome.kind === 'in') {
      keepCookies(outcome.headers, cookies);
      redirect(303, localPath(form.get('to')));
    }
    if (outcome.kind === 'code') return { username, token: outcome.token, message: '' };
    const words: Record<typeof outcome.kind, Key> = {
      wrong: token ? 'sign_in.wrong_code' : 'sign_in.wrong',
      too_often: 'sign_in.too_often',
      late: 'sign_in.late',
    };
    const message = t(locals.language, words[outcome.kind]);
    return fail(outcome.kind === 'too_often' ? 429 : 400, { username, message, token: again(outcome, token) });
  },
};

/** After a wrong code another one may be given; after too long the password is asked for again. */
const again = ({ kind }: Outcome, token: string) => (kind === 'late' ? '' : token);
