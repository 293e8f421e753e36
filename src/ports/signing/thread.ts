/** What runs in a thread of its own: a certificate file may ask for as much work as its maker likes, and so may a PDF from elsewhere. */
import { openDocument } from '../documents/open.ts';
import { NotSigned } from './refusal.ts';
import { signPdf, type Signed, type ToSign } from './sign.server.ts';
import { signaturesOf, type Signature } from './verify.server.ts';

export type Work = ({ do: 'sign' } & ToSign) | ({ do: 'check' } & ToCheck);

export interface ToCheck {
  /** The PDF as it left the house, and as it came back. */
  exported: Uint8Array;
  signed: Uint8Array;
  /** Instant, ISO. */
  now: string;
}

export default async function work(it: Work): Promise<Signed | Signature[]> {
  return it.do === 'sign' ? signPdf(it) : check(it);
}

/**
 * Whether what came back is the same document, signed. A signature is appended: the file begins with the bytes that left, and says the same
 * words. @throws NotSigned signature_missing, signature_other, signature_broken, signature_not_whole, certificate_expired, certificate_usage.
 */
async function check({ exported, signed, now }: ToCheck): Promise<Signature[]> {
  const signatures = signaturesOf(signed, now);
  const last = signatures.at(-1);
  if (!last) throw new NotSigned('signature_missing');
  const begins = Buffer.from(exported).equals(Buffer.from(signed.subarray(0, exported.length)));
  if (!begins) throw new NotSigned('signature_other');
  const broken = signatures.find(({ intact }) => !intact);
  if (broken) throw new NotSigned('signature_broken', { name: broken.by.name });
  if (!last.whole) throw new NotSigned('signature_not_whole', { name: last.by.name });
  const late = signatures.find(({ timely }) => !timely);
  if (late) throw new NotSigned('certificate_expired', { name: late.by.name, day: late.by.valid_to });
  const wrong = signatures.find(({ may_sign }) => !may_sign);
  if (wrong) throw new NotSigned('certificate_usage', { name: wrong.by.name });
  // What was appended could also have written over a page.
  const words = async (pdf: Uint8Array) => (await openDocument(new Uint8Array(pdf), 'a.pdf')).text;
  if ((await words(signed).catch(() => null)) !== (await words(exported))) throw new NotSigned('signature_other');
  return signatures;
}
