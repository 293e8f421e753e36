/** What is kept about a person, for that person (Law 91/2025/QH15). */
import { query } from '#core/command.server.ts';
import { dayOf } from '#core/dates.ts';
import * as inputs from './inputs.ts';
import { grantsThrough } from './persons_queries.server.ts';
import { PERSONAL_DATA } from './rules.ts';
import { self } from './self_commands.server.ts';

/** How many of the newest events are shown at once; the record has all of them. */
export const EVENTS_SHOWN = 200;

/** Everything that is kept about oneself: each field with what it is for, roles, sessions, and what the record says. */
export const mine = query({
  name: 'self.show',
  verb: 'self.read',
  input: inputs.nothing,
  async run(ctx) {
    const id = self(ctx);
    const person = await ctx.db
      .selectFrom('person')
      .innerJoin('auth_user', 'auth_user.id', 'person.id')
      .leftJoin('second_factor', 'second_factor.person_id', 'person.id')
      .select(['person.id', 'person.name', 'auth_user.username', 'person.created_at', 'person.erasure_asked_at'])
      .select(['second_factor.begun_at', 'second_factor.confirmed_at', 'second_factor.recovery'])
      .where('person.id', '=', id)
      .executeTakeFirstOrThrow();
    const { begun_at, confirmed_at, recovery, ...plain } = person;
    return {
      ...plain,
      second_factor: confirmed_at ? ('on' as const) : begun_at ? ('begun' as const) : ('none' as const),
      recovery_left: recovery?.length ?? 0,
      roles: await grantsThrough(ctx, id, dayOf(ctx.now)),
      purposes: PERSONAL_DATA,
    };
  },
});

/** One's own sessions, the one seen last first. */
export const sessions = query({
  name: 'self.sessions',
  verb: 'self.read',
  input: inputs.nothing,
  run: (ctx) =>
    ctx.db
      .selectFrom('auth_session')
      .select(['id', 'ip_address as address', 'user_agent as agent', 'created_at', 'updated_at as seen_at', 'expires_at'])
      .where('user_id', '=', self(ctx))
      .where('expires_at', '>', ctx.now)
      .orderBy('updated_at', 'desc')
      .execute(),
});

/** The newest events that speak of oneself, with what stands beside them: what one did oneself, and what others did about one. */
export const events = query({
  name: 'self.events',
  verb: 'self.read',
  input: inputs.nothing,
  async run(ctx) {
    const id = self(ctx);
    const found = await ctx.db
      .selectFrom('event')
      .leftJoin('person as actor', 'actor.id', 'event.actor_id')
      .select([
        'event.id',
        'event.at',
        'event.command',
        'event.actor_kind',
        'actor.name as actor',
        'event.subject_kind',
        'event.subject_id',
      ])
      .select(['event.before', 'event.after', 'event.why'])
      .where(({ or, and, eb }) =>
        or([eb('actor_id', '=', id), and([eb('subject_kind', '=', 'person'), eb('subject_id', '=', id)])]),
      )
      .orderBy('event.at', 'desc')
      .orderBy('event.id', 'desc')
      .limit(EVENTS_SHOWN)
      .execute();
    const ids = found.map((event) => event.id);
    const values = await ctx.db
      .selectFrom('event_personal')
      .select(['event_id', 'side', 'field', 'value'])
      .where('person_id', '=', id)
      .where('event_id', 'in', ids.length > 0 ? ids : [id])
      .execute();
    return found.map((event) => ({
      ...event,
      personal: values.filter(({ event_id }) => event_id === event.id).map(({ side, field, value }) => ({ side, field, value })),
    }));
  },
});
