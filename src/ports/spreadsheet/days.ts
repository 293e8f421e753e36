/** Days in workbooks are numbers that a format makes look like days. */
import type { Package } from '../documents/docx/package.ts';
import { readXml } from '../documents/xml.ts';

/** Whether a cell of this style (its place in the list of formats) shows a day. */
export function dayFormats({ archive, related }: Package): (style: string | undefined) => boolean {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  const [part] = related('styles');
  if (part !== undefined)
    readXml(archive, part, {
      whole: () => false,
      element: () => {},
      open(name, attributes) {
        if (name === 's:cellXfs') inCells = true;
        if (name === 's:numFmt') own.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''));
        if (name !== 's:xf' || !inCells) return;
        const format = Number(attributes['numFmtId'] ?? 0);
        styles.push(own.get(format) ?? BUILT_IN.some(([from, to]) => from <= format && format <= to));
      },
      close(name) {
        if (name === 's:cellXfs') inCells = false;
      },
    });
  return (style) => styles[Number(style ?? 0)] ?? false;
}

/** Formats with a day in them that every Excel knows by number (ECMA-376, 18.8.30). */
const BUILT_IN = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 54],
  [57, 58],
] as const;

/** Without what is quoted, escaped or in brackets; of hours and minutes alone there is no day. */
function showsDay(format: string): boolean {
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|General/gi, '');
  return /[dy]/i.test(signs);
}

/** The day of a number, or null when it is none. Excel believes in a 29/2/1900; before it its count is one short. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days < 1 || days > 2_958_465) return null;
  return new Date((days - 25_569 + (days < 60 ? 1 : 0)) * 86_400_000).toISOString().slice(0, 10);
}
