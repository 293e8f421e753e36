/**
 * The handbook's own small share of Markdown (CommonMark): headings, paragraphs, lists of both kinds, and within a line bold, `keys` and links. It
 * gives parts that a component shows, so that no text ever becomes markup.
 */

export type Inline = { kind: 'text' | 'bold' | 'key'; text: string } | { kind: 'link'; text: string; href: string };

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; line: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

export interface Prose {
  /** From the "# " line, which comes first. */
  title: string;
  blocks: Block[];
}

/** @throws Error for what it does not understand: a handbook that would be shown wrong is not built */
export function prose(text: string): Prose {
  const [head = '', ...parts] = text.trim().split(/\n\s*\n/);
  const title = /^# (.+)$/.exec(head)?.[1];
  if (!title) throw new Error(`no title: ${head}`);
  return { title, blocks: parts.map(block) };
}

function block(part: string): Block {
  const lines = part.split('\n');
  const heading = /^(##|###) (.+)$/.exec(part);
  if (heading) {
    const [, marks = '', text = ''] = heading;
    return { kind: 'heading', level: marks.length as 2 | 3, text, id: slug(text) };
  }
  const items = part.split(/\n(?=- |\d+\. )/);
  const marker = /^(?:- |\d+\. )/;
  if (marker.test(part))
    return {
      kind: 'list',
      ordered: !part.startsWith('- '),
      items: items.map((item) => inline(joined(item.replace(marker, '')))),
    };
  const strange = lines.find((line) => /^(?:[#>|<!]|```|\*|---)/.test(line));
  if (strange) throw new Error(`not understood: ${strange}`);
  return { kind: 'paragraph', line: inline(joined(part)) };
}

const joined = (part: string) =>
  part
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

function inline(text: string): Inline[] {
  return text
    .split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/)
    .filter((piece) => piece !== '')
    .map((piece): Inline => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece);
      if (link) return { kind: 'link', text: link[1] as string, href: link[2] as string };
      if (piece.startsWith('**')) return { kind: 'bold', text: piece.slice(2, -2) };
      if (piece.startsWith('`')) return { kind: 'key', text: piece.slice(1, -1) };
      return { kind: 'text', text: piece };
    });
}

/** "Nhập kế hoạch" → "nhap-ke-hoach" */
function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
