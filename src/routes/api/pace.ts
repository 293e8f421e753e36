/** How fast one caller may ask: a bucket of tokens that fills by the second. In memory; several servers each count for themselves. */
const BURST = 120;
const PER_SECOND = 10;
const CALLERS_MAX = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Least recent first. */
const buckets = new Map<string, Bucket>();

/** @param at milliseconds @returns 0, or the milliseconds after which the next request is taken */
export function mayAsk(caller: string, at: number): number {
  const before = buckets.get(caller) ?? { tokens: BURST, at };
  const tokens = Math.min(BURST, before.tokens + (Math.max(0, at - before.at) / 1000) * PER_SECOND);
  const taken = tokens >= 1;
  buckets.delete(caller);
  buckets.set(caller, { tokens: taken ? tokens - 1 : tokens, at });
  if (buckets.size > CALLERS_MAX) buckets.delete(buckets.keys().next().value!);
  return taken ? 0 : Math.ceil(((1 - tokens) / PER_SECOND) * 1000);
}
