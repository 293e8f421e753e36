import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { correct, redo, undo } from '#features/plans/correction_commands.server.ts';
import { operationsOf } from '#features/plans/correcting/form.ts';
import { reading } from '#features/plans/queries.server.ts';
import { askedReview, reviewOf } from '#features/plans/review.ts';
import { units } from '#features/units/queries.server.ts';
import { attempt, see, submit } from '../../../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { reading: corrected, ...about } = await see(event, reading, { id: event.params.id });
  const review = reviewOf(corrected, askedReview(event.url.searchParams));
  const day = corrected.document.issued_on?.value;
  const names = (await see(event, units, day ? { day } : {})).map(({ name }) => name);
  const { document } = corrected;
  return { about, document, title: document.title?.value ?? about.file_name, review, names };
};

export const actions: Actions = {
  correct: (event) => press(event, correct),
  undo: (event) => press(event, undo),
  redo: (event) => press(event, redo),
};

/** What was entered comes back with a refusal: nothing is typed twice. */
async function press(event: RequestEvent<{ id: string }>, command: typeof correct | typeof undo) {
  const entered = Object.fromEntries([...(await event.request.formData())].map(([name, value]) => [name, String(value)]));
  const { reading: corrected } = await see(event, reading, { id: event.params.id });
  const made = command === correct ? await attempt(event, () => operationsOf(entered, corrected)) : { result: [] };
  const input = { id: event.params.id, version: Number(entered['version']), operations: 'result' in made ? made.result : [] };
  const answer = 'refused' in made ? made : await submit(event, command as typeof correct, input);
  if ('refused' in answer) return fail(answer.refused.status, { ...answer.refused.data, entered });
  const { node = '', look = '' } = entered;
  redirect(303, `?${new URLSearchParams({ node, look })}#editor`);
}
