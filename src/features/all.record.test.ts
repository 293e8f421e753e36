/** Every command there is, run once as somebody would: what it does is on record whole, and can be told in every language. */
import { describe, expect, it } from 'vitest';
import { ask, execute } from '#core/command.server.ts';
import { LANGUAGES, tMaybe } from '#core/text.ts';
import { test } from '#db/testing.server.ts';
import { operator, testHouse } from '#house.testing.ts';
import { COMMANDS } from './all.server.ts';
import { SAMPLES } from './all.samples.fixture.ts';
import { list } from './record/event_queries.server.ts';
import { fieldIn, sentenceIn } from './record/sentences.ts';
import { verify } from './record/verify.server.ts';

describe('a command', () => {
  it('has a sample, and every sample a command', () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual([...COMMANDS.keys()].toSorted());
  });

  for (const [name, it] of COMMANDS)
    test(`${name} notes what it changed, in words for each language, and leaves a whole chain`, async ({ db }) => {
      const house = testHouse(db);
      const sample = await SAMPLES[name]!(house);
      const { actor, input } = 'actor' in sample ? sample : { actor: operator, input: sample };
      const earlier = new Set((await db.selectFrom('event').select('id').execute()).map(({ id }) => id));
      await execute(house, it, input, { actor });
      const { events } = await ask(house, list, { limit: 1000 }, operator);
      // One that runs others may leave it to them to say what they did.
      const own = events.filter(({ id }) => !earlier.has(id));
      expect(own.length).toBeGreaterThan(0);
      for (const told of own) {
        expect(told.changes, 'before and after differ').not.toEqual([]);
        expect(tMaybe('vi', `subject.${told.subject.kind}`), `subject.${told.subject.kind}`).not.toBeNull();
        for (const language of LANGUAGES) {
          expect(tMaybe(language, `event.${told.command}`), `event.${told.command}`).not.toBeNull();
          expect(sentenceIn(language, told)).not.toMatch(/[{}]/);
          for (const { field } of told.changes)
            expect([field, fieldIn(language, told.subject.kind, field)]).not.toEqual([field, field]);
        }
      }
      expect(await verify(db)).toMatchObject({ whole: true, waiting: 0 });
    });
});
