import { find } from './find.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const q = event.url.searchParams.get('q')?.slice(0, 200) ?? '';
  return { q, found: await find(event, q, 20) };
};
