/** The review screen's view of a reading: a part of it with its text, what needs a look, and the node that is being corrected. Pure. */
import type { Corrected } from './correcting/corrected.ts';
import { doubtsOf, type Doubt } from './correcting/doubts.ts';
import { partAt, partsOf } from './parts.ts';
import { partOf, viewOf, type PlanView, type ViewNode } from './view.ts';

/** Of those that need a look, at most so many are listed; the rest follow when these are done. */
const LISTED = 100;

export interface ReviewNode extends ViewNode {
  doubts: Doubt[];
  settled: boolean;
}

export interface Review {
  /** The text beside, with the nodes that lie in it. */
  view: PlanView & { nodes: ReviewNode[] };
  part: number;
  parts: { title: string | null; doubts: number }[];
  /** Whether only those are listed that need a look. */
  look: boolean;
  listed: ReviewNode[];
  chosen: ReviewNode | null;
  doubted: number;
  /** In text order; a node may be put under those that begin before it. */
  headings: { id: string; marker: string | null; text: string; level: number; start: number }[];
}

export interface AskedReview {
  node: string | null;
  part: number | null;
  /** null: as there is something to look at or not. */
  look: boolean | null;
}

export function reviewOf(corrected: Corrected, asked: AskedReview): Review {
  const whole = viewOf(corrected);
  const doubted = doubtsOf(corrected);
  const doubts = new Map(doubted.map((it) => [it.node, it.doubts]));
  const settled = new Set(corrected.settled);
  const nodes = whole.nodes.map((node) => ({ ...node, doubts: doubts.get(node.id) ?? [], settled: settled.has(node.id) }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const look = asked.look ?? doubted.length > 0;

  const parts = partsOf(whole.nodes, whole.text.length);
  const wanted =
    asked.node !== null && byId.has(asked.node) ? asked.node : asked.part === null && look ? (doubted[0]?.node ?? null) : null;
  const part = partAt(parts, whole.nodes, wanted, asked.part);
  const { from = 0, to = nodes.length } = parts[part] ?? {};
  const view = { ...partOf(whole, parts[part]), nodes: nodes.slice(from, to) };
  const listed = look ? doubted.slice(0, LISTED).flatMap(({ node }) => byId.get(node) ?? []) : view.nodes;
  return {
    view,
    part,
    parts: parts.map((it) => ({
      title: it.title,
      doubts: nodes.slice(it.from, it.to).filter((node) => node.doubts.length > 0).length,
    })),
    look,
    listed,
    chosen: (wanted !== null && byId.get(wanted)) || (listed[0] ?? null),
    doubted: doubted.length,
    headings: nodes
      .filter(({ kind }) => kind === 'heading')
      .map(({ id, marker, text, level, start }) => ({ id, marker, text: text.slice(0, 100), level, start })),
  };
}

/** As the address says: ?node=n12&look=1&part=2 */
export function askedReview(address: URLSearchParams): AskedReview {
  const [look, part] = [address.get('look'), address.get('part')];
  return { node: address.get('node') || null, part: part ? Number(part) : null, look: look ? look === '1' : null };
}
