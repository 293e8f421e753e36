/** The handbook of docs/so-tay, built into the app: what an office reads must not depend on a folder beside it. */
import { prose, type Prose } from '#ui/prose.ts';

const FILES = import.meta.glob<string>('../../docs/so-tay/*.md', { query: '?raw', import: 'default', eager: true });

export interface Section extends Prose {
  /** Its name in addresses: "nhap-ke-hoach" of "02-nhap-ke-hoach.md". */
  slug: string;
}

/** In the order of their numbers. */
export const SECTIONS: readonly Section[] = Object.entries(FILES)
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([path, text]) => ({ slug: /\/\d+-([a-z-]+)\.md$/.exec(path)?.[1] ?? path, ...prose(text) }));
