/** The six numbers of a pdf transform: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Which way text runs on a page whose y grows downwards: 0 to the right, 90 upwards, 180, 270 downwards; other angles as they are. */
export function rotation([a, b]: Matrix): number {
  const degrees = Math.round((Math.atan2(-b, a) * 180) / Math.PI);
  const positive = ((degrees % 360) + 360) % 360;
  const quarter = Math.round(positive / 90) * 90;
  return Math.abs(positive - quarter) <= 2 ? quarter % 360 : positive;
}
