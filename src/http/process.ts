/** What the programs of this house have in common as processes: lines of progress, the one line of refusal, and ending in order. */
import { CannotStart } from '#db/cannot_start.ts';

/** Something that was opened and must be closed, in the reverse order of opening. */
export type Closer = () => Promise<unknown>;

export type OnEnd = (closer: Closer) => void;

/** After this long an ending that hangs is cut short. */
const PATIENCE_MS = 9000;

/**
 * Run a program until it is asked to end (Ctrl-C, SIGTERM, or the end of the process that started it), then close what it opened and
 * exit with 0. What keeps it from starting is said in one line, exit code 1.
 * @param open opens everything, handing each closer over as soon as there is something to close
 */
export async function live(open: (onEnd: OnEnd) => Promise<void>): Promise<void> {
  const closers: Closer[] = [];
  let opening: Promise<void> = Promise.resolve();
  let ending: Promise<never> | null = null;
  const end = (code: number) => (ending ??= close(closers, opening, code));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void end(0));
  process.on('disconnect', () => void end(0));
  process.on('uncaughtException', (error) => {
    console.error(error);
    void end(1);
  });
  opening = open((closer) => closers.push(closer));
  try {
    await opening;
  } catch (error) {
    if (!ending) console.error(error instanceof CannotStart ? `✗ ${error.message}` : error);
    await end(1);
  }
}

/** A line for a step that is done, with the seconds it took. */
export function stepper(): (words: string) => void {
  let begun = performance.now();
  return (words) => {
    const now = performance.now();
    console.log(`✓ ${words} · ${((now - begun) / 1000).toFixed(1)} s`);
    begun = now;
  };
}

async function close(closers: Closer[], opening: Promise<unknown>, code: number): Promise<never> {
  setTimeout(() => process.exit(code || 1), PATIENCE_MS);
  // What is being opened in this moment must be closed too.
  await opening.catch(() => {});
  for (const closer of closers.toReversed()) {
    await closer().catch((error: unknown) => {
      console.error(error);
      code ||= 1;
    });
  }
  process.exit(code);
}
