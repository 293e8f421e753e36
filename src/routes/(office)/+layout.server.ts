import { may } from '#core/access.ts';
import { dayOf } from '#core/dates.ts';
import { unread } from '#features/notices/queries.server.ts';
import { moved } from '#ports/clock.ts';
import { see } from '../doors.server.ts';
import { RAIL } from '../places.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { actor, house } = event.locals;
  const rail = RAIL.map(({ words, places }) => ({ words, places: places.filter(({ verb }) => may(actor, verb)) }));
  return {
    rail: rail.filter(({ places }) => places.length > 0),
    mayRecord: may(actor, 'record.view'),
    today: dayOf(house.now()),
    moved: moved(house.now()),
    ...(await see(event, unread)),
  };
};
