/** Streams an XML part of an office file: names come with the usual prefixes, whatever the file calls them. */
import { SaxesParser, type SaxesAttributePlain } from 'saxes';
import { Refusal } from './document.ts';
import type { Archive } from './zip.ts';

/** Names are prefixed as in the standards ("w:p", "mc:Choice"); an attribute without a namespace has a bare name. */
export interface XmlElement {
  name: string;
  attributes: Attributes;
  children: (XmlElement | string)[];
}

export type Attributes = Record<string, string | undefined>;

export interface Handler {
  /** Elements to be handed over as a whole; everything else is only opened and closed. */
  whole(name: string): boolean;
  element(element: XmlElement): void;
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Whole elements are kept, so that the limit on elements is one for all of them. */
  keeps?: true;
}

export const XML_LIMITS = { depth: 400, elements: 500_000 };

/**
 * Parses one part of an archive; false when there is none of that name. Nothing outside the file is ever fetched or expanded.
 * @throws Refusal 'broken' when it is not well-formed, 'too_complex' when nested or branched beyond any document.
 */
export function readXml(archive: Archive, part: string, handler: Handler): boolean {
  const names = new Names();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const stack: XmlElement[] = [];
  const written: SaxesAttributePlain[] = [];
  let depth = 0;
  let elements = 0;
  parser.on('error', () => {
    throw new Refusal('broken');
  });
  parser.on('attribute', (attribute) => written.push(attribute));
  parser.on('opentag', (tag) => {
    if (++depth > XML_LIMITS.depth) throw new Refusal('too_complex');
    const attributes = names.enter(written);
    written.length = 0;
    const name = names.of(tag.name);
    const parent = stack.at(-1);
    if (!parent && !handler.whole(name)) return handler.open(name, attributes);
    elements = parent || handler.keeps ? elements + 1 : 0;
    if (elements > XML_LIMITS.elements) throw new Refusal('too_complex');
    const element = { name, attributes, children: [] };
    parent?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', (tag) => {
    const element = stack.pop();
    if (!element) handler.close(names.of(tag.name));
    else if (stack.length === 0) handler.element(element);
    names.leave();
    depth--;
  });
  const keep = (text: string) => stack.at(-1)?.children.push(text);
  parser.on('text', keep);
  parser.on('cdata', keep);

  let decoder: TextDecoder | null = null;
  const decode = (piece?: Uint8Array): string => {
    try {
      decoder ??= new TextDecoder(encoding(piece), { fatal: true });
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw new Refusal('broken');
    }
  };
  const found = archive.read(part, (piece) => {
    if (piece.length > 0) parser.write(decode(piece));
  });
  if (found) parser.write(decode()).close();
  return found;
}

/** Hands a whole element on as if it had been streamed. */
export function replay(element: XmlElement, handler: Handler): void {
  if (handler.whole(element.name)) return handler.element(element);
  handler.open(element.name, element.attributes);
  replayInside(element, handler);
  handler.close(element.name);
}

export function replayInside(element: XmlElement, handler: Handler): void {
  for (const child of element.children) if (typeof child !== 'string') replay(child, handler);
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const each of element?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return undefined;
}

export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const wanted = (each: XmlElement | string): each is XmlElement => typeof each !== 'string' && (!name || each.name === name);
  return (element?.children ?? []).filter(wanted);
}

/** The w:val of a child, as most properties of WordprocessingML are written. */
export function val(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** Namespaces by the prefix the standards use; transitional and strict ones are the same to us. */
const PREFIXES = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);

/** Prefixes in force at the place the parser has reached. Most elements declare none; those must cost next to nothing. */
class Names {
  private readonly scopes = [
    {
      depth: 0,
      prefixes: new Map([
        ['xml', 'xml:'],
        ['', ''],
      ]),
    },
  ];
  private readonly known = new Map<string, string>();
  private depth = 0;

  /** Enters an element; gives its attributes under their usual names, without the declarations of namespaces. */
  enter(attributes: SaxesAttributePlain[]): Attributes {
    this.depth++;
    for (const { name, value } of attributes) if (name.startsWith('xmlns')) this.bind(name.slice(6), value);
    const named: Attributes = {};
    for (const { name, value } of attributes) {
      if (!name.startsWith('xmlns')) named[name.includes(':') ? this.of(name) : name] = value;
    }
    return named;
  }

  leave(): void {
    if (this.scopes.at(-1)?.depth === this.depth--) {
      this.scopes.pop();
      this.known.clear();
    }
  }

  of(raw: string): string {
    const known = this.known.get(raw);
    if (known !== undefined) return known;
    const colon = raw.indexOf(':');
    const prefix = this.scopes.at(-1)?.prefixes.get(raw.slice(0, Math.max(colon, 0)));
    if (prefix === undefined) throw new Refusal('broken');
    const name = prefix + raw.slice(colon + 1);
    this.known.set(raw, name);
    return name;
  }

  private bind(prefix: string, namespace: string): void {
    const usual = `${PREFIXES.get(namespace) ?? `{${namespace}}`}:`;
    let scope = this.scopes.at(-1);
    if (scope?.prefixes.get(prefix) === usual) return;
    if (scope?.depth !== this.depth) {
      scope = { depth: this.depth, prefixes: new Map(scope?.prefixes) };
      this.scopes.push(scope);
    }
    scope.prefixes.set(prefix, usual);
    this.known.clear();
  }
}

/** XML is UTF-8 unless it opens with the mark, or the zero bytes, of UTF-16. */
function encoding(start: Uint8Array | undefined): string {
  const [a, b] = start ?? [];
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
