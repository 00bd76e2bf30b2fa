/**
 * 终端表格 (tables of characters): columns that align with Chinese text at any width.
 *
 * cli-table3 draws the borders; the text is wrapped here beforehand, because its own wrapping loses Chinese characters.
 * Text columns give way before numbers do. A table too wide even so is cut into several, each with its leading text
 * columns repeated: nothing is ever truncated. Without a width nothing is wrapped.
 */
import Table from 'cli-table3';
import { chineseWrap, isUsual, textWidth } from './chinese-wrap.js';
import { inkFor, type Layout } from './layout.js';

interface TextColumn {
  readonly heading: string;
  readonly right: boolean;
}

export interface TextTable {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The last row is the total and stands out. */
  readonly hasTotal?: boolean;
}

/** A blank on each side of a cell and the border before it. */
const PADDING = 3;
const NARROWEST_TEXT = 10;
const NARROWEST_NUMBER = 6;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** Takes width from the widest column that can still give, one column of characters at a time, until the table fits. */
const fitted = (natural: readonly number[], least: readonly number[], room: number): readonly number[] => {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over--) {
    let place = -1;
    for (let i = 0; i < widths.length; i++)
      if ((widths[i] ?? 0) > (least[i] ?? 0) && (place < 0 || (widths[i] ?? 0) > (widths[place] ?? 0))) place = i;
    if (place < 0) break;
    widths[place] = (widths[place] ?? 0) - 1;
  }
  return widths;
};

/** The widest text of a column. */
const widest = (texts: readonly string[]): string =>
  texts.reduce((most, text) => (textWidth(text) > textWidth(most) ? text : most), '');

const drawn = ({ columns, rows, hasTotal }: TextTable, widths: readonly number[], layout: Layout): string => {
  const ink = inkFor(layout);
  const bold = (text: string): string =>
    text
      .split('\n')
      .map((line) => ink.bold(line))
      .join('\n');
  const strong = (n: number): boolean => hasTotal === true && n === rows.length - 1;
  const headings = columns.map((column, i) => chineseWrap(column.heading, widths[i] ?? 0));
  const compact = rows.every((row) => row.every((cell, i) => textWidth(cell) <= (widths[i] ?? 0)));
  const table = new Table({
    head: headings.map(bold),
    colAligns: columns.map((column) => (column.right ? 'right' : 'left')),
    // Without these cli-table3 colours headings and borders, in a pipe too.
    style: { head: [], border: [], compact },
  });
  // cli-table3 looks at each cell so long that a table of 200 rows takes as long to draw as Node to start. Where each row is one
  // line, it draws the frame around the widest cells, and the rows are laid into it.
  if (compact && rows.length > 0 && rows.every((row) => row.every(isUsual))) {
    const fullest = columns.map((_, i) => widest(rows.map((row) => row[i] ?? '')));
    table.push(fullest);
    const sizes = fullest.map((cell, i) => Math.max(textWidth(cell), textWidth(headings[i] ?? '')));
    const line = (row: readonly string[], n: number): string =>
      columns
        .map(({ right }, i) => {
          const cell = row[i] ?? '';
          const blank = ' '.repeat((sizes[i] ?? 0) - textWidth(cell));
          const text = strong(n) ? bold(cell) : cell;
          return right ? `│ ${blank}${text} ` : `│ ${text}${blank} `;
        })
        .join('');
    return table
      .toString()
      .split('\n')
      .toSpliced(-2, 1, ...rows.map((row, n) => `${line(row, n)}│`))
      .join('\n');
  }
  for (const [n, row] of rows.entries()) {
    const cells = columns.map((_, i) => chineseWrap(row[i] ?? '', widths[i] ?? 0));
    table.push(strong(n) ? cells.map(bold) : cells);
  }
  return table.toString();
};

/** Which columns stand together so that each part fits: the leading text columns, then as many others as there is room. */
const parts = (
  columns: readonly TextColumn[],
  least: readonly number[],
  room: number,
): readonly (readonly number[])[] => {
  const firstNumber = columns.findIndex((column) => column.right);
  const leading = firstNumber <= 0 ? 1 : firstNumber;
  const fixed = sum(least.slice(0, leading).map((width) => width + PADDING));
  const found: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (let i = leading; i < columns.length; i++) {
    const width = (least[i] ?? 0) + PADDING;
    if (used + width > room) {
      found.push(Array.from({ length: leading }, (_, place) => place));
      used = fixed;
    }
    found[found.length - 1]?.push(i);
    used += width;
  }
  return found;
};

export const terminalTable = (table: TextTable, layout: Layout): string => {
  const { columns, rows } = table;
  const natural = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, textWidth(row[i] ?? '')), textWidth(column.heading)),
  );
  if (layout.width === null) {
    const flat = rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
    return drawn({ ...table, rows: flat }, natural, layout);
  }
  const least = columns.map((column, i) => {
    const content = rows.reduce((most, row) => Math.max(most, textWidth(row[i] ?? '')), 0);
    return column.right
      ? Math.max(content, Math.min(natural[i] ?? 0, NARROWEST_NUMBER))
      : Math.min(natural[i] ?? 0, NARROWEST_TEXT);
  });
  // The last border closes the table.
  const room = layout.width - 1;
  if (sum(least) + columns.length * PADDING <= room || columns.length < 2)
    return drawn(table, fitted(natural, least, room - columns.length * PADDING), layout);
  return parts(columns, least, room)
    .map((places) => {
      const picked = <T>(values: readonly T[]): readonly T[] =>
        places.flatMap((place) => values.slice(place, place + 1));
      const part = { ...table, columns: picked(columns), rows: rows.map(picked) };
      return drawn(part, fitted(picked(natural), picked(least), room - places.length * PADDING), layout);
    })
    .join('\n');
};
