/** Certificates for tests, made anew each time: nothing that could be trusted lies in the repository. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PASSWORD = 'mật khẩu của chứng thư';

interface Asked {
  name?: string;
  /** As openssl writes it. */
  usage?: string;
  kind?: 'rsa' | 'ec';
  /** In the old way of encrypting that many tokens still write. */
  old?: boolean;
  /** Days. */
  from?: string;
  to?: string;
}

/** A certificate file, valid for a year around the day at which the clock of tests stands. */
export function certificate(asked: Asked = {}): Uint8Array {
  const { name = 'Nguyễn Văn An', usage = 'digitalSignature,nonRepudiation', kind = 'rsa', old = false } = asked;
  const { from = '2026-06-01', to = '2027-06-01' } = asked;
  const folder = mkdtempSync(join(tmpdir(), 'cotmoc-certificate-'));
  const at = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const key = kind === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  openssl('req', '-new', ...key, '-nodes', '-keyout', at('key'), '-out', at('asked'), '-utf8', '-subj', `/C=VN/CN=${name}`);
  writeFileSync(at('index'), '');
  writeFileSync(
    at('config'),
    [
      `[ca]\ndefault_ca = own`,
      `[own]\ndatabase = ${at('index')}\nnew_certs_dir = ${folder}\nrand_serial = yes\npolicy = any\ndefault_md = sha256\npreserve = yes`,
      `[any]\ncommonName = supplied\ncountryName = optional`,
      `[usage]\nkeyUsage = critical,${usage}`,
    ].join('\n'),
  );
  const days = ['-startdate', instant(from), '-enddate', instant(to)];
  const made = ['-selfsign', '-keyfile', at('key'), '-in', at('asked'), '-out', at('cert'), '-extensions', 'usage'];
  openssl('ca', '-batch', '-notext', '-utf8', '-config', at('config'), ...made, ...days);
  const way = old ? ['-legacy'] : [];
  openssl('pkcs12', '-export', ...way, '-inkey', at('key'), '-in', at('cert'), '-out', at('p12'), '-passout', `pass:${PASSWORD}`);
  return new Uint8Array(readFileSync(at('p12')));
}

const instant = (day: string) => `${day.replaceAll('-', '')}000000Z`;
