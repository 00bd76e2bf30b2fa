/**
 * A workbook (xlsx, xls) -> its sheet as CSV text that the rest of the import reads like any other. Sole user of hucre. Every
 * row and column keeps its place, blank ones too, so that `F6` in a message is F6 in the workbook. Trap: numbers beyond 15 digits
 * are already damaged in the workbook; they are passed on as they are and refused, with the cure, where they are read.
 */
import type { CellValue, Sheet, Workbook } from 'hucre';
import { Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import { readBytes } from '../files/index.js';
import { SAVE_AS_CSV } from './encoding.js';

/** 工作表 as text, and what else the workbook holds. */
export interface SheetText {
  readonly name: string;
  readonly csv: string;
  /** Further visible sheets with content; they are not read. */
  readonly others: readonly string[];
}

/** Larger workbooks would be unpacked into gigabytes; such tables are exported as CSV anyway. */
const LARGEST = 200 << 20;

const textOf = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const iso = value.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  if (typeof value === 'boolean') return value ? '是' : '否';
  // Digits that the workbook no longer knows are not made up: the number shows as what it is, 1.1E+17.
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
    return value.toExponential();
  return String(value);
};

const quoted = (text: string): string => (/["\r\n,]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvOf = ({ rows }: Sheet): string => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, column) => column);
  return rows.map((row) => `${columns.map((column) => quoted(textOf(row[column]))).join(',')}\r\n`).join('');
};

const hasContent = ({ rows }: Sheet): boolean => rows.some((row) => row.some((cell) => textOf(cell).trim() !== ''));

/** True for the first bytes of a zip container (xlsx) or of an old compound document (xls, et). */
export const isWorkbook = (head: Uint8Array): boolean =>
  (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) ||
  (head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0);

const opened = async (bytes: Uint8Array, shown: string): Promise<Workbook> => {
  // Loaded when needed: most imports are CSV, and start-up counts.
  const { readXls, readXlsx } = await import('hucre/xlsx');
  try {
    return await (bytes[0] === 0x50 ? readXlsx(bytes) : readXls(bytes));
  } catch {
    throw new Failure(
      3,
      'workbook-unreadable',
      `“${shown}”不是可以读取的表格文件，可能已损坏、加了密码，或是其他文档`,
      `请先取消密码；${SAVE_AS_CSV}`,
    );
  }
};

/** Reads one sheet: the named one, else the first visible one that holds anything. */
export const readWorkbook = async (path: string, shown: string, wanted: string | undefined): Promise<SheetText> => {
  const bytes = readBytes(path);
  if (bytes.length > LARGEST) throw new Failure(3, 'workbook-too-big', `“${shown}”太大，无法直接读取`, SAVE_AS_CSV);
  const { sheets } = await opened(bytes, shown);
  const visible = sheets.filter((sheet) => !sheet.hidden && !sheet.veryHidden && hasContent(sheet));
  const sheet = wanted === undefined ? visible[0] : sheets.find(({ name }) => name === wanted);
  if (sheet === undefined) {
    if (wanted === undefined) throw new Failure(3, 'file-empty', `“${shown}”里没有内容`, '请核对是否选错了文件');
    const names = sheets.map(({ name }) => name);
    const close = nearest(wanted, names);
    throw new Failure(
      3,
      'sheet-unknown',
      `“${shown}”里没有工作表“${wanted}”`,
      `${close ? `是否指“${close}”？` : ''}现有工作表：${names.join('、')}`,
    );
  }
  return {
    name: sheet.name,
    csv: csvOf(sheet),
    others: wanted === undefined ? visible.slice(1).map(({ name }) => name) : [],
  };
};
