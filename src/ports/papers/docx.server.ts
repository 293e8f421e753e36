/** A paper as a Word file, to be worked on or printed: the look is the decree's, in Times New Roman. The same paper gives the same bytes. */
import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { appendixHead } from './docx/appendix.ts';
import { body } from './docx/body.ts';
import { foot } from './docx/foot.ts';
import { head } from './docx/head.ts';
import { twips } from './docx/paragraphs.ts';
import { FONT, MARGIN, PAGE, PAGE_NUMBER_AT, SIZE } from './measures.ts';
import type { Paper } from './paper.ts';
import { ended, numberAndSymbol, stretches, typeName } from './said.ts';
import { tidy } from './tidy.ts';

export async function writeDocx(given: Paper): Promise<Uint8Array> {
  const paper = tidy(given);
  const document = new Document({
    creator: paper.issuer,
    lastModifiedBy: paper.issuer,
    title: paper.title,
    subject: `${typeName(paper)} ${numberAndSymbol(paper)}`,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 2 * SIZE.body, language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [...main(paper), ...paper.appendices.flatMap((_, i) => appendix(paper, i))],
  });
  return settled(await Packer.toBuffer(document));
}

function main(paper: Paper): ISectionOptions[] {
  const all = stretches(ended(paper.body), false);
  return all.map(({ wide, blocks }, i) => {
    const last = i === all.length - 1;
    const children = [...(i === 0 ? head(paper) : []), ...body(blocks, wide, last), ...(last ? foot(paper) : [])];
    return section(wide, i === 0, children);
  });
}

function appendix(paper: Paper, n: number): ISectionOptions[] {
  const { body: blocks, wide } = paper.appendices[n] as Paper['appendices'][number];
  return stretches(ended(blocks), wide).map((it, i) =>
    section(it.wide, i === 0, [...(i === 0 ? appendixHead(paper, n) : []), ...body(it.blocks, it.wide, false)]),
  );
}

/** Its pages are numbered on from the section before, or from 1 with the first number not shown (I.7, III.1.đ). */
function section(wide: boolean, first: boolean, children: ISectionOptions['children']): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: first,
      page: {
        size: {
          width: twips(PAGE.width),
          height: twips(PAGE.height),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(MARGIN.top),
          bottom: twips(MARGIN.bottom),
          left: twips(MARGIN.left),
          right: twips(MARGIN.right),
          header: twips(PAGE_NUMBER_AT),
          footer: twips(PAGE_NUMBER_AT),
        },
        ...(first && { pageNumbers: { start: 1 } }),
      },
    },
    headers: { default: new Header({ children: [number()] }), first: new Header({ children: [new Paragraph({})] }) },
    children,
  };
}

const number = () =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 2 * SIZE.page_number })],
  });

/** The library writes the moment of making into the file, and the archive does so of each part: both say nothing of the paper. */
function settled(made: Uint8Array): Uint8Array {
  const parts: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(made))) {
    if (name.endsWith('/')) continue;
    const text = /^docProps\/core\.xml$/.test(name)
      ? strToU8(strFromU8(content).replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ''))
      : content;
    parts[name] = [text, { mtime: '1980-01-01T00:00:00', level: 6 }];
  }
  return zipSync(parts);
}
