/** Automatic numbering as Word displays it: the file keeps only which list and level a paragraph is in (ECMA-376 part 1, 17.9). */
import { child, childrenOf, readXml, val, type XmlElement } from '../xml.ts';
import { formatNumber } from './number_format.ts';
import type { Package } from './package.ts';
import { flag, indent, integer, type ParagraphLook } from './styles.ts';
import { bullet } from '../symbols.ts';

export interface Lists {
  level(list: number, level: number): Level | null;
  /** The level of a list that is tied to a paragraph style. */
  levelOfStyle(list: number, style: string): number | undefined;
  /** Begins to count: each text of the document (body, notes, text boxes) has its own counters. */
  count(): Counter;
}

/** Moves on to the next paragraph of a list and gives its label, "" when the level shows none. Null when there is no such list. */
export type Counter = (list: number, level: number) => string | null;

export interface Level {
  start: number;
  format: string;
  /** With %1 … %9 for the numbers of the levels. */
  text: string;
  /** All numbers in its text as plain figures, whatever their own levels say. */
  legal: boolean;
  /** Starts anew after a paragraph of a level above this one (from 1); 0 never. */
  restart: number;
  hidden: boolean;
  picture: boolean;
  font: string | undefined;
  style: string | undefined;
  indent: Pick<ParagraphLook, 'left' | 'first'>;
}

/** Reads the numbering part; a document without one has no lists. */
export function readLists(file: Package, listOfStyle: (style: string) => number | undefined): Lists {
  const abstracts = new Map<number, Abstract>();
  const lists = new Map<number, List>();
  const part = file.related('numbering')[0];
  if (part) {
    readXml(file.archive, part, {
      whole: (name) => name === 'w:abstractNum' || name === 'w:num',
      keeps: true,
      open: () => {},
      close: () => {},
      element(element) {
        if (element.name === 'w:num') return void lists.set(integer(element.attributes['w:numId']) ?? -1, readList(element));
        const levels = childrenOf(element, 'w:lvl').map(readLevel);
        abstracts.set(integer(element.attributes['w:abstractNumId']) ?? -1, {
          levels: new Map(levels),
          link: val(element, 'w:numStyleLink'),
        });
      },
    });
  }

  // An abstract list may leave its levels to the list that a list style points to.
  const levelsOf = (abstract: Abstract | undefined): Map<number, Level> | undefined => {
    if (!abstract?.link) return abstract?.levels;
    const linked = lists.get(listOfStyle(abstract.link) ?? -1);
    return abstracts.get(linked?.abstract ?? -1)?.levels ?? abstract.levels;
  };
  const level = (list: number, index: number): Level | null => {
    const found = lists.get(list);
    if (!found || index > DEEPEST) return null;
    return found.levels.get(index) ?? levelsOf(abstracts.get(found.abstract))?.get(index) ?? null;
  };
  return {
    level,
    levelOfStyle(list, style) {
      for (let index = 0; index <= DEEPEST; index++) if (level(list, index)?.style === style) return index;
      return undefined;
    },
    count: () => counter(lists, level),
  };
}

/** Characters of a level's text; Word itself takes no more. */
const LONGEST = 255;
/** Lists have nine levels. */
const DEEPEST = 8;

interface Abstract {
  levels: Map<number, Level>;
  link: string | undefined;
}

interface List {
  abstract: number;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

function readList(element: XmlElement): List {
  const overrides = childrenOf(element, 'w:lvlOverride').map((override) => ({
    index: integer(override.attributes['w:ilvl']) ?? -1,
    level: child(override, 'w:lvl'),
    start: integer(val(override, 'w:startOverride')),
  }));
  return {
    abstract: integer(val(element, 'w:abstractNumId')) ?? -1,
    levels: new Map(overrides.flatMap(({ index, level }) => (level ? [[index, readLevel(level)[1]]] : []))),
    starts: new Map(overrides.flatMap(({ index, start }) => (start === undefined ? [] : [[index, start]]))),
  };
}

function readLevel(element: XmlElement): [number, Level] {
  const index = integer(element.attributes['w:ilvl']) ?? 0;
  const look = child(element, 'w:rPr');
  const fonts = child(look, 'w:rFonts')?.attributes;
  const restart = integer(val(element, 'w:lvlRestart'));
  return [
    index,
    {
      start: integer(val(element, 'w:start')) ?? 0,
      format: numberFormat(element),
      text: (val(element, 'w:lvlText') ?? '').slice(0, LONGEST),
      legal: flag(element, 'w:isLgl') ?? false,
      restart: restart === undefined || restart > index ? index : restart,
      hidden: flag(look, 'w:vanish') ?? false,
      picture: child(element, 'w:lvlPicBulletId') !== undefined,
      font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
      style: val(element, 'w:pStyle'),
      indent: indent(child(element, 'w:pPr')),
    },
  ];
}

/** Newer formats stand as "001, 002, 003, ..." beside a plain fallback for older programs. */
function numberFormat(level: XmlElement): string {
  const alternate = child(level, 'mc:AlternateContent');
  const format = child(level, 'w:numFmt') ?? child(child(alternate, 'mc:Choice'), 'w:numFmt');
  if (format?.attributes['w:val'] !== 'custom') return format?.attributes['w:val'] ?? 'decimal';
  const zeros = /^(0+)1,/.exec(format.attributes['w:format'] ?? '')?.[1]?.length ?? 0;
  return ['decimal', 'decimalZero', 'decimalZero3', 'decimalZero4', 'decimalZero5'][zeros] ?? 'decimal';
}

type LevelOf = (list: number, level: number) => Level | null;

/** Counters belong to the abstract list: lists that share one go on counting where the other stopped. */
function counter(lists: Map<number, List>, levelOf: LevelOf): Counter {
  const counts = new Map<number, (number | undefined)[]>();
  const begun = new Set<string>();
  return (listId, index) => {
    const list = lists.get(listId);
    const level = levelOf(listId, index);
    if (!list || !level) return null;
    const numbers = counts.get(list.abstract) ?? Array.from<number | undefined>({ length: DEEPEST + 1 });
    counts.set(list.abstract, numbers);

    const override = list.starts.get(index);
    const first = override !== undefined && !begun.has(`${listId}/${index}`);
    begun.add(`${listId}/${index}`);
    const before = numbers[index];
    numbers[index] = first || before === undefined ? (override ?? level.start) : before + 1;
    for (let above = 0; above < index; above++) numbers[above] ??= levelOf(listId, above)?.start ?? 0;
    for (let below = index + 1; below < numbers.length; below++) {
      if (index < (levelOf(listId, below)?.restart ?? below)) numbers[below] = undefined;
    }
    return label(level, numbers, (at) => levelOf(listId, at)?.format ?? 'decimal');
  };
}

function label(level: Level, numbers: (number | undefined)[], formatOf: (level: number) => string): string {
  if (level.hidden) return '';
  if (level.picture) return '•';
  if (level.format === 'bullet') return bullet(level.text, level.font);
  const written = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const number = numbers[Number(digit) - 1];
    const format = formatOf(Number(digit) - 1);
    if (number === undefined) return '';
    return formatNumber(number, level.legal && format !== 'none' && format !== 'decimalZero' ? 'decimal' : format);
  });
  return written
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .normalize('NFC');
}
