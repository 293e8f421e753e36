/** Who receives the report a sentence asks for: "báo cáo … về Sở Thông tin và Truyền thông". */
import { fold } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { mentions } from './units.ts';

/** Names in the words of the document; empty when the sentence asks for no report or names no one. What the receiver passes on is left out. */
export function recipientsOf(text: string, lexicon: Lexicon): string[] {
  const folded = fold(text);
  if (!/báo cáo|gửi/.test(folded)) return [];
  const direct: string[] = [];
  let taken = -1;
  for (const unit of mentions(text, lexicon)) {
    const before = folded.slice(0, unit.start);
    const joined = taken >= 0 && /^\s*(?:,|;|và|,\s*và)\s*$/.test(folded.slice(taken, unit.start));
    if (!joined && !TO.test(before)) continue;
    if (/(?:để|nhằm)\s[^.;]{0,40}$/.test(before) && !joined) continue;
    if (joined && direct.length === 0) continue;
    direct.push(unit.name);
    taken = unit.end;
  }
  return [...new Set(direct)];
}

const TO =
  /(?:báo cáo(?: định kỳ| kết quả)?|gửi(?: báo cáo)?(?: về| cho| đến)?|(?:báo cáo|kết quả|gửi)[^.;]{0,160}?(?:\svề|\scho|\stới|\sđến|\)\svề|\)\scho)|báo cáo[^.;]{0,40}\svới)\s(?:cho |về )?(?:các )?$/;
