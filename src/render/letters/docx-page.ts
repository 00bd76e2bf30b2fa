/**
 * DOCX 页面: the section of a letter or sheet: A4 with the margins and grid of page.ts, the red head and foot lines of the
 * letter form on its first page, page numbers outside on the others (odd right, even left).
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
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { letterStyles, STYLE } from './docx-styles.js';
import { HEAD_OUTDENT, headSize, LINE_PITCH, MARGIN, PAGE, RED } from './page.js';

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
export const section = (office: string | null, children: ISectionOptions['children']): ISectionOptions => ({
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

export const wordDocument = (title: string, creator: string, sections: readonly ISectionOptions[]): Document =>
  new Document({ ...PROPERTIES, title, creator, lastModifiedBy: creator, sections });
