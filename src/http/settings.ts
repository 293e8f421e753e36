/** How this server is reached, from the environment. */
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';
import { CannotStart } from '#db/cannot_start.ts';

export interface Settings {
  /** COTMOC_HOST; every interface when undefined, so that an office reaches it on its own network. */
  host: string | undefined;
  /** COTMOC_PORT, or 3000. */
  port: number;
  /** COTMOC_URL: the address people know, such as https://cotmoc.example.vn; used in links, and decides http or https for that host. */
  publicUrl: URL | null;
  /** COTMOC_TRUST_PROXY: addresses and CIDR ranges, with commas, whose forwarded headers are believed. */
  trusted: BlockList;
  /** COTMOC_TLS_CERT and COTMOC_TLS_KEY: PEM files. Both or neither. */
  tls: { cert: Buffer; key: Buffer } | null;
}

/** @param port from the command line, before COTMOC_PORT. @throws CannotStart a setting cannot be understood. */
export function readSettings(env: Record<string, string | undefined>, port?: string): Settings {
  return {
    host: env['COTMOC_HOST'] || undefined,
    port: portOf(port ?? env['COTMOC_PORT'] ?? '3000'),
    publicUrl: env['COTMOC_URL'] ? urlOf(env['COTMOC_URL']) : null,
    trusted: trustedOf(env['COTMOC_TRUST_PROXY'] ?? ''),
    tls: tlsOf(env['COTMOC_TLS_CERT'], env['COTMOC_TLS_KEY']),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw wrong('COTMOC_PORT', text);
  return port;
}

function urlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/') throw wrong('COTMOC_URL', text);
  return url;
}

function trustedOf(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [address = '', prefix, ...more] = entry.split('/');
    const family = isIP(address);
    const bits = family === 4 ? 32 : 128;
    const length = prefix === undefined ? bits : Number(prefix);
    if (!family || more.length > 0 || prefix === '' || !(Number.isInteger(length) && length >= 0 && length <= bits)) {
      throw wrong('COTMOC_TRUST_PROXY', entry);
    }
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

function tlsOf(cert: string | undefined, key: string | undefined): Settings['tls'] {
  if (!cert && !key) return null;
  if (!cert || !key) throw wrong(cert ? 'COTMOC_TLS_KEY' : 'COTMOC_TLS_CERT', '');
  return { cert: pem('COTMOC_TLS_CERT', cert), key: pem('COTMOC_TLS_KEY', key) };
}

function pem(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw wrong(name, path, error);
  }
}

const wrong = (name: string, value: string, cause?: unknown) =>
  new CannotStart(`Không hiểu ${name}: "${value}"`, `Cannot make sense of ${name}: "${value}"`, cause);
