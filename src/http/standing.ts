/**
 * Who asks, and by which door: decided here once, from the connection itself. What the request says about it in headers is believed
 * only when a proxy we trust has written it; everything behind this (SvelteKit's check of the origin of forms, sign-in, logs) reads
 * the headers set here.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP, type BlockList } from 'node:net';

export interface Door {
  publicUrl: URL | null;
  trusted: BlockList;
}

export interface Standing {
  /** Address of the client, without the ::ffff: of IPv4 on IPv6 sockets. */
  address: string;
  protocol: 'http' | 'https';
  /** As in the Host header: name or address, with a port where it is not the protocol's own. */
  host: string;
}

/** @returns null when the request names no host that could be one. */
export function standing(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  encrypted: boolean,
  door: Door,
): Standing | null {
  const { trusted, publicUrl } = door;
  const from = plain(peer ?? '');
  const believed = trusts(trusted, from);
  const host = (believed && single(headers['x-forwarded-host'])) || headers.host || '';
  if (!HOST.test(host)) return null;
  const said = believed ? single(headers['x-forwarded-proto']) : undefined;
  // Under the public name the public protocol holds, whatever stands in front of us: no proxy need be trusted for it.
  const known = publicUrl && host.toLowerCase() === publicUrl.host ? publicUrl.protocol : null;
  const https = said ? said === 'https' : known ? known === 'https:' : encrypted;
  return { address: believed ? client(headers, from, trusted) : from, protocol: https ? 'https' : 'http', host };
}

/** Take away all that speaks of where a request comes from, and write what is so. */
export function write(headers: IncomingHttpHeaders, { address, protocol, host }: Standing, requestId: string): void {
  for (const name of Object.keys(headers)) {
    if (name.startsWith('x-forwarded-') || CLAIMS.includes(name)) delete headers[name];
  }
  headers[ADDRESS_HEADER] = address;
  headers[PROTOCOL_HEADER] = protocol;
  headers[HOST_HEADER] = host;
  headers[REQUEST_HEADER] = requestId;
}

export const ADDRESS_HEADER = 'x-client-address';
export const PROTOCOL_HEADER = 'x-forwarded-proto';
export const HOST_HEADER = 'x-forwarded-host';
export const REQUEST_HEADER = 'x-request-id';

/** Other names under which proxies and libraries look for the client's address. */
const CLAIMS = [
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
  'x-cluster-client-ip',
];

const HOST = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');

function trusts(trusted: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && trusted.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** A list grows at its end: the last entry that none of our own proxies wrote about another of them. */
function client(headers: IncomingHttpHeaders, peer: string, trusted: BlockList): string {
  const chain = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((entry) => plain(entry.trim()))
    .filter((entry) => isIP(entry) !== 0);
  return chain.findLast((entry) => !trusts(trusted, entry)) ?? chain[0] ?? peer;
}

/** Proxies in a row may have joined their words with commas: the last is the one we trust. */
const single = (value: string | string[] | undefined) =>
  String(value ?? '')
    .split(',')
    .at(-1)
    ?.trim()
    .toLowerCase() || undefined;
