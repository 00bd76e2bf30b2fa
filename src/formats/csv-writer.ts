/**
 * Rows -> CSV text in the source's own columns and order, with 错误单元格 and 错误说明 at the end (退回文件). Nothing of a row is lost:
 * cells beyond the headings stand after the two explanations. A cell that a spreadsheet program would run as a formula gets
 * an apostrophe in front, which the import takes off again.
 */
import type { Headings, RawRow } from '../domain/record.js';
import type { Delimiter } from './csv-reader.js';
import type { RowWriter } from './rows.js';

export const REJECT_HEADINGS = ['错误单元格', '错误说明'] as const;

/** Plain numbers, dates with a minus and `="0012"` do no harm; any other cell that begins like a formula is guarded. */
const isFormula = (cell: string): boolean => {
  const first = cell.charCodeAt(0);
  if (first !== 61 && first !== 43 && first !== 45 && first !== 64) return false;
  return cell.length > 1 && !/^[+-][\d., -]+$/.test(cell) && !/^="[^"]*"$/.test(cell);
};

const asText = (cell: string | readonly string[] | undefined): string =>
  typeof cell === 'string' ? cell : (cell?.join('、') ?? '');

export const csvWriter = (headings: Headings, delimiter: Delimiter): RowWriter => {
  const special = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  const quoted = (cell: string): string => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(delimiter)}\r\n`;
  // The source may be a rejects file itself: its explanations are replaced, not doubled.
  const own = headings.names.map((name, at) => ({ name, at })).filter(({ name }) => !isReject(name));
  return {
    begin: () => line([...own.map(({ name }) => name), ...REJECT_HEADINGS]),
    row(row: RawRow, cells, why) {
      const guarded = (at: number): string => {
        const text = asText(row.cells[at]);
        return isFormula(text) ? `'${text}` : text;
      };
      const surplus = row.cells.slice(headings.names.length).map((_, k) => guarded(headings.names.length + k));
      return line([...own.map(({ at }) => guarded(at)), cells, why, ...surplus]);
    },
  };
};

const isReject = (name: string): boolean => REJECT_HEADINGS.some((heading) => heading === name.trim());
