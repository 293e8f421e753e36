/** Puts who and when of a line of its own on the item above it. */
import { ofPeople } from './among_offices.ts';
import type { Branch } from './branch.ts';
import { carried } from './carriers.ts';
import type { Carried } from './carriers.ts';
import { between } from './cell_units.ts';
import { fold } from './fold.ts';
import { placed } from './places.ts';
import type { Lexicon } from './lexicon.ts';
import { rolesIn } from './roles.ts';
import type { Mention } from './scan.ts';
import { STOPS } from './unit_verbs.ts';
import { mentions } from './units.ts';
import type { Walk } from './tasks.ts';

/** `own` becomes a task by it, whatever it looked like before. */
export function carry(walk: Walk, line: Branch, own: Branch): void {
  const folded = fold(line.item.text);
  const at = placed(walk, line);
  let named = false;
  for (const found of rolesIn(line.item.text, walk.lexicon)) {
    walk.duties.assign(own, found.unit, found.role, at(found.start, found.end));
    named = true;
  }
  for (const part of carried(folded)) {
    if (part.role !== 'lead' && part.role !== 'coordinate' && part.role !== 'perform') continue;
    for (const unit of unknownNames(line.item.text, part, walk.lexicon)) {
      walk.duties.assign(own, unit, part.role, at(unit.start, unit.end));
      named = true;
    }
  }
  if (named && !walk.duties.isTask(own)) {
    walk.duties.task(own);
    if (own.kind === 'heading') own.kind = 'item';
    if (!walk.duties.due.some((known) => known.branch === own)) walk.duties.deadlines(own, own, placed(walk, own));
  }
  for (const part of carried(folded)) {
    if (part.role === 'time') walk.duties.deadlines(line, own, placed(walk, line), part.start, part.end, true);
  }
  if (!carried(folded).some((p) => p.role === 'time')) walk.duties.deadlines(line, own, placed(walk, line));
}

/** "Phụ trách: Tổng phụ trách Đội, Nhóm trưởng": names among those of a label, as short as a name is. */
function unknownNames(text: string, { start, end }: Carried, lexicon: Lexicon): Mention[] {
  const words = text.slice(start, end).replace(/[\s.;,]+$/, '');
  const found = between(words, mentions(words, lexicon), lexicon).filter(
    (m) =>
      m.name.split(' ').length <= 7 &&
      !PERSON.test(m.name) &&
      !STOPS.test(fold(m.name)) &&
      (ofPeople(m.name) || SHORT.test(m.name)),
  );
  return found.map((m) => ({ ...m, start: m.start + start, end: m.end + start }));
}

/** "TTKC&XTTM", "GVCN" */
const SHORT = /^\p{Lu}[\p{Lu}&-]+(?![\p{Ll}])/u;
const PERSON = /\d|^(?:Ông|Bà|Đồng chí|Anh|Chị|Thầy|Cô)\s/;
