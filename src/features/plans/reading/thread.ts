/** What runs in a thread of its own: bytes of a file in, its Reading out. */
import { Refusal } from '#ports/documents/document.ts';
import { openDocument } from '#ports/documents/open.ts';
import { readPlan } from './read.ts';
import type { Reading, RegistryUnit } from './reading.ts';

export interface ToRead {
  content: Uint8Array;
  name: string;
  registry: RegistryUnit[];
}

/** @throws Refusal; for a fault of ours 'broken' with what was `unforeseen`, and the fault itself as its cause. */
export default async function read({ content, name, registry }: ToRead): Promise<Reading> {
  try {
    return readPlan(await openDocument(content, name), registry);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const unforeseen = error instanceof Error ? error.message : String(error);
    throw Object.assign(new Refusal('broken', { unforeseen }), { cause: error });
  }
}
