import { sql } from 'kysely';
import type { Reads } from '#core/context.ts';
import { correctedOf, type Corrected } from './correcting/corrected.ts';
import { match } from './matching.ts';
import { standing } from './open_reading.server.ts';
import type { Reading } from './reading/reading.ts';
import { readingsOf } from './whose.server.ts';

/** Another reading that this one seems to be a changed copy of. */
export interface Resembling {
  reading: string;
  file_name: string;
  read_at: Date;
  /** The plan that was made of it; null: it still waits. */
  plan: { id: string; title: string } | null;
}

/**
 * Readings of the same paper in another state: the same number, symbol, issuer and year, or the same title with most of its nodes the same.
 * Best first. The same file is not among them: there is only one reading of it.
 */
export async function resembling(
  { db, actor }: Pick<Reads, 'db' | 'actor'>,
  id: string,
  corrected: Corrected,
): Promise<Resembling[]> {
  const { number, symbol, issuer, title } = corrected.document;
  const rows = await db
    .selectFrom('plan_reading')
    .leftJoin('plan_version', 'plan_version.reading_id', 'plan_reading.id')
    .leftJoin('plan', 'plan.id', 'plan_version.plan_id')
    .select(['plan_reading.id', 'file_name', 'read_at', 'reading', 'plan.id as plan_id', 'plan.title as plan_title'])
    .where('plan_reading.id', '<>', id)
    .where('discarded_at', 'is', null)
    .where(readingsOf(actor))
    .where(
      sql<boolean>`((plan_reading.number = ${number?.value ?? null} and plan_reading.symbol = ${symbol?.value ?? null}
          and coalesce(fold(plan_reading.issuer) = fold(${issuer?.value ?? null}), false))
        or md5(fold(plan_reading.title)) = md5(fold(${title?.value ?? null})))`,
    )
    .orderBy('read_at', 'desc')
    .limit(20)
    .execute();
  const found = [];
  for (const { id: other, file_name, read_at, reading, plan_id, plan_title } of rows) {
    const share = sameness(correctedOf(reading as unknown as Reading, await standing(db, other)), corrected);
    if (share !== null)
      found.push({
        share,
        reading: other,
        file_name,
        read_at,
        plan: plan_id && plan_title !== null ? { id: plan_id, title: plan_title } : null,
      });
  }
  return found.toSorted((a, b) => b.share - a.share).map(({ share: _share, ...it }) => it);
}

/** Share of nodes that are the same, or null when it is another paper: numbers begin anew each year. */
function sameness(other: Corrected, own: Corrected): number | null {
  const [a, b] = [other.document, own.document];
  const year = (day: typeof a.issued_on) => day?.value.slice(0, 4);
  const sameYear = !a.issued_on || !b.issued_on || year(a.issued_on) === year(b.issued_on);
  const share = (2 * match(other.nodes, own.nodes).length) / Math.max(1, other.nodes.length + own.nodes.length);
  const sameNumber = a.number !== null && a.number.value === b.number?.value && a.symbol?.value === b.symbol?.value;
  return (sameNumber && sameYear) || share > 0.5 ? share : null;
}
