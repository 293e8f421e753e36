import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { CannotStart } from '#db/cannot_start.ts';
import type { Settings } from './settings.ts';

/** Begin to listen. @returns the addresses people may open, the public one or localhost first. @throws CannotStart the port is taken */
export async function listen(server: Server, { host, port, tls, publicUrl }: Settings): Promise<[string, ...string[]]> {
  server.listen({ port, host });
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why =
      code === 'EADDRINUSE'
        ? ['đang có chương trình khác dùng', 'is used by another program']
        : [`không mở được (${code})`, `cannot be opened (${code})`];
    throw new CannotStart(
      `Cổng ${port} ${why[0]}: hãy chọn cổng khác bằng --port`,
      `Port ${port} ${why[1]}: choose another with --port`,
      error,
    );
  }
  const bound = server.address() as AddressInfo;
  const urls = hosts(bound.address).map((name) => `${tls ? 'https' : 'http'}://${name}:${bound.port}`);
  return publicUrl ? [publicUrl.origin, ...urls] : [urls[0]!, ...urls.slice(1)];
}

/** What to call this machine: everything it answers to when it listens on all its interfaces. */
function hosts(bound: string): string[] {
  if (bound !== '::' && bound !== '0.0.0.0') return [bound.includes(':') ? `[${bound}]` : bound];
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return ['localhost', ...own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)];
}
