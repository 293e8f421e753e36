import { describe, expect, it } from 'vitest';
import { CannotStart } from '#db/cannot_start.ts';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('need not be given', () => {
    const { host, port, publicUrl, tls } = readSettings({});
    expect({ host, port, publicUrl, tls }).toEqual({ host: undefined, port: 3000, publicUrl: null, tls: null });
  });

  it('trust the addresses and ranges that are named, and no others', () => {
    const { trusted } = readSettings({ COTMOC_TRUST_PROXY: '127.0.0.1, 10.1.0.0/16 ,fd00::/8' });
    const is = (address: string) => trusted.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
    expect(['127.0.0.1', '10.1.255.255', 'fd12::1'].map(is)).toEqual([true, true, true]);
    expect(['127.0.0.2', '10.2.0.0', 'fe80::1'].map(is)).toEqual([false, false, false]);
  });

  it('prefer the port of the command line', () => {
    expect(readSettings({ COTMOC_PORT: '8080' }, '0').port).toBe(0);
    expect(readSettings({ COTMOC_PORT: '8080' }).port).toBe(8080);
  });

  const wrong: [name: string, value: string][] = [
    ['COTMOC_PORT', 'web'],
    ['COTMOC_PORT', '70000'],
    ['COTMOC_URL', 'cotmoc.example.vn'],
    ['COTMOC_URL', 'ftp://cotmoc.example.vn'],
    ['COTMOC_URL', 'https://example.vn/cotmoc'],
    ['COTMOC_TRUST_PROXY', 'proxy'],
    ['COTMOC_TRUST_PROXY', '10.0.0.0/33'],
    ['COTMOC_TRUST_PROXY', '10.0.0.0/'],
    ['COTMOC_TLS_CERT', '/nowhere/cert.pem'],
  ];
  it.each(wrong)('that cannot be understood are refused in one line: %s=%s', (name, value) => {
    const env = { [name]: value, ...(name === 'COTMOC_TLS_CERT' && { COTMOC_TLS_KEY: '/nowhere/key.pem' }) };
    expect(() => readSettings(env)).toThrow(CannotStart);
    expect(() => readSettings(env)).toThrow(new RegExp(`^[^\n]*Cannot make sense of ${name}: "[^\n]*"$`));
  });

  it('name both files of https or neither', () => {
    expect(() => readSettings({ COTMOC_TLS_CERT: 'cert.pem' })).toThrow(/COTMOC_TLS_KEY/);
  });
});
