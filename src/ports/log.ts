import { destination, pino, stdTimeFunctions, type Logger } from 'pino';

/**
 * What happens, as one JSON object a line on stderr. COTMOC_LOG sets the least level (trace … fatal, silent); without it `info`, and
 * `warn` at a terminal, where a line per request would bury the address that was printed.
 */
export function openLog(level = process.env['COTMOC_LOG']): Logger {
  return pino(
    { level: level || (process.stderr.isTTY ? 'warn' : 'info'), timestamp: stdTimeFunctions.isoTime, base: { pid: process.pid } },
    destination({ fd: 2, sync: true }),
  );
}
