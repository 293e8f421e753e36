import { SECTIONS } from '../../handbook.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ sections: SECTIONS.map(({ slug, title }) => ({ slug, title })) });
