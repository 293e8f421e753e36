/** Offices written in two ways, and those the registry does not know. */
import type { Span } from '#ports/documents/document.ts';
import { fold, nameKey } from './fold.ts';
import type { Reading, RegistryUnit } from './reading.ts';
import type { Say } from './warnings.ts';

export function nameWarnings(reading: Reading, registry: RegistryUnit[], say: Say): void {
  const written = new Map<string, { name: string; plain: string }>();
  const told = new Set<string>();
  for (const { unit, span } of reading.assignments) {
    const key = nameKey(unit.name);
    const plain = fold(unit.name).replace(/\s+/g, ' ');
    const first = written.get(key);
    if (!first) written.set(key, { name: unit.name, plain });
    else if (first.plain !== plain && !isAbbreviation(first.plain, plain) && !told.has(key)) {
      told.add(key);
      say('written_two_ways', span, { first: first.name, second: unit.name });
    }
    if (registry.length && unit.code === null && !told.has(`? ${key}`)) {
      told.add(`? ${key}`);
      say('unit_unresolved', span, { name: unit.name });
    }
  }
  symbols(reading, say);
}

/** A short form beside the long one is usual; two long forms are a slip. */
const isAbbreviation = (a: string, b: string) => Math.abs(a.length - b.length) > 3;

/** "155/TTr-STTTT" beside "14/STTT-TTBCXB": one letter lost in an office's abbreviation. */
function symbols(reading: Reading, say: Say): void {
  const seen = new Map<string, Span>();
  for (const m of reading.text.matchAll(/(?<!\d)\d{1,6}\/(?:\d{4}\/)?([\p{L}&]+)(?:-([\p{L}&]+))?(?:-[\p{L}&]+)*/gu)) {
    for (const code of [m[1], m[2]]) {
      if (!code || !/^S\p{Lu}{2,}$/u.test(code)) continue;
      const near = [...seen.keys()].find((other) => other !== code && oneLetterApart(other, code));
      if (near) say('symbol_two_ways', { start: m.index, end: m.index + m[0].length }, { first: near, second: code });
      seen.set(code, { start: m.index, end: m.index + m[0].length });
    }
  }
}

function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
