import { link } from '#core/chain.server.ts';
import { execute } from '#core/command.server.ts';
import type { Job } from '#ports/jobs.server.ts';
import { conclude } from './audit_commands.server.ts';
import { verify } from './verify.server.ts';

/** Events of a server that was killed between its commit and its links get theirs at the next change, or else within minutes. */
export const linkWaiting: Job = {
  name: 'record.link',
  everyMinutes: 5,
  run: async ({ db }) => void (await link(db)),
};

/** Verify the record as `audit.check` asked, saying after each batch how far it has come. */
export const check: Job = {
  name: 'record.check',
  async run(house, payload) {
    const { id } = payload as { id: string };
    const result = await verify(house.db, null, async (position) => {
      await house.db.updateTable('audit_check').set({ position, moved_at: house.now() }).where('id', '=', id).execute();
    });
    await execute(house, conclude, { id, result }, { actor: { kind: 'system' } });
  },
};
