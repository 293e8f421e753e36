/** Small .docx files for tests, written part by part. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
].join(' ');

/** The insides of each part's root element. */
export interface Parts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  headers?: string[];
  footers?: string[];
}

export function docx(body: string, parts: Parts = {}): Uint8Array {
  return zipSync(docxParts(body, parts));
}

export function docxParts(body: string, parts: Parts = {}): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  const relations: string[] = [];
  const add = (name: string, kind: string, inside: string) => {
    files[`word/${name}`] = xml(`<w:${ROOTS[kind]} ${NAMESPACES}>${inside}</w:${ROOTS[kind]}>`);
    relations.push(`<Relationship Id="r${relations.length}" Type="${R}/${kind}" Target="${name}"/>`);
  };
  if (parts.styles !== undefined) add('styles.xml', 'styles', parts.styles);
  if (parts.numbering !== undefined) add('numbering.xml', 'numbering', parts.numbering);
  if (parts.footnotes !== undefined) add('footnotes.xml', 'footnotes', parts.footnotes);
  if (parts.endnotes !== undefined) add('endnotes.xml', 'endnotes', parts.endnotes);
  parts.headers?.forEach((inside, i) => add(`header${i}.xml`, 'header', inside));
  parts.footers?.forEach((inside, i) => add(`footer${i}.xml`, 'footer', inside));
  const main = `<Relationship Id="r0" Type="${R}/officeDocument" Target="word/document.xml"/>`;
  return {
    '[Content_Types].xml': xml(contentTypes(Object.keys(files))),
    '_rels/.rels': xml(relationships(main)),
    'word/document.xml': xml(`<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': xml(relationships(relations.join(''))),
    ...files,
  };
}

/** A paragraph; `properties` is the inside of its w:pPr, `content` runs or plain text. */
export function p(content = '', properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : r(content)}</w:p>`;
}

/** A run; `properties` is the inside of its w:rPr. */
export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
}

/** A paragraph in a list. */
export function item(content: string, list: number, level = 0): string {
  return p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** An abstract list; each level is [format, text] or a full inside of its w:lvl. */
export function abstractList(id: number, levels: ([string, string] | string)[], inside = ''): string {
  const lvl = levels.map((level, i) => {
    const content =
      typeof level === 'string'
        ? level
        : `<w:start w:val="1"/><w:numFmt w:val="${level[0]}"/><w:lvlText w:val="${escape(level[1])}"/>`;
    return `<w:lvl w:ilvl="${i}">${content}</w:lvl>`;
  });
  return `<w:abstractNum w:abstractNumId="${id}">${inside}${lvl.join('')}</w:abstractNum>`;
}

export function list(id: number, abstract: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

export function style(id: string, inside: string, attributes = 'w:type="paragraph"'): string {
  return `<w:style ${attributes} w:styleId="${id}">${inside}</w:style>`;
}

/** Rows of cells; a cell is its content, or [content, inside of its w:tcPr]. */
export function table(rows: (string | [string, string])[][], properties = ''): string {
  const cells = rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${cells.join('')}</w:tbl>`;
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function cell(content: string | [string, string]): string {
  const [inside, properties] = typeof content === 'string' ? [content, ''] : content;
  return `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${inside.startsWith('<') ? inside : p(inside)}</w:tc>`;
}

const ROOTS: Record<string, string> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
};

function relationships(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
}

function contentTypes(names: string[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const overrides = names.map((name) => {
    const kind = /word\/([a-z]+)/.exec(name)?.[1];
    return `<Override PartName="/${name}" ContentType="${type}.${kind}+xml"/>`;
  });
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${overrides.join('')}</Types>`;
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}
