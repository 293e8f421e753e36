import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { language, actor } }) => ({
  language,
  person: actor.kind === 'person' ? { name: actor.name } : null,
});
