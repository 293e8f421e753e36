/** What the signatures of a PDF are worth: whole, over which bytes, whose. It trusts nobody: who vouches for the bearer is for people to see. */
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs';
import { bearerOf, maySign, type Bearer } from './certificate.ts';

export interface Signature {
  by: Bearer;
  /** Claimed by the signer's own clock; null: not said. */
  at: string | null;
  /** What it covers is as it was signed. */
  intact: boolean;
  /** It covers all bytes of the file but itself. */
  whole: boolean;
  /** At the claimed time (else now) the certificate was valid, and of those that sign. */
  timely: boolean;
  may_sign: boolean;
}

/** In the order in which they were made. A signature that cannot be read is one that is not intact. */
export function signaturesOf(pdf: Uint8Array, now: string): Signature[] {
  const file = Buffer.from(pdf);
  return rangesOf(file).map((range) => {
    try {
      return look(file, range, now);
    } catch {
      return UNREADABLE;
    }
  });
}

const UNREADABLE: Signature = {
  by: { name: '', issuer: '', serial: '', valid_from: '', valid_to: '' },
  at: null,
  intact: false,
  whole: false,
  timely: false,
  may_sign: false,
};

type Range = readonly [from: number, length: number, again: number, rest: number];

/** ByteRange of each signature dictionary (ISO 32000-1, 12.8.1), those that could be one at all. */
function rangesOf(file: Buffer): Range[] {
  const text = file.toString('latin1');
  const all = [...text.matchAll(/\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)];
  return all
    .map(([, a, b, c, d]) => [Number(a), Number(b), Number(c), Number(d)] as const)
    .toSorted((a, b) => a[3] + a[2] - b[3] - b[2]);
}

function look(file: Buffer, [from, length, again, rest]: Range, now: string): Signature {
  const contents = file.toString('latin1', from + length, again);
  const hex = /^<([0-9a-fA-F\s]*)>$/.exec(contents)?.[1];
  if (from !== 0 || hex === undefined || again + rest > file.length) return UNREADABLE;
  const cms = new SignedData({ schema: ContentInfo.fromBER(trimmed(Buffer.from(hex.replace(/\s/g, ''), 'hex'))).content });
  const [signer] = cms.signerInfos;
  const certificate = signer && certificateIn(cms, signer);
  if (!signer || !certificate) return UNREADABLE;
  const data = Buffer.concat([file.subarray(0, length), file.subarray(again, again + rest)]);
  const by = bearerOf(certificate);
  const at = timeOf(signer);
  const then = at ?? now;
  return {
    by,
    at,
    intact: holds(signer, certificate, data),
    whole: /^\s*$/.test(file.toString('latin1', again + rest)),
    timely: by.valid_from <= then && then <= by.valid_to,
    may_sign: maySign(certificate),
  };
}

/** The bearer's own among those that come along with the signature. */
function certificateIn({ certificates = [] }: SignedData, { sid }: SignerInfo): Certificate | undefined {
  const own = certificates.filter((it) => it instanceof Certificate);
  if (!(sid instanceof IssuerAndSerialNumber)) return own[0];
  return own.find((it) => it.serialNumber.isEqual(sid.serialNumber) && it.issuer.isEqual(sid.issuer));
}

const DIGESTS: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const CONTENT_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_TIME = '1.2.840.113549.1.9.5';
const RSA_PSS = '1.2.840.113549.1.1.10';

/** The digest of the data is the one that was signed, and the bearer's key signed it (RFC 5652, 5.4). SHA-1 and older count no more. */
function holds(
  { digestAlgorithm, signedAttrs, signature, signatureAlgorithm }: SignerInfo,
  certificate: Certificate,
  data: Buffer,
): boolean {
  const digest = DIGESTS[digestAlgorithm.algorithmId];
  if (!digest) return false;
  const key = new X509Certificate(Buffer.from(certificate.toSchema(true).toBER())).publicKey;
  const pss = signatureAlgorithm.algorithmId === RSA_PSS;
  const how = pss ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : key;
  const signedBytes = signedAttrs ? Buffer.from(signedAttrs.encodedValue) : data;
  if (!verify(digest, signedBytes, how, Buffer.from(signature.valueBlock.valueHexView))) return false;
  const said = signedAttrs?.attributes.find(({ type }) => type === CONTENT_DIGEST)?.values[0] as
    { valueBlock: { valueHexView: Uint8Array } } | undefined;
  return !signedAttrs || (said !== undefined && createHash(digest).update(data).digest().equals(said.valueBlock.valueHexView));
}

/** The space reserved for it is longer than the signature: its own length counts (DER). */
function trimmed(der: Buffer): Uint8Array<ArrayBuffer> {
  const [, first = 0] = der;
  const bytes = first & 0x80 ? first & 0x7f : 0;
  const length = bytes ? der.readUIntBE(2, bytes) : first;
  return Uint8Array.from(der.subarray(0, 2 + bytes + length));
}

/** What the signer's own clock said, if it is among what was signed. */
function timeOf({ signedAttrs }: SignerInfo): string | null {
  const attribute = signedAttrs?.attributes.find(({ type }) => type === SIGNING_TIME);
  const value = attribute?.values[0] as { toDate?: () => Date } | undefined;
  return value?.toDate?.().toISOString() ?? null;
}
