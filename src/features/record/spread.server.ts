/** The record as a file: a table for offices (.xlsx, or CSV as their spreadsheets open it) or one JSON object a line for programs. */
import { instant, type Language, t, tMaybe } from '#core/text.ts';
import { writeSheet, XLSX } from '#ports/spreadsheet.server.ts';
import { fieldIn, personIn, roleIn, sentenceIn, thingIn, valueIn } from './sentences.ts';
import type { Told } from './tell.server.ts';

export const FORMATS = {
  xlsx: XLSX,
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
} as const;
export type Format = keyof typeof FORMATS;

/** Page after page in constant memory. CSV begins with a byte order mark: spreadsheets need one to read Vietnamese. */
export function spread(pages: AsyncIterable<Told[]>, format: Format, language: Language): AsyncGenerator<Uint8Array | string> {
  const titles = COLUMNS.map((column) => t(language, `record_column.${column}`));
  if (format === 'xlsx')
    return writeSheet(
      t(language, 'rail.record'),
      titles.map((title) => ({ title, kind: 'text' })),
      rowsOf(pages, language),
    );
  return format === 'csv' ? csv(pages, titles, language) : jsonLines(pages);
}

async function* rowsOf(pages: AsyncIterable<Told[]>, language: Language): AsyncGenerator<string[]> {
  for await (const events of pages) for (const told of events) yield cellsOf(language, told);
}

async function* csv(pages: AsyncIterable<Told[]>, titles: string[], language: Language): AsyncGenerator<string> {
  yield `\ufeff${lineOf(titles)}`;
  for await (const events of pages) yield events.map((told) => lineOf(cellsOf(language, told))).join('');
}

async function* jsonLines(pages: AsyncIterable<Told[]>): AsyncGenerator<string> {
  for await (const events of pages) yield events.map((told) => `${JSON.stringify(told)}\n`).join('');
}

const COLUMNS = [
  'at',
  'sentence',
  'who',
  'role',
  'command',
  'subject_kind',
  'subject',
  'unit',
  'why',
  'changes',
  'demo',
  'id',
] as const;

function cellsOf(language: Language, told: Told): string[] {
  const { at, actor, command, subject, unit, why, changes, demo, id } = told;
  const value = (change: Told['changes'][number], side: 'before' | 'after') =>
    valueIn(language, subject.kind, change.field, change[side]);
  return [
    instant(new Date(at)),
    sentenceIn(language, told),
    actor.kind === 'person' ? personIn(language, actor.person) : t(language, `actor.${actor.kind}`),
    roleIn(language, told) ?? '',
    command,
    tMaybe(language, `subject.${subject.kind}`) ?? subject.kind,
    thingIn(language, subject),
    unit ? thingIn(language, unit) : '',
    why ?? '',
    changes
      .map((it) => `${fieldIn(language, subject.kind, it.field)}: ${value(it, 'before')} → ${value(it, 'after')}`)
      .join('\n'),
    demo ? t(language, 'demo.tag') : '',
    id,
  ];
}

/** RFC 4180. A cell that begins like a formula is text: somebody may have named a unit "=cmd|…". */
function lineOf(cells: string[]): string {
  return `${cells.map((cell) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
