import { isThreadEnded, type Threads } from '#core/context.ts';
import { dayOf } from '#core/dates.ts';
import { Problem, type ProblemCode } from '#core/problem.ts';
import { day } from '#core/text.ts';
import type { Signed, ToSign } from './sign.server.ts';
import type { ToCheck, Work } from './thread.ts';
import type { Signature } from './verify.server.ts';

/** Sign a PDF with a certificate file. @throws Problem certificate_…, in words without the password. */
export const sign = (threads: Threads, it: ToSign): Promise<Signed> => run(threads, { do: 'sign', ...it });

/** The signatures of a PDF that left the house to be signed and came back. @throws Problem signature_…, certificate_…. */
export const checkSigned = (threads: Threads, it: ToCheck): Promise<Signature[]> => run(threads, { do: 'check', ...it });

async function run<T>(threads: Threads, work: Work): Promise<T> {
  try {
    return (await threads.run('ports/signing/thread.ts', work)) as T;
  } catch (error) {
    const unreadable = work.do === 'sign' ? 'certificate_unreadable' : 'signature_broken';
    if (isThreadEnded(error) && error.why !== 'crash') throw new Problem(unreadable, {}, error);
    if (error instanceof Error && error.name === 'NotSigned' && 'code' in error) {
      const { day: instant, ...detail } = 'detail' in error ? (error.detail as Record<string, string>) : {};
      throw new Problem(error.code as ProblemCode, { ...detail, ...(instant && { day: day(dayOf(new Date(instant))) }) });
    }
    throw error;
  }
}
