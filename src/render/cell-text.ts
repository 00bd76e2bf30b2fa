/**
 * 单元格文字 (cells as people read them): the same in the terminal, CSV, Markdown and HTML, so that one number never looks
 * like two. A cell that is there but has no value (a change on base 0) is —; a cell that a row does not have is blank.
 */
import type { ColumnType, TableColumn, TableRow } from '../domain/table.js';

const NO_VALUE = '—';

/** 12.5% of the ratio 0.125, one decimal, rounded half away from zero; never −0.0%. */
const percentText = (ratio: number): string => {
  const tenths = Math.sign(ratio) * Math.round(Math.abs(ratio) * 1000);
  return `${(tenths === 0 ? 0 : tenths / 10).toFixed(1)}%`;
};

export const cellText = (row: TableRow, column: TableColumn): string => {
  const value = row[column.id];
  if (value === undefined) return '';
  if (value === null) return NO_VALUE;
  if (typeof value === 'number' && column.type === 'percent') return percentText(value);
  return String(value);
};

/** Numbers stand to the right, under each other. */
export const isNumeric = (type: ColumnType): boolean => type === 'count' || type === 'percent' || type === 'days';

/** Columns of one unit side by side, from which on only the first names it: 线索数（件）, 1月, 2月 … */
const SAME_UNIT = 3;

/** 人数（人）: headings say what is counted, so that a bare number never stands for itself. */
export const headingTexts = (columns: readonly TableColumn[]): readonly string[] => {
  const first = columns.findIndex((column) => column.unit);
  const unit = columns[first]?.unit;
  const counted = columns.filter((column) => column.unit);
  const shared = counted.length >= SAME_UNIT && counted.every((column) => column.unit === unit);
  return columns.map((column, i) =>
    column.unit && !(shared && i !== first) ? `${column.title}（${column.unit}）` : column.title,
  );
};
