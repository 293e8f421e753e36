import { uuid } from '#core/id.ts';
import { importPeople } from '#features/people/import_commands.server.ts';
import { options } from '#features/people/persons_queries.server.ts';
import { COLUMNS } from '#features/people/sheet.ts';
import { see, submit } from '../../../doors.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ options: await see(event, options), columns: COLUMNS, key: uuid() });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const content = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    const answer = await submit(event, importPeople, { content }, form.get('key'));
    if ('refused' in answer) return answer.refused;
    const { added, roles, unchanged } = answer.result;
    const links = added.map(({ path, ...one }) => ({ ...one, link: path && event.url.origin + path }));
    return { done: { roles, unchanged, added: links } };
  },
};
