/** Puts who and when of a line of its own on the item above it. */
import type { Branch } from './branch.ts';
import { carried } from './carriers.ts';
import { fold } from './fold.ts';
import { placed } from './places.ts';
import { rolesIn } from './roles.ts';
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
  if (named && !walk.duties.isTask(own)) {
    walk.duties.task(own);
    if (own.kind === 'heading') own.kind = 'item';
    walk.duties.deadlines(own, own, placed(walk, own));
  }
  for (const part of carried(folded)) {
    if (part.role === 'time') walk.duties.deadlines(line, own, placed(walk, line), part.start, part.end, true);
  }
  if (!carried(folded).some((p) => p.role === 'time')) walk.duties.deadlines(line, own, placed(walk, line));
}
