import { isDraft } from '#core/approval.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { language, actor } }) => ({
  language,
  draft: isDraft(language),
  person: actor.kind === 'person' ? { name: actor.name } : null,
});
