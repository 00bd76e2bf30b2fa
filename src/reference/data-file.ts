/**
 * Reads one of the small CSV files of data/ (参考数据) into rows keyed by heading, each with its line. Offices edit these
 * files in WPS, so a file that is not as it should be is a known failure with file:line and a cure, never a guess.
 * Knows nothing of what the columns mean.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { exists, readText } from '../files/index.js';
import { CsvScanner } from '../formats/csv-scanner.js';

/** One row: the cell under a heading, trimmed; a column that the row lacks is empty. */
export interface DataRow {
  readonly line: number;
  cell(heading: string): string;
}

export const dataFault = (path: string, line: number, message: string, hint: string): Failure =>
  new Failure(EXIT.usage, 'reference-invalid', `参考数据 ${path}:${line} ${message}`, hint, [
    { code: 'reference-invalid', severity: 'error', path, line, message, hint },
  ]);

/**
 * The rows of a text with the line each begins on; these files are small, so the text is one chunk. Without a quotation mark a row
 * is a line and a cell what stands between commas: asking no scanner saves every call a hundredth of a second.
 */
const csvRows = (text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] => {
  if (!text.includes('"') && !/\r(?!\n)/.test(text))
    return text.split(/\r?\n/).map((row, i) => ({ line: i + 1, cells: row.split(',') }));
  const left = [text];
  const scanner = new CsvScanner({ next: () => left.pop() ?? null }, ',');
  const rows: { line: number; cells: readonly string[] }[] = [];
  for (let cells = scanner.next(); cells !== null; cells = scanner.next()) rows.push({ line: scanner.line, cells });
  return rows;
};

/** All rows of a file that must have the given columns; blank rows are skipped. */
export const readDataFile = (path: string, columns: readonly string[]): readonly DataRow[] => {
  if (!exists(path))
    throw new Failure(
      EXIT.usage,
      'reference-missing',
      `找不到参考数据 ${path}`,
      '重新安装，或从安装包里取回 data 文件夹',
    );
  const [head, ...body] = csvRows(readText(path));
  const headings = (head?.cells ?? []).map((name) => name.trim());
  const missing = columns.filter((name) => !headings.includes(name));
  if (missing.length > 0)
    throw dataFault(path, 1, `缺少列“${missing.join('、')}”`, `第一行应为：${columns.join(',')}，用 UTF-8 编码保存`);
  return body
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cell: (heading) => cells[headings.indexOf(heading)]?.trim() ?? '',
    }));
};

/** 别名 of a cell, written one after the other with ； or ; between them. */
export const namesIn = (cell: string): readonly string[] =>
  cell
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
