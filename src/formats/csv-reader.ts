/** CSV source -> rows under their headings (表头): everything below the heading row, blank rows left out. */
import type { Headings, RawRow } from '../domain/record.js';
import type { Source } from '../files/index.js';
import { CsvScanner } from './csv-scanner.js';
import type { EncodingVerdict } from './encoding.js';
import type { RowProblem, RowReader } from './rows.js';
import { openText, type TextChunks } from './text-chunks.js';

/** 分隔符: comma, tab or semicolon. */
export type Delimiter = ',' | '\t' | ';';

export const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];

const isBlank = (cells: readonly string[]): boolean => {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
};

export class CsvRows implements RowReader {
  private readonly text: TextChunks;
  private readonly scanner: CsvScanner;
  readonly headings: Headings;
  /** Physical line of the heading row. */
  readonly headingLine: number;
  private record = 0;

  /**
   * `headingRow`: number of the row that holds the headings; rows up to it are passed over. `isRecord` says of a row that is
   * not blank whether it is a record; totals and headings in the middle are not, and are not counted.
   */
  constructor(
    private readonly source: Source,
    verdict: EncodingVerdict,
    delimiter: Delimiter,
    headingRow: number,
    private readonly isRecord: (cells: readonly string[], line: number, row: number) => boolean,
  ) {
    this.text = openText(source, verdict);
    this.scanner = new CsvScanner(this.text, delimiter);
    let names: readonly string[] = [];
    while (this.scanner.row < headingRow) names = this.scanner.next() ?? [];
    this.headings = { names };
    this.headingLine = this.scanner.line;
  }

  get problem(): RowProblem | null {
    return this.scanner.problem;
  }

  get hasControl(): boolean {
    return this.scanner.hasControl;
  }

  get bytesDone(): number {
    return this.text.bytesDone;
  }

  next(): RawRow | null {
    const { scanner } = this;
    for (let cells = scanner.next(); cells !== null; cells = scanner.next()) {
      if (isBlank(cells) || !this.isRecord(cells, scanner.line, scanner.row)) continue;
      this.record++;
      return { headings: this.headings, cells, line: scanner.line, record: this.record, row: scanner.row };
    }
    return null;
  }

  close(): void {
    this.source.close();
  }
}

/** The first rows of a source, for telling the heading row; `line` and `row` count from 1. */
export const firstRows = (
  source: Source,
  verdict: EncodingVerdict,
  delimiter: Delimiter,
  most: number,
): readonly (readonly string[])[] => {
  const scanner = new CsvScanner(openText(source, verdict), delimiter);
  const rows: string[][] = [];
  for (let cells = scanner.next(); cells !== null; cells = rows.length < most ? scanner.next() : null) rows.push(cells);
  return rows;
};
