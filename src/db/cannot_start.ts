/**
 * Something about this machine keeps the program from starting, and the person at the keyboard can do something about it. Whoever
 * starts a program prints the message as its one line and ends with exit code 1. Both languages at once: nobody has chosen one yet.
 */
export class CannotStart extends Error {
  constructor(vi: string, en: string, cause?: unknown) {
    super(`${vi} / ${en}`, { cause });
    this.name = 'CannotStart';
  }
}
