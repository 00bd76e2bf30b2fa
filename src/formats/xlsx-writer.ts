/**
 * Sheets -> XLSX bytes (through hucre). Takes cells that already know what they are: real numbers, real dates, text that is
 * never run as a formula. Does not know tables or captions; render lays those out.
 * Text longer than a spreadsheet cell holds is cut there, and says so.
 */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';

export interface SheetCell {
  /** A date as ISO text with `kind: 'date'`; null leaves the cell empty. */
  readonly value: string | number | null;
  readonly kind: 'text' | 'number' | 'percent' | 'date';
  readonly role?: 'title' | 'caption' | 'heading' | 'total';
  /** A cell of the table proper has a border. */
  readonly boxed?: true;
}

export interface Sheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Rows that stay in sight and are printed on every page, counted from the top. */
  readonly frozenRows: number;
  /** The last of the frozen rows is the heading of the table. */
  readonly landscape: boolean;
}

/** The most characters that a cell of a spreadsheet program holds. */
const CELL_LIMIT = 32_767;
const CUT_MARK = '…（超出单元格长度，余下从略）';

/** Characters that XML has no place for; a spreadsheet with one of them does not open. */
const isForbidden = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 13;

const cellText = (text: string): string => {
  let clean = '';
  for (const character of text) if (!isForbidden(character.codePointAt(0) ?? 0)) clean += character;
  return clean.length > CELL_LIMIT ? clean.slice(0, CELL_LIMIT - CUT_MARK.length) + CUT_MARK : clean;
};

const EDGE = { style: 'thin', color: { rgb: '999999' } } as const;
const BORDER = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
const FORMATS = { number: '0', percent: '0.0%', date: 'yyyy-mm-dd', text: '@' } as const;

const styleOf = ({ kind, role, boxed }: SheetCell): CellStyle => ({
  numFmt: FORMATS[kind],
  alignment: {
    vertical: 'center',
    horizontal: role === 'heading' ? 'center' : kind === 'number' || kind === 'percent' ? 'right' : 'left',
    wrapText: boxed === true,
  },
  ...(role === 'title' || role === 'heading' || role === 'total'
    ? { font: { bold: true, ...(role === 'title' ? { size: 16 } : {}) } }
    : {}),
  ...(role === 'heading' ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } } as const } : {}),
  ...(boxed ? { border: BORDER } : {}),
});

const storedValue = ({ value, kind }: SheetCell): string | number | Date | null => {
  if (kind === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    return new Date(`${value}T00:00:00Z`);
  return typeof value === 'string' ? cellText(value) : value;
};

const NAME_LIMIT = 31;

/** Names that a workbook accepts, each once. */
const sheetNames = (sheets: readonly Sheet[]): readonly string[] => {
  const used = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[[\]:*?/\\']/g, '').slice(0, NAME_LIMIT) || '表';
    let unique = plain;
    for (let n = 2; used.has(unique); n++) unique = `${plain.slice(0, NAME_LIMIT - 4)}（${n}）`;
    used.add(unique);
    return unique;
  });
};

const written = (sheet: Sheet, name: string): WriteSheet => ({
  name,
  columns: sheet.widths.map((width) => ({ width })),
  rows: sheet.rows.map((row) => row.map(storedValue)),
  cells: new Map(
    sheet.rows.flatMap((row, r) =>
      row.map((cell, c): [string, { style: CellStyle }] => [`${r},${c}`, { style: styleOf(cell) }]),
    ),
  ),
  freezePane: { rows: sheet.frozenRows },
  pageSetup: {
    paperSize: 'a4',
    orientation: sheet.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `$${sheet.frozenRows}:$${sheet.frozenRows}`,
  },
});

/** `created` is an ISO date-time: the workbook carries no other clock, so that the same sheets give the same bytes. */
export const writeWorkbook = async (sheets: readonly Sheet[], created: string): Promise<Uint8Array> => {
  const names = sheetNames(sheets);
  const time = new Date(created.endsWith('Z') ? created : `${created}Z`);
  return writeXlsx({
    sheets: sheets.map((sheet, i) => written(sheet, names[i] ?? sheet.name)),
    properties: { created: time, modified: time },
  });
};
