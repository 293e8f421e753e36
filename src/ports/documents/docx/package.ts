/** The package of an Office Open XML file: which part is which is said by its relationships, not by its name (ECMA-376, part 2). */
import { readXml } from '../xml.ts';
import { openZip, type Archive } from '../zip.ts';

export interface Package {
  archive: Archive;
  /** Name of the part that holds the document. */
  main: string;
  /** Names of the parts that the main part names as its "styles", "numbering", "header" …, in the file's order. */
  related(kind: string): string[];
  /** Name of the part that the main part names by this id, or undefined. */
  byId(id: string | undefined): string | undefined;
}

/** @throws Refusal 'broken', 'encrypted', 'archive_bomb' as the archive deserves. */
export function openPackage(bytes: Uint8Array): Package {
  const archive = openZip(bytes);
  const main = relations(archive, '').find((relation) => relation.kind === 'officeDocument')?.part ?? 'word/document.xml';
  const ofMain = relations(archive, main);
  return {
    archive,
    main,
    related: (kind) => ofMain.filter((relation) => relation.kind === kind).map((relation) => relation.part),
    byId: (id) => ofMain.find((relation) => relation.id === id)?.part,
  };
}

interface Relation {
  id: string | undefined;
  kind: string;
  part: string;
}

function relations(archive: Archive, source: string): Relation[] {
  const cut = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, cut);
  const found: Relation[] = [];
  readXml(archive, `${folder}_rels/${source.slice(cut)}.rels`, {
    whole: () => false,
    element: () => {},
    close: () => {},
    open(name, attributes) {
      const { Type, Target, TargetMode } = attributes;
      if (name !== 'rel:Relationship' || !Type || !Target || TargetMode === 'External') return;
      found.push({ id: attributes['Id'], kind: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(folder, Target) });
    },
  });
  return found;
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
