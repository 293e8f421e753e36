/** What runs in a thread of its own: bytes of a workbook in, its rows out. @throws Refusal */
import { Refusal } from '../documents/document.ts';
import { readSheet, type SheetRow } from './read.ts';

export default function read(bytes: Uint8Array): SheetRow[] {
  try {
    return readSheet(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw Object.assign(new Refusal('broken'), { cause: error });
  }
}
