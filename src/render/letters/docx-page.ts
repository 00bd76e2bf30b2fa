/**
 * DOCX 页面: the shared parts of letters and sheets, made once by the docx package and filled with text: A4 with the margins
 * and grid of page.ts, the red head and foot lines of the letter form on its first page, page numbers outside on the
 * others (odd right, even left).
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  type IPropertiesOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { letterStyles, STYLE } from './docx-styles.js';
import { HEAD_OUTDENT, headSize, LINE_PITCH, MARGIN, PAGE, RED } from './page.js';
import { archiveWith, type Parts } from './word-archive.js';
import { xmlText } from './word-xml.js';

/** — 1 —, 4号宋体. */
const pageNumber = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: STYLE.page,
        alignment,
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

/** 发文机关标志 and, 4 mm below, the thick-thin red line. */
const head = (office: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.head,
        indent: HEAD_OUTDENT,
        spacing: { line: 640, lineRule: 'exact' },
        border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 11, color: RED } },
        children: [new TextRun({ text: office, size: headSize(office) })],
      }),
    ],
  });

/** The thin-thick red line 20 mm above the lower edge. */
const foot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: HEAD_OUTDENT,
        spacing: { line: 20, lineRule: 'exact' },
        border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 1, color: RED } },
      }),
    ],
  });

/**
 * One section; `office` names the sender of a letter in its head, null for sheets. Sheets have no grid: it would spread the
 * lines of their cells to the pitch of the letter.
 */
const section = (office: string | null, children: ISectionOptions['children']): ISectionOptions => ({
  properties: {
    page: { size: PAGE, margin: { ...MARGIN, gutter: 0 } },
    type: SectionType.NEXT_PAGE,
    ...(office === null ? {} : { grid: { type: DocumentGridType.LINES, linePitch: LINE_PITCH } }),
    titlePage: office !== null,
  },
  ...(office === null ? {} : { headers: { first: head(office) } }),
  footers: {
    default: pageNumber(AlignmentType.RIGHT),
    even: pageNumber(AlignmentType.LEFT),
    ...(office === null ? {} : { first: foot() }),
  },
  children,
});

/** Word 2013 layout rules (15): the grid and the line breaking of Chinese text are those of a present office program. */
const PROPERTIES = {
  styles: letterStyles,
  evenAndOddHeaderAndFooters: true,
  compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true },
} satisfies Partial<IPropertiesOptions>;

/** Stands in the skeleton where the text of a section goes; it is gone before a letter's text comes in. */
const PLACE = 'XINGJI-SECTION';
const PLACE_PARAGRAPH = new RegExp(`<w:p>(?:(?!</w:p>).)*${PLACE}(?:(?!</w:p>).)*</w:p>`);
const DOCUMENT = 'word/document.xml';
const CORE = 'docProps/core.xml';

/** Everything of a file but the text of its sections. */
export interface Skeleton {
  readonly file: (own: Parts) => Uint8Array;
  /** document.xml around and between the sections: one piece more than there are sections. */
  readonly around: readonly string[];
}

/** Packs the shared parts once: a section for each entry, with a letter's head where it names the office. */
export const makeSkeleton = async (heads: readonly (string | null)[]): Promise<Skeleton> => {
  // The last paragraph of a section carries its page: as low as can be, so that a full page is not followed by a blank one.
  const end = (): Paragraph => new Paragraph({ spacing: { line: 20, lineRule: 'exact' } });
  const sections = heads.map((office, i) =>
    section(office, [new Paragraph(PLACE), ...(i < heads.length - 1 ? [end()] : [])]),
  );
  const {
    [DOCUMENT]: document,
    [CORE]: _core,
    ...shared
  } = unzipSync(await Packer.toBuffer(new Document({ ...PROPERTIES, sections })));
  return {
    file: archiveWith(shared),
    around: strFromU8(document ?? new Uint8Array()).split(PLACE_PARAGRAPH),
  };
};

/** What a file says of itself. No time: the same letter gives the same bytes. */
const coreProperties = (title: string, creator: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(creator)}</dc:creator></cp:coreProperties>`;

/** The bytes of a file: the skeleton with the text of its sections. */
export const wordFile = (
  { file, around }: Skeleton,
  title: string,
  creator: string,
  texts: readonly string[],
): Uint8Array => {
  const document = around.map((piece, i) => piece + (texts[i] ?? '')).join('');
  return file({ [CORE]: strToU8(coreProperties(title, creator)), [DOCUMENT]: strToU8(document) });
};
