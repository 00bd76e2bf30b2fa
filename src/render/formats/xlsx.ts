/**
 * XLSX: a sheet per report with real numbers and dates: title and caption rows above, a heading that stays in sight and is
 * printed on every page, columns as wide as what they hold, notes below.
 */
import type { StatisticsReport, TableColumn, TableRow } from '../../domain/table.js';
import { type Sheet, type SheetCell, writeWorkbook } from '../../formats/xlsx-writer.js';
import { captionLines } from '../caption-lines.js';
import { cellText, headingTexts } from '../cell-text.js';
import { textWidth } from '../chinese-wrap.js';

const WIDEST = 50;
const NARROWEST = 8;
const LANDSCAPE_FROM = 90;
/** What a landscape page shows at a size that can be read; above it text is wrapped in narrower columns. */
const PAGE = 150;
const NARROWEST_WRAPPED = 16;

const KINDS = { text: 'text', count: 'number', days: 'number', percent: 'percent', date: 'date' } as const;

/** A number or date as itself; what has no value reads — as everywhere. */
const tableCell = (row: TableRow, column: TableColumn): SheetCell => {
  const value = row[column.id];
  if (typeof value === 'number') return { value, kind: column.type === 'percent' ? 'percent' : 'number', boxed: true };
  if (typeof value === 'string') return { value, kind: KINDS[column.type] === 'date' ? 'date' : 'text', boxed: true };
  return { value: cellText(row, column) || null, kind: KINDS[column.type], boxed: true };
};

/** The widths, the widest columns narrowed until a page holds them. */
const fitted = (widths: readonly number[]): readonly number[] => {
  const narrowed = (limit: number): readonly number[] => widths.map((width) => Math.min(limit, width));
  for (let limit = WIDEST; limit > NARROWEST_WRAPPED; limit -= 2)
    if (narrowed(limit).reduce((sum, width) => sum + width, 0) <= PAGE) return narrowed(limit);
  return narrowed(NARROWEST_WRAPPED);
};

/** Lines of the highest cell of a row. A line breaks before it is full: a character or a word does not fit any more. */
const linesOf = (row: readonly SheetCell[], widths: readonly number[]): number => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return row.reduce((most, { value, kind, role }, i) => {
    if (kind !== 'text' || role === 'title') return most;
    const room = (role === 'caption' ? whole : (widths[i] ?? NARROWEST)) - 2;
    const lines = String(value ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
    return Math.max(most, lines);
  }, 1);
};

const sheetOf = (report: StatisticsReport): Sheet => {
  const { caption, columns, rows, totals, notes = [] } = report;
  const headings = headingTexts(columns);
  const text = (value: string, role?: SheetCell['role']): SheetCell => ({
    value,
    kind: 'text',
    ...(role ? { role } : {}),
  });
  const head: readonly (readonly SheetCell[])[] = [
    [text(caption.title, 'title')],
    ...captionLines(caption).map((line) => [text(`${line.title}：${line.text}`, 'caption')]),
    headings.map((heading): SheetCell => ({ value: heading, kind: 'text', role: 'heading', boxed: true })),
  ];
  const all = totals ? [...rows, totals] : rows;
  const widths = fitted(
    columns.map((column, i) => {
      const content = all.reduce(
        (most, row) => Math.max(most, textWidth(cellText(row, column))),
        textWidth(headings[i] ?? ''),
      );
      return Math.min(WIDEST, Math.max(NARROWEST, content + 2));
    }),
  );
  const laid: readonly (readonly SheetCell[])[] = [
    ...head,
    ...rows.map((row) => columns.map((column) => tableCell(row, column))),
    ...(totals ? [columns.map((column): SheetCell => ({ ...tableCell(totals, column), role: 'total' }))] : []),
    ...notes.map((note) => [text(`注：${note}`, 'caption')]),
  ];
  return {
    name: caption.title,
    widths,
    rows: laid,
    lines: laid.map((row) => linesOf(row, widths)),
    frozenRows: head.length,
    landscape: widths.reduce((sum, width) => sum + width, 0) > LANDSCAPE_FROM,
  };
};

/** Several reports make one workbook, a sheet each. */
export const renderWorkbook = (reports: readonly StatisticsReport[]): Promise<Uint8Array> =>
  writeWorkbook(reports.map(sheetOf), reports[0]?.caption.asOf ?? '1970-01-01T00:00:00');

export const renderXlsx = (report: StatisticsReport): Promise<Uint8Array> => renderWorkbook([report]);
