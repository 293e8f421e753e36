/** Images of hand and seal in an electronic paper (II.7.d, II.8.a). */
import { deflateSync, crc32 } from 'node:zlib';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { threads } from '../threads.server.ts';
import { drawPaper } from './draw.server.ts';
import { pagesOf } from './drawn.fixture.ts';
import { writePdf } from './pdf.server.ts';
import { plan } from './sample.fixture.ts';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A .png of one colour, with alpha or without. */
function png(width: number, height: number, rgba: number[], alpha = true): Uint8Array {
  const pixel = Buffer.from(alpha ? rgba : rgba.slice(0, 3));
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => pixel)]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha ? 6 : 2], 8);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return new Uint8Array(Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]));
}

const hand = png(80, 40, [0, 0, 200, 120]);
const seal = { image: png(60, 60, [220, 0, 0, 120]), width_mm: 36 };
const signed = plan({ signature: { ...plan().signature, hand, seal } });

interface Placed {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Places of the images of the last page, in millimetres from its upper left corner, in the order drawn. */
async function imagesOf(pdf: Uint8Array): Promise<Placed[]> {
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const page = await document.getPage(document.numPages);
  const { fnArray, argsArray } = await page.getOperatorList();
  const mm = (points: number) => (points * 25.4) / 72;
  const kept: number[][] = [];
  let at = [1, 0, 0, 1, 0, 0];
  const found: Placed[] = [];
  for (const [i, fn] of fnArray.entries()) {
    if (fn === OPS['save']) kept.push(at);
    if (fn === OPS['restore']) at = kept.pop() ?? at;
    if (fn === OPS['transform']) at = times(at, argsArray[i] as number[]);
    if (fn !== OPS['paintImageXObject']) continue;
    const [[x0, y0], [x1, y1]] = [point(at, 0, 0), point(at, 1, 1)];
    const down = (y: number) => 297 - mm(y);
    found.push({
      left: mm(Math.min(x0, x1)),
      right: mm(Math.max(x0, x1)),
      top: down(Math.max(y0, y1)),
      bottom: down(Math.min(y0, y1)),
    });
  }
  return found;
}

const point = ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[], x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
function times(m: number[], n: number[]): number[] {
  const [e, f] = point(m, n[4] ?? 0, n[5] ?? 0);
  const [ax, ay] = point(m, n[0] ?? 0, n[1] ?? 0);
  const [cx, cy] = point(m, n[2] ?? 0, n[3] ?? 0);
  const [ox, oy] = point(m, 0, 0);
  return [ax - ox, ay - oy, cx - ox, cy - oy, e, f];
}

describe('the images of hand and seal (X-2)', () => {
  it('stand between post and name: the hand in the middle, the seal in its real size over the left third of it', async () => {
    const pdf = writePdf(signed);
    const [drawnHand, drawnSeal] = (await imagesOf(pdf)) as [Placed, Placed];
    const lines = (await pagesOf(pdf)).flatMap((page) => page.lines);
    const [post, name] = ['PHÓ CHỦ TỊCH', 'Trần Tuyết Minh'].map((words) => lines.find(({ text }) => text === words)) as [
      (typeof lines)[0],
      (typeof lines)[0],
    ];
    const middle = name.x + name.width / 2;
    expect((drawnHand.left + drawnHand.right) / 2).toBeCloseTo(middle, 0);
    expect(drawnHand.top).toBeGreaterThan(post.y);
    expect(drawnHand.bottom).toBeLessThan(name.y);
    expect(drawnSeal.right - drawnSeal.left).toBeCloseTo(36, 1);
    const covered = drawnSeal.right - drawnHand.left;
    expect(covered / (drawnHand.right - drawnHand.left)).toBeCloseTo(1 / 3, 2);
    expect(drawnSeal.left).toBeLessThan(drawnHand.left);
  });

  it('are .png on nothing, or the paper is not drawn', async () => {
    const own = threads();
    await expect(drawPaper(own, signed, 'pdf')).resolves.toBeInstanceOf(Uint8Array);
    for (const wrong of [png(4, 4, [0, 0, 200, 255], false), new Uint8Array([1, 2, 3]), new TextEncoder().encode('<svg/>')])
      await expect(drawPaper(own, plan({ signature: { ...plan().signature, hand: wrong } }), 'pdf')).rejects.toMatchObject({
        code: 'paper_image',
      });
    await own.close();
  });
});
