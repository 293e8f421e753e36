import { may } from '#core/access.ts';
import { sign, takeSigned, voidPaper } from '#features/papers/commands.server.ts';
import { show } from '#features/papers/queries.server.ts';
import { timeline } from '#features/record/event_queries.server.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const paper = await see(event, show, { id });
  const { events } = await see(event, timeline, { subject_kind: 'paper', subject_id: id });
  const { actor } = event.locals;
  return { paper, events, maySign: may(actor, 'papers.sign'), mayVoid: may(actor, 'papers.number') };
};

const bytes = async (file: FormDataEntryValue | null) =>
  file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();

export const actions: Actions = {
  sign: async (event) => {
    const form = await event.request.formData();
    const certificate = await bytes(form.get('certificate'));
    // Without a key: nothing of a password stays, not even a digest.
    const answer = await submit(event, sign, { id: event.params.id, certificate, password: String(form.get('password') ?? '') });
    return 'refused' in answer ? answer.refused : { done: true };
  },
  signed: async (event) => {
    const content = await bytes((await event.request.formData()).get('content'));
    const answer = await submit(event, takeSigned, { id: event.params.id, content });
    return 'refused' in answer ? answer.refused : { done: true };
  },
  void: async (event) => {
    const why = (await event.request.formData()).get('why');
    const answer = await submit(event, voidPaper, { id: event.params.id, why });
    return 'refused' in answer ? answer.refused : { done: true };
  },
};
