/**
 * Rows -> YAML records in the source's own keys and order, with 错误单元格 and 错误说明 at the end (退回文件). Text is double-quoted as in
 * JSON, which YAML reads as it is, so that nothing changes on the way back.
 */
import type { RawRow } from '../domain/record.js';
import { REJECT_HEADINGS } from './csv-writer.js';
import type { RowWriter } from './rows.js';

/** JSON leaves these as they are, but YAML takes them for line breaks or refuses them. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const keyText = (key: string): string =>
  /^[\p{Script=Han}A-Za-z_][\p{Script=Han}\w]*$/u.test(key) ? key : quoted(key);

const valueText = (cell: string | readonly string[] | undefined): string => {
  if (cell === undefined) return '';
  return typeof cell === 'string' ? ` ${quoted(cell)}` : ` [${cell.map(quoted).join(', ')}]`;
};

/** `kind` is written above the records, so that the file needs no --kind to come back. */
export const yamlWriter = (kind: string): RowWriter => ({
  begin: () => `kind: ${kind}\nrecords:\n`,
  row(row: RawRow, cells, why) {
    const entries = row.headings.names
      .map((name, at) => [name, row.cells[at]] as const)
      .filter(([name]) => !REJECT_HEADINGS.some((heading) => heading === name));
    const all = [...entries, [REJECT_HEADINGS[0], cells] as const, [REJECT_HEADINGS[1], why] as const];
    return all.map(([name, cell], at) => `  ${at === 0 ? '- ' : '  '}${keyText(name)}:${valueText(cell)}\n`).join('');
  },
});
