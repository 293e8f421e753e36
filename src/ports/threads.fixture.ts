/** Work for threads to do in tests, some of it bad. */
export default async function work(input: unknown): Promise<unknown> {
  if (input === 'memory') {
    const hoard: string[][] = [];
    for (;;) hoard.push(Array.from({ length: 10_000 }, (_, i) => `${hoard.length} ${i}`));
  }
  if (input === 'forever') for (;;);
  if (input === 'exit') process.exit(3);
  if (input === 'throw') throw Object.assign(new Error('no'), { name: 'Refusal', code: 'broken', detail: { page: 3 } });
  if (typeof input === 'number') await new Promise((resolve) => setTimeout(resolve, input));
  return { input };
}
