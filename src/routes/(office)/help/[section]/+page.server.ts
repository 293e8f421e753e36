import { notThere } from '../../../doors.server.ts';
import { SECTIONS } from '../../../handbook.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals }) => {
  const at = SECTIONS.findIndex(({ slug }) => slug === params.section);
  const section = SECTIONS[at];
  if (!section) notThere({ locals });
  const other = (i: number) => SECTIONS[i] && { slug: SECTIONS[i].slug, title: SECTIONS[i].title };
  return { section, before: other(at - 1), after: other(at + 1) };
};
