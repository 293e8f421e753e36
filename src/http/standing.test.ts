import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standing, write, type Door } from './standing.ts';

const door = (trust: string[] = [], publicUrl?: string): Door => {
  const trusted = new BlockList();
  for (const address of trust) trusted.addAddress(address, address.includes(':') ? 'ipv6' : 'ipv4');
  return { trusted, publicUrl: publicUrl ? new URL(publicUrl) : null };
};
const claims = fc.dictionary(
  fc.constantFrom(
    'x-forwarded-for',
    'x-forwarded-proto',
    'x-forwarded-host',
    'x-forwarded-port',
    'forwarded',
    'x-real-ip',
    'x-client-address',
    'x-request-id',
    'cf-connecting-ip',
    'true-client-ip',
    'x-forwarded-anything',
  ),
  fc.constantFrom('https', '203.0.113.9', '10.0.0.1, 203.0.113.9', 'evil.example', 'for=203.0.113.9;proto=https', ''),
);

describe('who asks, and by which door', () => {
  it('is not what a stranger says about himself, whatever he says', () => {
    fc.assert(
      fc.property(claims, fc.boolean(), (said, encrypted) => {
        const headers = { host: '192.168.1.5:3000', ...said };
        const who = standing(headers, '::ffff:192.168.1.77', encrypted, door(['10.0.0.1']))!;
        expect(who).toEqual({ address: '192.168.1.77', protocol: encrypted ? 'https' : 'http', host: '192.168.1.5:3000' });
        write(headers, who, 'r1');
        expect(headers).toEqual({
          host: '192.168.1.5:3000',
          'x-client-address': '192.168.1.77',
          'x-forwarded-proto': who.protocol,
          'x-forwarded-host': '192.168.1.5:3000',
          'x-request-id': 'r1',
        });
      }),
    );
  });

  it('is what a trusted proxy says: https, its public name, the client it saw', () => {
    const headers = {
      host: '127.0.0.1:3000',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'CotMoc.example.vn',
      'x-forwarded-for': '203.0.113.9',
    };
    const who = { address: '203.0.113.9', protocol: 'https', host: 'cotmoc.example.vn' };
    expect(standing(headers, '10.0.0.1', false, door(['10.0.0.1']))).toEqual(who);
    expect(standing(headers, '::ffff:10.0.0.1', false, door(['10.0.0.1']))).toEqual(who);
    expect(standing(headers, '::1', false, door(['::1']))).toEqual(who);
  });

  it('believes of a chain only what our own proxies added', () => {
    const chain = (list: string) =>
      standing({ host: 'a', 'x-forwarded-for': list }, '10.0.0.1', false, door(['10.0.0.1', '10.0.0.2']))?.address;
    expect(chain('198.51.100.1, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9');
    expect(chain('10.0.0.2')).toBe('10.0.0.2');
    expect(chain('nonsense')).toBe('10.0.0.1');
    expect(chain('')).toBe('10.0.0.1');
  });

  it('has the public protocol under the public name, also when no proxy is trusted', () => {
    const at = (host: string) => standing({ host }, '10.0.0.1', false, door([], 'https://cotmoc.example.vn'))?.protocol;
    expect(at('cotmoc.example.vn')).toBe('https');
    expect(at('192.168.1.5:3000')).toBe('http');
  });

  it('is nobody when the host could not be one', () => {
    for (const host of ['', 'a b', 'a/b', 'a@b', 'a,b', 'a:b', 'a\\b', '<a>', 'a:123456']) {
      expect(standing({ host }, '10.0.0.1', false, door())).toBeNull();
    }
    for (const host of ['localhost', 'localhost:3000', '[::1]:3000', '192.168.1.5', 'may-chu_1.ubnd.vn']) {
      expect(standing({ host }, '10.0.0.1', false, door())?.host).toBe(host);
    }
  });
});
