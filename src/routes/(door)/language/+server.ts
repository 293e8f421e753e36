import { redirect } from '@sveltejs/kit';
import { LANGUAGES } from '#core/text.ts';
import { localPath } from '../../paths.ts';
import type { RequestHandler } from './$types';

/** The language somebody chose, kept in their browser only. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const language = LANGUAGES.find((known) => known === form.get('language'));
  if (language)
    cookies.set('language', language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: 60 * 60 * 24 * 365,
    });
  redirect(303, localPath(form.get('to')));
};
