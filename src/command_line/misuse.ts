import type { Key, Values } from '#core/text.ts';

/** The command line itself was written wrong: one line says how, and the exit code is 2. */
export class Misuse extends Error {
  readonly key: Key;
  readonly values: Values;
  constructor(key: Key, values: Values = {}) {
    super(key);
    this.name = 'Misuse';
    this.key = key;
    this.values = values;
  }
}
