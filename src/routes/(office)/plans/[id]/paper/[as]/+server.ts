import { paper } from '#features/plans/paper_queries.server.ts';
import { numberAndSymbol, typeName } from '#ports/papers/said.ts';
import { drawn } from '../../../../../paper_files.server.ts';
import { notThere, see } from '../../../../../doors.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { id, as } = event.params;
  const day = event.url.searchParams.get('day');
  const found = await see(event, paper, { id, ...(day && { day }) });
  if ((as !== 'docx' && as !== 'pdf') || !found.paper) notThere(event);
  const { number } = found.paper;
  const name = `${typeName(found.paper)} ${number ? numberAndSymbol(found.paper) : found.plan.title.slice(0, 80)}`;
  return drawn(event, found.paper, name, as);
};
