/**
 * DOCX 构件: paragraphs, tables and forms of letters and sheets, in the styles of docx-styles.ts. Knows how a piece looks
 * and not what a letter says; used for letters and for the shipped templates alike.
 */
import type { LetterBlock, LetterTable, SheetRow } from '../../domain/letter.js';
import { STYLE } from './docx-styles.js';
import { CHARACTER, FACE, TEXT_WIDTH } from './page.js';
import { cellOf, paragraphOf, rowOf, run, tableOf } from './word-xml.js';

export const paragraph = (style: string, text: string): string => paragraphOf({ style }, run(text));
export const body = (text: string): string => paragraph(STYLE.body, text);
export const blank = (keepNext = false): string => paragraphOf({ style: STYLE.body, keepNext }, '');

/** （一）in 楷体, its text after it in the body face. */
const item = (label: string, text: string): string =>
  paragraphOf({ style: STYLE.body }, run(`${label}。`, { style: STYLE.item }) + run(text));

/** 密级 flush left and 文号 flush right, on the line under the head. */
export const numberLine = (secrecy: string, number: string): string =>
  paragraphOf({ style: STYLE.number, rightTab: TEXT_WIDTH }, run(secrecy, { face: FACE.heading }) + run(`\t${number}`));

/** 密级 of a sheet, a line of its own. */
export const secrecyLine = (secrecy: string): string =>
  paragraphOf({ style: STYLE.number }, run(secrecy, { face: FACE.heading }));

/** 附件：1. … with the numbers below each other; kept with what follows, so that no signature stands on a page alone. */
export const attachmentLines = (names: readonly string[]): readonly string[] =>
  names.map((name, i) =>
    paragraphOf(
      {
        keepNext: true,
        indent: { left: 5 * CHARACTER, ...(i === 0 ? { hanging: 3 * CHARACTER } : {}) },
        align: 'left',
      },
      run(`${i === 0 ? '附件：' : ''}${i + 1}. ${name}`),
    ),
  );

/** 署名 or 成文日期: so many twips from the right. */
export const signed = (text: string, right: number, keepNext: boolean): string =>
  paragraphOf({ keepNext, indent: { right }, align: 'right' }, run(text));

/** Shares of the line as twips that add up to it exactly. */
const columnWidths = (shares: readonly number[]): readonly number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / total));
  const used = widths.slice(0, -1).reduce((sum, width) => sum + width, 0);
  return [...widths.slice(0, -1), TEXT_WIDTH - used];
};

/** A table whose headings repeat on every page; a row is never cut in two. */
export const listTable = ({ columns, rows }: LetterTable): string => {
  const widths = columnWidths(columns.map((column) => column.width));
  const cells = (style: string, texts: readonly string[]): readonly string[] =>
    texts.map((text, i) => cellOf(style, text, widths[i] ?? 0));
  const titles = columns.map((column) => column.title);
  return tableOf(widths, [
    rowOf(cells(STYLE.cellTitle, titles), { heading: true, whole: true }),
    ...rows.map((row) => rowOf(cells(STYLE.cell, row), { whole: true })),
  ]);
};

const FORM_WIDTHS = columnWidths([16, 34, 16, 34]);

/** A form: heading and value in pairs, one pair over the whole width or two beside each other. Long rows may cross a page. */
export const formTable = (rows: readonly SheetRow[]): string => {
  const [label = 0, half = 0] = FORM_WIDTHS;
  return tableOf(
    FORM_WIDTHS,
    rows.map((pairs) =>
      rowOf(
        pairs.flatMap(({ title, value }) => [
          cellOf(STYLE.cellTitle, title, label),
          pairs.length === 1 ? cellOf(STYLE.cell, value, TEXT_WIDTH - label, 3) : cellOf(STYLE.cell, value, half),
        ]),
      ),
    ),
  );
};

export const block = (each: LetterBlock): string => {
  switch (each.type) {
    case 'paragraph':
      return body(each.text);
    case 'item':
      return item(each.label, each.text);
    case 'table':
      return listTable(each.table);
  }
};
