/** What runs in a thread of its own: bytes of a file in, its Reading out. */
import { openDocument } from '#ports/documents/open.ts';
import { readPlan } from './read.ts';
import type { Reading, RegistryUnit } from './reading.ts';

export interface ToRead {
  content: Uint8Array;
  name: string;
  registry: RegistryUnit[];
}

/** @throws Refusal */
export default async function read({ content, name, registry }: ToRead): Promise<Reading> {
  return readPlan(await openDocument(content, name), registry);
}
