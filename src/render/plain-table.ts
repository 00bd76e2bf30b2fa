/** 清单 (lists): notices, leads, runs and the like as an aligned table of text. Columns of numbers stand to the right. */
import type { Layout } from './layout.js';
import { terminalTable } from './terminal-table.js';

const NUMBER = /^[+\-−]?\d+(\.\d+)?%?$/;

export const plainTable = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  layout: Layout,
): string => {
  if (!rows.length) return '没有记录。';
  const right = (place: number): boolean => rows.every((row) => NUMBER.test(row[place] ?? ''));
  return terminalTable({ columns: headings.map((heading, place) => ({ heading, right: right(place) })), rows }, layout);
};
