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
  /** A title or caption goes over the whole width of the sheet. */
  readonly role?: 'title' | 'caption' | 'heading' | 'total';
  /** A cell of the table proper has a border. */
  readonly boxed?: true;
}

export interface Sheet {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Lines of text that each row must have room for: no program works it out alike, and some not at all. */
  readonly lines: readonly number[];
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

/** Named in every style: a style that names no font gets another one in each program. */
const FONT = '宋体';
const LINE_POINTS = 15;
const TITLE_POINTS = 26;

const isSpanning = ({ role }: SheetCell): boolean => role === 'title' || role === 'caption';

const styleOf = ({ kind, role, boxed }: SheetCell): CellStyle => ({
  numFmt: FORMATS[kind],
  alignment: {
    vertical: 'center',
    horizontal: role === 'heading' ? 'center' : kind === 'number' || kind === 'percent' ? 'right' : 'left',
    wrapText: boxed === true || role === 'caption',
  },
  font: {
    name: FONT,
    size: role === 'title' ? 16 : 11,
    ...(role === 'title' || role === 'heading' || role === 'total' ? { bold: true } : {}),
  },
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
  rowDefs: new Map(
    sheet.rows.map((row, r) => [
      r,
      { height: row[0]?.role === 'title' ? TITLE_POINTS : LINE_POINTS * (sheet.lines[r] ?? 1) },
    ]),
  ),
  merges:
    sheet.widths.length < 2
      ? []
      : sheet.rows.flatMap((row, r) =>
          row[0] && isSpanning(row[0])
            ? [{ startRow: r, startCol: 0, endRow: r, endCol: sheet.widths.length - 1 }]
            : [],
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
