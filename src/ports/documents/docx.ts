/** Reads a Word document (.docx, ECMA-376, transitional or strict): what stands on its pages, with the numbers Word computes. */
import { Refusal, type SourceText } from './document.ts';
import { openPackage, type Package } from './docx/package.ts';
import { readLists } from './docx/numbering.ts';
import { Story, type Reading } from './docx/story.ts';
import { readStyles } from './docx/styles.ts';
import { gather, type Draft } from './gather.ts';
import { readXml } from './xml.ts';

/**
 * The document's text as accepted (insertions in, deletions out), its notes after the body, its text boxes before the paragraphs
 * they hang on.
 * @throws Refusal 'broken', 'encrypted', 'archive_bomb' or 'too_complex'.
 */
export function readDocx(bytes: Uint8Array): SourceText {
  const file = openPackage(bytes);
  const styles = readStyles(file);
  const lists = readLists(file, styles.listOf);
  const reading: Reading = {
    styles,
    lists,
    left_out: [],
    notes: [],
    tables: 0,
    paragraphs: 0,
    seen: { paragraphs: 0, characters: 0 },
    boxes: lists.count(),
  };

  const body = new Story(reading, { part: 'body', count: lists.count(), cell: null, counted: true });
  let found = false;
  readXml(file.archive, file.main, {
    whole: (name) => body.whole(name),
    element: (element) => body.element(element),
    close: (name) => body.close(name),
    open(name) {
      found ||= name === 'w:body';
      body.open(name);
    },
  });
  if (!found) throw new Refusal('broken');
  body.end();
  const notes = readNotes(file, reading);
  readFurniture(file, reading);
  return gather('docx', [...body.drafts, ...notes], reading.left_out);
}

/** Notes in the order of their references; those whose reference is deleted or missing are left out. */
function readNotes(file: Package, reading: Reading): Draft[] {
  const stories = new Map<string, Draft[]>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const count = reading.lists.count();
    for (const part of file.related(`${kind}s`)) {
      let story: Story | null = null;
      readXml(file.archive, part, {
        whole: (name) => story?.whole(name) ?? false,
        element: (element) => story?.element(element),
        open(name, attributes) {
          story?.open(name);
          const separates = /separator|continuationNotice/i.test(attributes['w:type'] ?? '');
          if (name !== `w:${kind}` || separates) return;
          story = new Story(reading, { part: 'footnote', count, cell: null, counted: false });
          stories.set(`${kind} ${attributes['w:id']}`, story.drafts);
        },
        close(name) {
          if (name !== `w:${kind}`) return story?.close(name);
          story?.end();
          story = null;
        },
      });
    }
  }

  const shown: Draft[] = [];
  const taken = new Set<string>();
  for (const { kind, id, left_out } of reading.notes) {
    const key = `${kind} ${id}`;
    if (left_out !== null || taken.has(key)) continue;
    taken.add(key);
    shown.push(...(stories.get(key) ?? []));
  }
  const why = new Map(reading.notes.map(({ kind, id, left_out }) => [`${kind} ${id}`, left_out]));
  for (const [key, drafts] of stories) {
    if (taken.has(key)) continue;
    for (const { text } of drafts) reading.left_out.push({ text, why: why.get(key) ?? 'hidden', page: null });
  }
  return shown;
}

const PAGE_NUMBER = /^(?:trang|page)?[\s\-–—]*\d{1,4}(?:\s*(?:\/|trên|of)\s*\d{1,4})?[\s\-–—]*$/iu;

/** Headers and footers are not part of the text. */
function readFurniture(file: Package, reading: Reading): void {
  for (const kind of ['header', 'footer'] as const) {
    for (const part of file.related(kind)) {
      const story = new Story(reading, { part: 'body', count: reading.lists.count(), cell: null, counted: false });
      readXml(file.archive, part, story);
      story.end();
      for (const { text } of story.drafts) {
        reading.left_out.push({ text, why: PAGE_NUMBER.test(text) ? 'page_number' : `page_${kind}`, page: null });
      }
    }
  }
}
