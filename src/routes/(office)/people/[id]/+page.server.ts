import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Command, Input } from '#core/command.server.ts';
import { uuid } from '#core/id.ts';
import { comeBack, correct, end, erase, reset, signOutEverywhere } from '#features/people/persons_commands.server.ts';
import type { OneTimeLink } from '#features/people/persons.server.ts';
import { options, show } from '#features/people/persons_queries.server.ts';
import { endRole, grant, substitute } from '#features/people/roles_commands.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const person = await see(event, show, { person: event.params.id });
  return { person, options: person.may_change ? await see(event, options) : null, key: uuid() };
};

/** What the form says about this person; then the page as it is now. */
const change = (command: Command<Input>) => async (event: RequestEvent<{ id: string }>) => {
  const { key, ...form } = Object.fromEntries(await event.request.formData());
  const answer = await submit(event, command, { person: event.params.id, ...form }, key);
  if ('refused' in answer) return answer.refused;
  redirect(303, `/people/${event.params.id}`);
};

/** The same, of a command that gives a link: it is shown once. */
const link = (command: Command<Input, OneTimeLink>) => async (event: RequestEvent<{ id: string }>) => {
  const { key, ...form } = Object.fromEntries(await event.request.formData());
  const answer = await submit(event, command, { ...form, person: event.params.id }, key);
  if ('refused' in answer) return answer.refused;
  const { path, expires_at } = answer.result;
  return { given: { link: path && event.url.origin + path, expires_at } };
};

export const actions: Actions = {
  correct: change(correct),
  grant: change(grant),
  end_role: change(endRole),
  substitute: change(substitute),
  sign_out: change(signOutEverywhere),
  end: change(end),
  erase: change(erase),
  reset: link(reset),
  return: link(comeBack),
};
