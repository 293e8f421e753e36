/** Certificates for tests, made anew each time: nothing that could be trusted lies in the repository. */
import { BitString, Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  CryptoEngine,
  Extension,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';

export const PASSWORD = 'mật khẩu của chứng thư';

interface Asked {
  name?: string;
  /** Bits of its key usage, the first on the left; by default those that sign. */
  usage?: number;
  kind?: 'rsa' | 'ec';
  /** Days. */
  from?: string;
  to?: string;
}

export const KEY_ENCIPHERMENT = 0b0010_0000;
export const NON_REPUDIATION = 0b0100_0000;

const engine = new CryptoEngine({ name: 'tests', crypto: globalThis.crypto as Crypto });
const ALGORITHMS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  ec: { name: 'ECDSA', namedCurve: 'P-256' },
};

/** A certificate file, valid for a year around the day at which the clock of tests stands. */
export async function certificate(asked: Asked = {}): Promise<Uint8Array> {
  const { name = 'Nguyễn Văn An', usage = 0b1100_0000, kind = 'rsa', from = '2026-06-01', to = '2027-06-01' } = asked;
  const keys = (await crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])) as CryptoKeyPair;
  const own = new Certificate();
  own.version = 2;
  own.serialNumber = new Integer({ value: Math.floor(Math.random() * 1e9) + 1 });
  for (const side of [own.subject, own.issuer])
    side.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }));
  own.notBefore.value = new Date(`${from}T00:00:00Z`);
  own.notAfter.value = new Date(`${to}T00:00:00Z`);
  const bits = new BitString({ valueHex: new Uint8Array([usage]).buffer });
  own.extensions = [new Extension({ extnID: '2.5.29.15', critical: true, extnValue: bits.toBER(false), parsedValue: bits })];
  await own.subjectPublicKeyInfo.importKey(keys.publicKey, engine);
  await own.sign(keys.privateKey, 'SHA-256', engine);
  return fileOf(own, keys.privateKey);
}

/** PKCS#12 (RFC 7292): key and certificate, both under the password. */
async function fileOf(own: Certificate, key: CryptoKey): Promise<Uint8Array> {
  const password = new TextEncoder().encode(PASSWORD).buffer;
  const way = {
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 128, iv: new Uint8Array(16) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 2048,
  };
  const encrypted = { password, ...way };
  const parsedValue = PrivateKeyInfo.fromBER(await crypto.subtle.exportKey('pkcs8', key));
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue });
  await keyBag.makeInternalValues(encrypted, engine);
  const bag = (bagId: string, bagValue: PKCS8ShroudedKeyBag | CertBag) =>
    new SafeContents({ safeBags: [new SafeBag({ bagId, bagValue })] });
  const safeContents = [
    { privacyMode: 0, value: bag('1.2.840.113549.1.12.10.1.2', keyBag) },
    { privacyMode: 1, value: bag('1.2.840.113549.1.12.10.1.3', new CertBag({ parsedValue: own })) },
  ];
  const authenticatedSafe = new AuthenticatedSafe({ parsedValue: { safeContents } });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, encrypted] }, engine);
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await file.makeInternalValues(
    { password, iterations: 2048, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' },
    engine,
  );
  return new Uint8Array(file.toSchema().toBER());
}
