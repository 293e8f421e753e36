/**
 * Sign a PDF with a certificate file (PAdES B-B, ETSI EN 319 142-1): what is signed is appended, no byte before it changes. File and password
 * are the caller's; neither is kept, and no error repeats them.
 */
import { P12Signer, PDF } from '@libpdf/core';
import { bearerOf, certificateOf, maySign, type Bearer } from './certificate.ts';
import { NotSigned } from './refusal.ts';

export interface ToSign {
  pdf: Uint8Array;
  /** PKCS#12: .p12, .pfx. */
  certificate: Uint8Array;
  password: string;
  /** Instant, ISO: a claim, like the day on the paper. */
  at: string;
  place: string | null;
}

export interface Signed {
  pdf: Uint8Array;
  by: Bearer;
}

/** @throws NotSigned certificate_unreadable, certificate_password, certificate_expired, certificate_not_yet, certificate_usage. */
export async function signPdf({ pdf, certificate, password, at, place }: ToSign): Promise<Signed> {
  const signer = await open(certificate, password);
  const own = certificateOf(signer.certificate);
  const by = bearerOf(own);
  if (at < by.valid_from) throw new NotSigned('certificate_not_yet', { name: by.name, day: by.valid_from });
  if (at > by.valid_to) throw new NotSigned('certificate_expired', { name: by.name, day: by.valid_to });
  if (!maySign(own)) throw new NotSigned('certificate_usage', { name: by.name });
  const document = await PDF.load(new Uint8Array(pdf));
  const signed = await document.sign({ signer, level: 'B-B', signingTime: new Date(at), ...(place && { location: place }) });
  return { pdf: signed.bytes, by };
}

async function open(certificate: Uint8Array, password: string): Promise<P12Signer> {
  try {
    return await P12Signer.create(new Uint8Array(certificate), password);
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    // The library's words stay here: they may quote what it was given.
    throw new NotSigned(/integrity|decrypt|password|mac/i.test(words) ? 'certificate_password' : 'certificate_unreadable');
  }
}
