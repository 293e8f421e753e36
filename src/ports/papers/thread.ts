/** What runs in a thread of its own: a paper in, the bytes of a file out. */
import { writeDocx } from './docx.server.ts';
import type { Paper } from './paper.ts';
import { writePdf } from './pdf.server.ts';

export interface ToDraw {
  paper: Paper;
  as: 'docx' | 'pdf';
}

export default async function draw({ paper, as }: ToDraw): Promise<Uint8Array> {
  return as === 'docx' ? writeDocx(paper) : writePdf(paper);
}
