/** Characters of symbol fonts, which stand at codes that mean something else, as the characters a reader sees. */

/** The character a symbol font draws for a code (0–255, or in the private area U+F000–F0FF where Word keeps them); "•" if unknown. */
export function symbol(font: string, code: number): string {
  const low = code & 0xff;
  if (low === 0x20 || low === 0xa0) return ' ';
  return glyph(font, low) ?? '•';
}

export function isSymbolFont(font: string | undefined): font is string {
  return font !== undefined && /^(symbol|wingdings|webdings|marlett|zapf ?dingbats)/i.test(font);
}

/** Text of a run: letters of a symbol font, and any from the private area, become what they look like. */
export function readable(text: string, font: string | undefined): string {
  const typed = isSymbolFont(font) ? text.replace(/[!-\u00ff]/g, (c) => glyph(font, c.charCodeAt(0)) ?? c) : text;
  return typed.replace(/[\uf020-\uf0ff]/g, (c) => symbol(font ?? 'Symbol', c.charCodeAt(0)));
}

/** A list's bullet as a plain sign: a dash is "-", what people type stays, any other picture is "•". Longer texts are no pictures. */
export function bullet(text: string, font: string | undefined): string {
  const typed = text.trim();
  const seen = readable(typed, font);
  if ([...typed].length !== 1) return seen;
  if (/^[-\u2010-\u2015\u2212]$/.test(seen)) return isPlain(typed, font) ? seen : '-';
  if (!isPlain(typed, font) || /[§\ufffd]/.test(seen)) return '•';
  return seen;
}

function glyph(font: string, code: number): string | undefined {
  if (/dings|^marlett/i.test(font)) return WINGDINGS.get(code);
  return SYMBOL.get(code) ?? (code < 0x7f ? String.fromCharCode(code) : undefined);
}

function isPlain(text: string, font: string | undefined): boolean {
  return !isSymbolFont(font) && !/[\ue000-\uf8ff]/.test(text);
}

/** Pairs of a character and its code, as the fonts' own tables give them; only what office papers use. */
function table(letters: Record<number, string>, others: [number, string][]): Map<number, string> {
  const entries: [number, string][] = Object.entries(letters).flatMap(([first, row]) =>
    [...row].map((character, i): [number, string] => [Number(first) + i, character]),
  );
  return new Map([...entries, ...others]);
}

const SYMBOL = table({ 0x41: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', 0x61: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ' }, [
  [0x2d, '-'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xba, '≡'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xbe, '—'],
  [0xd5, '∏'],
  [0xd6, '√'],
  [0xde, '⇒'],
  [0xe5, '∑'],
]);

const WINGDINGS = table({ 0x81: '①②③④⑤⑥⑦⑧⑨⑩' }, [
  [0x28, '☎'],
  [0x2a, '✉'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '❑'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xab, '★'],
  [0xb6, '☆'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);
