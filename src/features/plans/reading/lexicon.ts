/** Names of units known beforehand: from the registry, and those that the document itself defines ("sau đây gọi tắt là …"). */
import { fold, nameKey, oneLine } from './fold.ts';
import type { RegistryUnit } from './reading.ts';

export interface Lexicon {
  /** The longest known name that begins at `at` of the folded text, as its length; 0 when none does. */
  match: (folded: string, at: number) => number;
  /** The registry's code of a unit, or null. */
  code: (name: string) => string | null;
}

/** `day`: the paper's, ISO; null when it says none. */
export function lexicon(registry: RegistryUnit[], text: string, day: string | null = null): Lexicon {
  const codes = new Map<string, RegistryUnit>();
  const byFirst = new Map<string, string[]>();
  const know = (name: string) => {
    const folded = oneLine(fold(name));
    const first = /^[\p{L}\p{N}]+/u.exec(folded)?.[0];
    if (!first || folded.length < 3) return;
    const list = byFirst.get(first) ?? [];
    if (!list.includes(folded)) list.push(folded);
    byFirst.set(first, list);
  };
  for (const unit of registry) {
    for (const name of [unit.name, ...unit.aliases]) {
      know(name);
      const key = nameKey(name);
      const known = codes.get(key);
      if (key && (!known || nearer(unit, known, day))) codes.set(key, unit);
    }
  }
  for (const name of definitions(text)) know(name);
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    match: (folded, at) => {
      const first = /[\p{L}\p{N}]+/uy;
      first.lastIndex = at;
      const list = byFirst.get(first.exec(folded)?.[0] ?? '');
      const found = list?.find((name) => folded.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(folded[at + name.length] ?? ''));
      return found?.length ?? 0;
    },
    code: (name) => {
      const key = nameKey(name);
      return (
        (codes.get(key) ?? codes.get(key.replace(/ (tỉnh|huyện|thành phố|thị xã)( .*)?$/, '')) ?? codes.get(`${key} tỉnh`))
          ?.code ?? null
      );
    },
  };
}

/** Of two units of one name: the one alive on the day before one that is not; else the later one. */
function nearer(unit: RegistryUnit, known: RegistryUnit, day: string | null): boolean {
  const [here, there] = [lives(unit, day), lives(known, day)];
  return here === there ? !(here && day) && (unit.valid_from ?? '') > (known.valid_from ?? '') : here;
}

const lives = ({ valid_from, valid_to }: RegistryUnit, day: string | null) =>
  day ? (valid_from ?? '') <= day && (!valid_to || day < valid_to) : !valid_to;

/** "Ban Quản lý Khu kinh tế (sau đây gọi tắt là BQL)" → BQL. */
function definitions(text: string): string[] {
  const found = text.matchAll(
    /(?:sau đây|dưới đây)\s+(?:được\s+)?(?:gọi\s+(?:tắt\s+|chung\s+)?|viết\s+tắt\s+)(?:là|:)\s*[“"']?([^)”"';.\n]{2,60})/giu,
  );
  return [...found].map((m) => (m[1] ?? '').trim()).filter((name) => UNIT_LIKE.test(fold(name)));
}

const UNIT_LIKE =
  /^(?:sở|ban|bql|bcđ|ban chỉ|trung tâm|phòng|cục|chi cục|đài|hội|văn phòng|công ty|ủy ban|ubnd|tổ|đơn vị|bqlda|cơ quan|đồn|trường|viện|bộ)(?![\p{L}])/u;
