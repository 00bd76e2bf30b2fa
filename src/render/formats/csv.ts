/**
 * CSV: the table for a spreadsheet program: UTF-8 with BOM and CRLF, which Excel and WPS open without asking.
 *
 * Caption and notes stand above and below the table, so that a printed sheet proves itself too. Text that a spreadsheet
 * would run as a formula gets an apostrophe before it; numbers, negative ones too, stay numbers.
 */
import { stringify } from 'csv-stringify/sync';
import type { StatisticsReport, TableColumn, TableRow } from '../../domain/table.js';
import { captionLines } from '../caption-lines.js';
import { cellText, headingTexts } from '../cell-text.js';

/** Half and full width signs at which spreadsheet programs begin a formula, and the blanks they skip before one. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]/;

const guarded = (text: string): string => (FORMULA.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text);

const csvCell = (row: TableRow, column: TableColumn): string => {
  const text = cellText(row, column);
  return typeof row[column.id] === 'number' ? text : guarded(text);
};

export const renderCsv = (report: StatisticsReport): string => {
  const { caption, columns, rows, totals, notes = [] } = report;
  const all = totals ? [...rows, totals] : rows;
  const lines: readonly (readonly string[])[] = [
    [guarded(caption.title)],
    ...captionLines(caption).map(({ title, text }) => [title, guarded(text)]),
    [],
    headingTexts(columns).map(guarded),
    ...all.map((row) => columns.map((column) => csvCell(row, column))),
    ...(notes.length ? [[], ...notes.map((note) => ['注', guarded(note)])] : []),
  ];
  return stringify(lines as string[][], { bom: true, record_delimiter: 'windows' });
};
