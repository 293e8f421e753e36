import { events, mine, sessions } from '#features/people/self_queries.server.ts';
import { see } from '../../../doors.server.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept about the person who asks, for them to take along. */
export const GET: RequestHandler = async (event) => {
  const all = { ...(await see(event, mine)), sessions: await see(event, sessions), events: await see(event, events) };
  return Response.json(all, {
    headers: { 'content-disposition': 'attachment; filename="du-lieu-ca-nhan.json"', 'cache-control': 'private, no-store' },
  });
};
