/** The time it is. A demonstration may show another day than today's: its clock begins there and runs on. */
import { CannotStart } from '#db/cannot_start.ts';

/** @param from "2025-06-20", the morning of a day in Vietnam, or an instant in ISO 8601; without it the time is the machine's. @throws CannotStart */
export function clock(from?: string): () => Date {
  if (from === undefined) return () => new Date();
  const begins = Date.parse(/^\d{4}-\d\d-\d\d$/.test(from) ? `${from}T08:00:00+07:00` : from);
  if (Number.isNaN(begins))
    throw new CannotStart(`Không hiểu --clock "${from}": cần một ngày như 2025-06-20`, `Cannot make sense of --clock "${from}"`);
  const ahead = begins - Date.now();
  return () => new Date(Date.now() + ahead);
}

/** Whether this clock shows another time than the machine's. */
export const moved = (now: Date): boolean => Math.abs(now.getTime() - Date.now()) > 60_000;
