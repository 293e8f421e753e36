import { json } from '@sveltejs/kit';
import { find } from '../find.server.ts';
import type { RequestHandler } from './$types';

/** What the finder's dialog asks while somebody types. */
export const GET: RequestHandler = async (event) =>
  json(await find(event, event.url.searchParams.get('q')?.slice(0, 200) ?? '', 5), { headers: { 'cache-control': 'no-store' } });
