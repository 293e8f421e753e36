import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from './document.ts';
import { readXml, replay, XML_LIMITS, type XmlElement } from './xml.ts';
import { openZip } from './zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('streaming an XML part (C-0)', () => {
  it('gives elements and attributes their usual prefixes, whatever the file calls them', () => {
    expect(events(`<x:p xmlns:x="${W}" x:id="1" bare="2"/>`)).toEqual(['<w:p w:id=1 bare=2>', '</w:p>']);
    expect(events(`<p xmlns="${W}"/>`)).toEqual(['<w:p>', '</w:p>']);
    expect(events('<p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')).toEqual(['<w:p>', '</w:p>']);
    expect(events('<w:p xmlns:w="urn:other"/>')).toEqual(['<{urn:other}:p>', '</{urn:other}:p>']);
  });

  it('follows prefixes that change inside an element and come back after it', () => {
    const part = `<x:a xmlns:x="${W}"><x:b xmlns:x="urn:v" xmlns:y="${W}"><y:c/><x:d/></x:b><x:d/></x:a>`;
    expect(events(part).filter((event) => !event.startsWith('</'))).toEqual([
      '<w:a>',
      '<{urn:v}:b>',
      '<w:c>',
      '<{urn:v}:d>',
      '<w:d>',
    ]);
  });

  it('hands whole elements over with their text, and everything else as it comes', () => {
    const part = `<w:body xmlns:w="${W}"><w:p>Kế <w:r>hoạch</w:r><![CDATA[ & ]]>&lt;&#x1EBF;</w:p></w:body>`;
    expect(events(part, ['w:p'])).toEqual(['<w:body>', '[w:p Kế (w:r hoạch) & <ế]', '</w:body>']);
  });

  it('replays a whole element as if it had been streamed', () => {
    const part = `<w:tbl xmlns:w="${W}"><w:tr w:id="1"><w:p>a</w:p></w:tr></w:tbl>`;
    let table: XmlElement | undefined;
    readXml(archive(part), 'part.xml', { ...collector([]), whole: () => true, element: (element) => (table = element) });
    const seen: string[] = [];
    replay(table!, { ...collector(seen), whole: (name) => name === 'w:p' });
    expect(seen).toEqual(events(part, ['w:p']));
  });

  it('reads UTF-16 with and without its mark, and a character cut between two pieces', () => {
    const text = `<p xmlns="${W}">${'ế'.repeat(30_000)}</p>`;
    expect(textOf(strToU8(text))).toBe('ế'.repeat(30_000));
    expect(textOf(utf16('\ufeff' + text))).toBe('ế'.repeat(30_000));
    expect(textOf(utf16(text))).toBe('ế'.repeat(30_000));
  });

  it('says when there is no such part', () => {
    expect(readXml(archive('<a/>'), 'other.xml', collector([]))).toBe(false);
  });

  it.each([
    ['an element left open', '<a><b></a>'],
    ['a part cut off', '<a><b>text'],
    ['no element at all', 'Kế hoạch'],
    ['an empty part', ''],
    ['an unknown prefix', '<q:a/>'],
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['a forbidden character', '<a>\u0001</a>'],
  ])('refuses %s as broken', (_, part) => {
    expect(refusal(() => events(part))).toBe('broken');
  });

  it('refuses bytes that are no UTF-8 as broken', () => {
    expect(refusal(() => textOf(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e])))).toBe('broken');
  });

  it('refuses nesting and branching beyond any document', () => {
    const deep = '<a>'.repeat(XML_LIMITS.depth + 1) + '</a>'.repeat(XML_LIMITS.depth + 1);
    expect(refusal(() => events(deep))).toBe('too_complex');
    const wide = `<a>${'<b/>'.repeat(XML_LIMITS.elements + 1)}</a>`;
    expect(refusal(() => events(wide, ['a']))).toBe('too_complex');
  });
});

function archive(part: string | Uint8Array) {
  return openZip(zipSync({ 'part.xml': typeof part === 'string' ? strToU8(part) : part }, { level: 1 }));
}

function events(part: string, whole: string[] = []): string[] {
  const seen: string[] = [];
  readXml(archive(part), 'part.xml', { ...collector(seen), whole: (name) => whole.includes(name) });
  return seen;
}

function collector(seen: string[]) {
  return {
    whole: () => false,
    open: (name: string, attributes: Record<string, string | undefined>) => {
      seen.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' ')}>`);
    },
    close: (name: string) => void seen.push(`</${name}>`),
    element: (element: XmlElement) => void seen.push(`[${shown(element)}]`),
  };
}

function shown(element: XmlElement): string {
  return `${element.name} ${element.children.map((each) => (typeof each === 'string' ? each : `(${shown(each)})`)).join('')}`;
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  readXml(archive(bytes), 'part.xml', {
    ...collector([]),
    whole: () => true,
    element: (element) => (text = element.children.join('')),
  });
  return text;
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}
