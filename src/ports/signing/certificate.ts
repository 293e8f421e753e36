/** What a certificate says of its bearer, and whether one may sign papers with it (X.509, RFC 5280). */
import * as asn1js from 'asn1js';
import { Certificate } from 'pkijs';

export interface Bearer {
  /** Common name of who signs, and of who vouches for it. */
  name: string;
  issuer: string;
  serial: string;
  /** Instants, ISO. */
  valid_from: string;
  valid_to: string;
}

export const certificateOf = (der: Uint8Array): Certificate => Certificate.fromBER(new Uint8Array(der));

export function bearerOf(certificate: Certificate): Bearer {
  return {
    name: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    valid_from: certificate.notBefore.value.toISOString(),
    valid_to: certificate.notAfter.value.toISOString(),
  };
}

/** Bits 0 and 1 of its key usage: digital signature, or what binds its bearer (non-repudiation). Without the field all uses are allowed. */
export function maySign(certificate: Certificate): boolean {
  const usage = certificate.extensions?.find(({ extnID }) => extnID === '2.5.29.15')?.parsedValue as asn1js.BitString | undefined;
  if (!usage) return true;
  const [first = 0] = new Uint8Array(usage.valueBlock.valueHexView);
  return (first & 0b1100_0000) !== 0;
}

const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

function nameIn(name: Certificate['subject']): string {
  const value = (type: string) =>
    name.typesAndValues.find((it) => it.type === type)?.value.valueBlock.value as string | undefined;
  return value(COMMON_NAME) ?? value(ORGANISATION) ?? '';
}
