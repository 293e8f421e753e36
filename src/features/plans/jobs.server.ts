import { sql } from 'kysely';
import type { Job } from '#ports/jobs.server.ts';

/** Put away files that no reading is of any more, and no paper that went out. Once that is committed: a file does not come back when a change is undone. */
export const sweep: Job = {
  name: 'plan.sweep',
  async run({ db, files }, payload) {
    for (const file of (payload as { files: string[] }).files) {
      await db.transaction().execute(async (tx) => {
        // Whoever brings the same file meanwhile holds the same lock (plan.import).
        await sql`select pg_advisory_xact_lock(hashtext(${file}))`.execute(tx);
        const used = await tx.selectFrom('plan_reading').select('id').where('file_sha256', '=', file).executeTakeFirst();
        const issued = await tx
          .selectFrom('paper')
          .select('id')
          .where((paper) => paper.or([paper('exported_sha256', '=', file), paper('signed_sha256', '=', file)]))
          .executeTakeFirst();
        if (!used && !issued) await files.remove(file);
      });
    }
  },
};
