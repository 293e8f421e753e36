/** The parts of a workbook that are the same whatever its rows say (ECMA-376). */

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Places in the list of cell formats. */
export const [PLAIN, BOLD, DAY] = [0, 1, 2];
export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3">
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export function workbook(name: string, numbers: number[]): string {
  const base =
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 24) || 'Sheet';
  const sheets = numbers.map((n) => `<sheet name="${written(n === 1 ? base : `${base} (${n})`)}" sheetId="${n}" r:id="r${n}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

export function relationships(all: (readonly [kind: string, target: string])[]): string {
  const each = all.map(([kind, target], i) => `<Relationship Id="r${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

export function contentTypes(numbers: number[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const over = (path: string, kind: string) => `<Override PartName="/xl/${path}.xml" ContentType="${type}.${kind}+xml"/>`;
  const sheets = numbers.map((n) => over(`worksheets/sheet${n}`, 'worksheet')).join('');
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>${over('workbook', 'sheet.main')}${over('styles', 'styles')}${sheets}</Types>`;
}

/** As XML and Excel allow: no control characters, "_x0041_" not taken for an escape, no longer than a cell. */
export function written(text: string): string {
  if (/^[\w ]{0,99}$/.test(text) && !text.includes('_')) return text;
  return (text.length > CELL_MOST ? `${text.slice(0, CELL_MOST - 1)}…` : text)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Characters of one cell, as Excel has it. */
const CELL_MOST = 32_767;
