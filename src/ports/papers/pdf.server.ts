/** A paper as PDF, to be signed: set by Typst in Tinos, which has the widths of Times New Roman. The same paper gives the same bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES, KHMER_FILES } from './font.server.ts';
import type { Paper } from './paper.ts';
import { dataOf } from './set.ts';
import { tidy } from './tidy.ts';

/** The template reaches no file outside of its folder. */
const FOLDER = fileURLToPath(new URL('../../../templates/', import.meta.url));

export function writePdf(given: Paper): Uint8Array {
  const paper = tidy(given);
  const fontBlobs = [...Object.values(FONT_FILES), ...KHMER_FILES].map((file) => readFileSync(file));
  const compiler = NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs }],
    inputs: { paper: JSON.stringify(dataOf(paper)) },
  });
  const { hand, seal } = paper.signature;
  if (hand) compiler.mapShadow(join(FOLDER, 'hand.png'), Buffer.from(hand));
  if (seal) compiler.mapShadow(join(FOLDER, 'seal.png'), Buffer.from(seal.image));
  const compiled = compiler.compile({ mainFileContent: readFileSync(join(FOLDER, 'paper.typ'), 'utf8') });
  const document = compiled.result;
  const error = compiled.takeError();
  if (!document || error) throw new Error(`paper.typ: ${JSON.stringify(error?.shortDiagnostics)}`);
  // Tagged, and fit to be kept for ever (ISO 19005-2). A draft has no day and is not kept; a letter that no font has would be lost.
  try {
    if (paper.issued_on) return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2a' }));
  } catch (refused) {
    if (!/text|glyph|font/i.test(String(refused))) throw refused;
  }
  return new Uint8Array(compiler.pdf(document, { pdfStandard: '1.7' }));
}
