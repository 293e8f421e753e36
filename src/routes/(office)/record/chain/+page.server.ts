import { redirect } from '@sveltejs/kit';
import { uuid } from '#core/id.ts';
import { anchor, check } from '#features/record/audit_commands.server.ts';
import { chain } from '#features/record/audit_queries.server.ts';
import { written } from '#features/record/rules.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { head, ...rest } = await see(event, chain);
  return { ...rest, head: head && written(head), key: uuid() };
};

export const actions: Actions = {
  check: async (event) => {
    const answer = await submit(event, check, {});
    if ('refused' in answer) return answer.refused;
    redirect(303, '/record/chain');
  },
  anchor: async (event) => {
    const form = await event.request.formData();
    const [head, place] = [String(form.get('head') ?? ''), String(form.get('place') ?? '')];
    const answer = await submit(event, anchor, { kind: 'paper', head, place }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    redirect(303, '/record/chain');
  },
};
