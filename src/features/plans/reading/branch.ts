/** A heading, point, paragraph or row in its place in the tree, before it becomes a node. */
import type { Span } from '#ports/documents/document.ts';
import type { Item } from './items.ts';
import type { NodeKind } from './reading.ts';
import type { Row } from './tables.ts';

export interface Branch extends Span {
  item: Item;
  row: Row | null;
  parent: Branch | null;
  children: Branch[];
  /** What it is kept under: same marks are siblings. */
  sign: string;
  ordinal: number | null;
  /** An unmarked line that looks like a heading. */
  plainHeading: boolean;
  /** Decided once its children are known (headings.ts). */
  kind: NodeKind;
  carrier: boolean;
  closing: boolean;
}

export function attach(branch: Branch, parent: Branch | null): void {
  branch.parent = parent;
  parent?.children.push(branch);
}

export const depth = (branch: Branch): number => (branch.parent ? depth(branch.parent) + 1 : 1);
