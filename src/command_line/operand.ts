import { refuseUnknown, type Given } from './arguments.ts';
import { usageOf, type MachineCommand } from './help.ts';
import { Misuse } from './misuse.ts';

/** The one path such a command wants. @throws Misuse for none, a second one, or flags it does not know */
export function operandOf(it: MachineCommand, { rest, flags }: Given): string {
  refuseUnknown(flags, ['json', ...Object.keys(it.flags)]);
  const [path, surplus] = rest;
  if (path === undefined) throw new Misuse('cli.no_path', { usage: usageOf(it) });
  if (surplus !== undefined) throw new Misuse('cli.surplus', { word: surplus });
  return path;
}
