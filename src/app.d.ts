import type { Logger } from 'pino';
import type { Actor } from '#core/access.ts';
import type { House } from '#core/command.server.ts';
import type { Language } from '#core/text.ts';

declare global {
  namespace App {
    interface Locals {
      house: House;
      log: Logger;
      actor: Actor;
      /** Of the person who asks, if one has signed in. */
      session?: string;
      language: Language;
      request_id: string;
    }
    interface Error {
      message: string;
      code?: string;
      request_id?: string;
    }
  }
}
