/** Formatting of paragraphs and runs: what a style says, after its ancestors and the document's defaults (ECMA-376 part 1, 17.7). */
import { child, childrenOf, readXml, val, type XmlElement } from '../xml.ts';
import type { Package } from './package.ts';

/** What one place says about a run; undefined is "nothing said". */
export interface RunLook {
  bold?: boolean;
  italic?: boolean;
  caps?: boolean;
  hidden?: boolean;
}

/** What one place says about a paragraph; lengths in twips (1/1440 inch). */
export interface ParagraphLook {
  align?: string;
  left?: number;
  /** Of the first line against the others, negative when it hangs out. */
  first?: number;
  /** From 0; 9 is body text. */
  outline?: number;
  /** List instance; 0 takes the paragraph out of any list. */
  list?: number;
  /** From 0. */
  level?: number;
}

export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle;
  /** A run's look, its own formatting last; the flags are toggles, so a bold style in a bold style is not bold (17.7.3). */
  run(paragraph: string | undefined, run: XmlElement | undefined): Required<RunLook>;
  /** The list instance that a list style points to. */
  listOf(id: string): number | undefined;
  /** Sides of a table style's cells that have a line. */
  borders(id: string | undefined): Borders;
}

export interface ParagraphStyle extends ParagraphLook {
  /** Ids of the style and its ancestors, nearest first. */
  chain: string[];
  /** Of the chain, how many stand between the paragraph and its list: the style that names the list, and those nearer. */
  listed: number;
  /** The indent that those say; it goes before the list's own. */
  listedIndent: Pick<ParagraphLook, 'left' | 'first'>;
}

export type Borders = Partial<Record<'top' | 'bottom' | 'left' | 'right' | 'insideH' | 'insideV', boolean>>;

/** Reads the styles part; a document without one has none. */
export function readStyles(file: Package): Styles {
  const styles = new Map<string, XmlElement>();
  const standard = new Map<string, string>();
  let defaults: XmlElement | undefined;
  const part = file.related('styles')[0];
  if (part) {
    readXml(file.archive, part, {
      whole: (name) => name === 'w:style' || name === 'w:docDefaults',
      keeps: true,
      open: () => {},
      close: () => {},
      element(element) {
        if (element.name === 'w:docDefaults') return void (defaults = element);
        const id = element.attributes['w:styleId'];
        const type = element.attributes['w:type'] ?? 'paragraph';
        if (id === undefined) return;
        styles.set(id, element);
        if (isOn(element.attributes['w:default'])) standard.set(type, id);
      },
    });
  }
  return resolve(styles, standard, defaults);
}

/** What a w:pPr says. */
export function paragraphLook(properties: XmlElement | undefined): ParagraphLook {
  if (!properties) return {};
  const list = child(properties, 'w:numPr');
  return said({
    align: val(properties, 'w:jc'),
    ...indent(properties),
    outline: integer(val(properties, 'w:outlineLvl')),
    list: integer(val(list, 'w:numId')),
    level: integer(val(list, 'w:ilvl')),
  });
}

/** What the w:ind of a w:pPr says. */
export function indent(properties: XmlElement | undefined): Pick<ParagraphLook, 'left' | 'first'> {
  const ind = child(properties, 'w:ind')?.attributes;
  if (!ind) return {};
  const hanging = twips(ind['w:hanging']);
  return said({
    left: twips(ind['w:left'] ?? ind['w:start']),
    first: hanging === undefined ? twips(ind['w:firstLine']) : -hanging,
  });
}

/** What a w:rPr says. */
export function runLook(properties: XmlElement | undefined): RunLook {
  const look: RunLook = {};
  for (const each of childrenOf(properties)) {
    const name = RUN_FLAGS.get(each.name);
    if (name) look[name] = switchedOn(each);
  }
  return look;
}

/** Lines drawn by a w:tblBorders or w:tcBorders. */
export function borders(element: XmlElement | undefined): Borders {
  if (!element) return {};
  const side = (...names: string[]) => {
    const line = names.map((name) => val(element, name)).find((value) => value !== undefined);
    return line === undefined ? undefined : line !== 'nil' && line !== 'none';
  };
  return said({
    top: side('w:top'),
    bottom: side('w:bottom'),
    left: side('w:left', 'w:start'),
    right: side('w:right', 'w:end'),
    insideH: side('w:insideH'),
    insideV: side('w:insideV'),
  });
}

/** A switch such as w:tblHeader: present without a value is on; undefined when absent. */
export function flag(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  return found && switchedOn(found);
}

export function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*[-+]?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

const RUN_FLAGS = new Map<string, keyof RunLook>([
  ['w:b', 'bold'],
  ['w:i', 'italic'],
  ['w:caps', 'caps'],
  ['w:vanish', 'hidden'],
]);

/** No document inherits deeper; a longer chain is a circle. */
const ANCESTORS = 50;

function resolve(styles: Map<string, XmlElement>, standard: Map<string, string>, defaults: XmlElement | undefined): Styles {
  const chain = (id: string | undefined, type: string): XmlElement[] => {
    const found: XmlElement[] = [];
    let style = styles.get(id ?? '') ?? styles.get(standard.get(type) ?? '');
    while (style && found.length < ANCESTORS) {
      found.push(style);
      style = styles.get(val(style, 'w:basedOn') ?? '');
    }
    return found;
  };
  const paragraph = remembered((id) => paragraphStyle(chain(id, 'paragraph'), defaults));
  const runOfParagraph = remembered((id) => inherited(chain(id, 'paragraph'), (style) => runLook(child(style, 'w:rPr'))));
  const runOfCharacters = remembered((id) => inherited(chain(id, 'character'), (style) => runLook(child(style, 'w:rPr'))));
  const basic = runLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
  return {
    paragraph,
    run(paragraphId, properties) {
      const own = runLook(properties);
      const outer = runOfParagraph(paragraphId);
      const inner = runOfCharacters(val(properties, 'w:rStyle'));
      const toggled = (name: keyof RunLook) => own[name] ?? (basic[name] || Boolean(outer[name]) !== Boolean(inner[name]));
      return { bold: toggled('bold'), italic: toggled('italic'), caps: toggled('caps'), hidden: toggled('hidden') };
    },
    listOf: (id) => integer(val(child(child(styles.get(id), 'w:pPr'), 'w:numPr'), 'w:numId')),
    borders: remembered((id) =>
      inherited(chain(id, 'table'), (style) => borders(child(child(style, 'w:tblPr'), 'w:tblBorders'))),
    ),
  };
}

function paragraphStyle(chain: XmlElement[], defaults: XmlElement | undefined): ParagraphStyle {
  const basic = paragraphLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr'));
  const looks = chain.map((style) => said({ outline: headingByName(style), ...paragraphLook(child(style, 'w:pPr')) }));
  const listed = looks.findIndex((look) => look.list !== undefined) + 1;
  return {
    ...basic,
    ...inherited(looks, (look) => look),
    chain: chain.map((style) => style.attributes['w:styleId'] ?? ''),
    listed,
    listedIndent: inherited(chain.slice(0, listed), (style) => indent(child(style, 'w:pPr'))),
  };
}

/** The built-in heading styles keep their English name in every language, and mean their level even when they do not say it. */
function headingByName(style: XmlElement): number | undefined {
  const level = /^heading ([1-9])$/i.exec(val(style, 'w:name') ?? '')?.[1];
  return level ? Number(level) - 1 : undefined;
}

/** Nearest first: what an ancestor says holds where nobody nearer says otherwise. */
function inherited<From, Look extends object>(chain: From[], look: (from: From) => Look): Look {
  return Object.assign({}, ...chain.map(look).reverse());
}

function remembered<Value>(make: (id: string | undefined) => Value): (id: string | undefined) => Value {
  const known = new Map<string | undefined, Value>();
  return (id) => {
    const found = known.get(id) ?? make(id);
    known.set(id, found);
    return found;
  };
}

function said<Look extends object>(look: Look): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined)) as Look;
}

function switchedOn(element: XmlElement): boolean {
  return element.attributes['w:val'] === undefined || isOn(element.attributes['w:val']);
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value);
}

/** Twips; strict files may write a length with its unit. */
function twips(text: string | undefined): number | undefined {
  const match = /^\s*(-?\d{1,9}(?:\.\d+)?)(pt|in|cm|mm|pc)?\s*$/.exec(text ?? '');
  if (!match) return undefined;
  return Number(match[1]) * { pt: 20, in: 1440, cm: 1440 / 2.54, mm: 144 / 2.54, pc: 240, '': 1 }[match[2] ?? '']!;
}
