/**
 * DOCX 构件: paragraphs, tables and forms of letters and sheets, in the styles of docx-styles.ts. Knows how a piece looks
 * and not what a letter says; used for letters and for the shipped templates alike.
 */
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LetterBlock, LetterTable, SheetRow } from '../../domain/letter.js';
import { STYLE } from './docx-styles.js';
import { CHARACTER, TEXT_WIDTH } from './page.js';

/** Widow control is off: it would leave lines of the 22 empty, which letters of this form do not have. */
export const paragraph = (style: string, text: string): Paragraph =>
  new Paragraph({ style, text, widowControl: false });
export const body = (text: string): Paragraph => paragraph(STYLE.body, text);
export const blank = (keepNext = false): Paragraph => new Paragraph({ style: STYLE.body, keepNext });

/** （一）in 楷体, its text after it in the body face. */
export const item = (label: string, text: string): Paragraph =>
  new Paragraph({
    style: STYLE.body,
    widowControl: false,
    children: [new TextRun({ style: STYLE.item, text: `${label}。` }), new TextRun(text)],
  });

export const titleParagraph = (style: string, lines: readonly string[]): Paragraph =>
  new Paragraph({ style, children: lines.map((text, i) => new TextRun({ text, ...(i > 0 ? { break: 1 } : {}) })) });

/** 附件：1. … with the numbers below each other; kept with what follows, so that no signature stands on a page alone. */
export const attachmentLines = (names: readonly string[]): readonly Paragraph[] =>
  names.map(
    (name, i) =>
      new Paragraph({
        alignment: AlignmentType.LEFT,
        keepNext: true,
        keepLines: true,
        indent: { left: 5 * CHARACTER, ...(i === 0 ? { hanging: 3 * CHARACTER } : {}) },
        text: `${i === 0 ? '附件：' : ''}${i + 1}. ${name}`,
      }),
  );

/** 署名 or 成文日期: so many twips from the right. */
export const signed = (text: string, right: number, keepNext: boolean): Paragraph =>
  new Paragraph({ alignment: AlignmentType.RIGHT, keepNext, keepLines: true, indent: { right }, text });

const ROW_HEIGHT = { value: 560, rule: HeightRule.ATLEAST } as const;

const cell = (style: string, text: string, width: number, span = 1): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: text.split('\n').map((line) => paragraph(style, line)),
  });

const table = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
  });

/** Shares of the line as twips that add up to it exactly. */
export const columnWidths = (shares: readonly number[]): readonly number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / total));
  widths[widths.length - 1] = TEXT_WIDTH - widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return widths;
};

/** A table whose headings repeat on every page; a row is never cut in two. */
export const listTable = ({ columns, rows }: LetterTable): Table => {
  const widths = columnWidths(columns.map((column) => column.width));
  const row = (cells: readonly string[], style: string, tableHeader: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader,
      height: ROW_HEIGHT,
      children: cells.map((text, i) => cell(style, text, widths[i] ?? 0)),
    });
  return table(widths, [
    row(
      columns.map((column) => column.title),
      STYLE.cellTitle,
      true,
    ),
    ...rows.map((cells) => row(cells, STYLE.cell, false)),
  ]);
};

/** A form: heading and value in pairs, one pair over the whole width or two beside each other. Long rows may cross a page. */
export const formTable = (rows: readonly SheetRow[]): Table => {
  const widths = columnWidths([16, 34, 16, 34]);
  const [label = 0, half = 0] = widths;
  const whole = TEXT_WIDTH - label;
  return table(
    widths,
    rows.map(
      (pairs) =>
        new TableRow({
          height: ROW_HEIGHT,
          children: pairs.flatMap(({ title, value }) =>
            pairs.length === 1
              ? [cell(STYLE.cellTitle, title, label), cell(STYLE.cell, value, whole, 3)]
              : [cell(STYLE.cellTitle, title, label), cell(STYLE.cell, value, half)],
          ),
        }),
    ),
  );
};

export const block = (each: LetterBlock): Paragraph | Table => {
  switch (each.type) {
    case 'paragraph':
      return body(each.text);
    case 'item':
      return item(each.label, each.text);
    case 'table':
      return listTable(each.table);
  }
};
