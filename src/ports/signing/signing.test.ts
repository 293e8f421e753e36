import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openDocument } from '../documents/open.ts';
import { writePdf } from '../papers/pdf.server.ts';
import { plan } from '../papers/sample.fixture.ts';
import { threads } from '../threads.server.ts';
import { certificate, KEY_ENCIPHERMENT, NON_REPUDIATION, PASSWORD } from './certificates.fixture.ts';
import { signPdf } from './sign.server.ts';
import { checkSigned, sign } from './signing.server.ts';
import { signaturesOf } from './verify.server.ts';

const own = threads();
afterAll(() => own.close());
const pdf = writePdf(plan());
const file = await certificate();
const forSecrets = await certificate({ usage: KEY_ENCIPHERMENT });
const now = '2026-11-23T08:00:00.000Z';
const ask = { pdf, certificate: file, password: PASSWORD, at: now, place: 'Bình Phước' };
const signed = await signPdf(ask);

const openssl = spawnSync('openssl', ['version']).status === 0;

describe('signing (PAdES B-B)', () => {
  it('appends the signature: no byte of what was exported changes, and nothing is drawn any more', async () => {
    expect(Buffer.from(signed.pdf.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true);
    expect((await openDocument(new Uint8Array(signed.pdf), 'a.pdf')).text).toBe(
      (await openDocument(new Uint8Array(pdf), 'a.pdf')).text,
    );
    const raw = Buffer.from(signed.pdf).toString('latin1');
    expect(raw).toContain('/SubFilter /ETSI.CAdES.detached');
  });

  it('says who signed, when, and until when the certificate is good', async () => {
    expect(signed.by).toMatchObject({ name: 'Nguyễn Văn An', issuer: 'Nguyễn Văn An' });
    expect(signaturesOf(signed.pdf, now)).toEqual([
      { by: signed.by, at: now, intact: true, whole: true, timely: true, may_sign: true },
    ]);
  });

  it.each([
    ['an EC key', { kind: 'ec' as const }],
    ['non-repudiation alone', { usage: NON_REPUDIATION }],
  ])('works with %s', async (_, asked) => {
    const it = await sign(own, { ...ask, certificate: await certificate(asked) });
    expect(await checkSigned(own, { exported: pdf, signed: it.pdf, now })).toHaveLength(1);
  });

  it.each([
    ['certificate_password', { password: 'sai' }],
    ['certificate_password', { password: '' }],
    ['certificate_unreadable', { certificate: new Uint8Array([1, 2, 3]) }],
    ['certificate_unreadable', { certificate: new Uint8Array() }],
    ['certificate_expired', { at: '2027-06-02T00:00:00.000Z' }],
    ['certificate_not_yet', { at: '2026-05-31T23:59:59.000Z' }],
    ['certificate_usage', { certificate: forSecrets }],
  ])('refuses in words: %s', async (code, wrong) => {
    const refused = await sign(own, { ...ask, ...wrong }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'Problem', code });
    expect(JSON.stringify(refused, Object.getOwnPropertyNames(refused))).not.toContain(PASSWORD);
  });

  it.skipIf(!openssl)('works with a file encrypted in the old way, as many tokens write (skipped: no openssl)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cotmoc-certificate-'));
    writeFileSync(join(folder, 'new.p12'), file);
    const pass = ['-passin', `pass:${PASSWORD}`, '-passout', `pass:${PASSWORD}`];
    spawnSync('openssl', [
      'pkcs12',
      '-in',
      join(folder, 'new.p12'),
      '-nodes',
      '-out',
      join(folder, 'both.pem'),
      ...pass.slice(0, 2),
    ]);
    spawnSync('openssl', [
      'pkcs12',
      '-export',
      '-legacy',
      '-in',
      join(folder, 'both.pem'),
      '-out',
      join(folder, 'old.p12'),
      ...pass.slice(2),
    ]);
    const old = new Uint8Array(readFileSync(join(folder, 'old.p12')));
    await expect(sign(own, { ...ask, certificate: old })).resolves.toMatchObject({ by: { name: 'Nguyễn Văn An' } });
  });

  it('lets the agency sign after the person: both hold, the last covers all', async () => {
    const seal = await signPdf({ ...ask, pdf: signed.pdf, certificate: await certificate({ name: 'UBND tỉnh Bình Phước' }) });
    const both = await checkSigned(own, { exported: pdf, signed: seal.pdf, now });
    expect(both.map(({ by, whole }) => [by.name, whole])).toEqual([
      ['Nguyễn Văn An', false],
      ['UBND tỉnh Bình Phước', true],
    ]);
  });
});

describe('a PDF that comes back signed', () => {
  const check = (it: Uint8Array, exported = pdf, at = now) => checkSigned(own, { exported, signed: it, now: at });
  const code = (it: string) => expect.objectContaining({ name: 'Problem', code: it }) as Error;

  it('is taken when it is the one that was exported', async () => {
    expect((await check(signed.pdf)).map(({ by }) => by.name)).toEqual(['Nguyễn Văn An']);
  });

  it('is not when nobody signed it', async () => {
    await expect(check(pdf)).rejects.toEqual(code('signature_missing'));
    await expect(check(new TextEncoder().encode('không phải PDF'))).rejects.toEqual(code('signature_missing'));
  });

  it('is not when it is another paper', async () => {
    const other = await signPdf({ ...ask, pdf: writePdf(plan({ title: 'Kế hoạch khác' })) });
    await expect(check(other.pdf)).rejects.toEqual(code('signature_other'));
  });

  it('is not when something was appended after the signature', async () => {
    const more = Buffer.concat([signed.pdf, Buffer.from('\n99 0 obj\n<<>>\nendobj\n')]);
    await expect(check(new Uint8Array(more))).rejects.toEqual(code('signature_not_whole'));
  });

  it('is not when the bytes between export and signature write over a page', async () => {
    // A new version of the first content stream, appended before it is signed: the signature covers it and is intact.
    const { PDF } = await import('@libpdf/core');
    const document = await PDF.load(new Uint8Array(pdf));
    document.getPage(0)?.drawText('Số khác', { x: 100, y: 400 });
    const changed = await document.save({ incremental: true });
    const forged = await signPdf({ ...ask, pdf: changed });
    expect(signaturesOf(forged.pdf, now)).toMatchObject([{ intact: true, whole: true }]);
    await expect(check(forged.pdf)).rejects.toEqual(code('signature_other'));
  });

  it('is not when any one byte of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: signed.pdf.length - 1 }), fc.integer({ min: 1, max: 255 }), async (i, by) => {
        const bent = new Uint8Array(signed.pdf);
        bent[i] = (bent[i] as number) ^ by;
        const all = signaturesOf(bent, now);
        const good = all.length === 1 && all[0]?.intact && all[0].whole;
        // The blanks behind the signature, within its own space, are the only ones that say nothing.
        if (good) expect(Buffer.from(signed.pdf).toString('latin1', i, i + 1)).toMatch(/[0-9A-Fa-f\s]/);
        if (good) expect(i).toBeGreaterThan(pdf.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is held against the certificate of the day that was signed, not of the day it comes in', async () => {
    const plain = '2028-01-01T00:00:00.000Z';
    expect(signaturesOf(signed.pdf, plain)).toMatchObject([{ timely: true }]);
    await expect(check(signed.pdf, pdf, plain)).resolves.toHaveLength(1);
  });
});

const pdfsig = spawnSync('pdfsig', ['-v']).status === 0;

it.skipIf(!pdfsig)(
  'another program finds the signature valid and over the whole document (skipped: no pdfsig on the PATH)',
  () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cotmoc-signed-')), 'a.pdf');
    writeFileSync(path, signed.pdf);
    const { stdout } = spawnSync('pdfsig', [path], { encoding: 'utf8' });
    expect(stdout).toContain('Signature is Valid');
    expect(stdout).toContain('Total document signed');
  },
);
