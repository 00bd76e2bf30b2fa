/** What every input format gives (输入格式): rows with their places, one at a time, and what is odd about their form. */
import type { RawRow } from '../domain/record.js';

/** 行的形式问题: what is odd about the form of a row; its cells are there all the same. */
export type RowProblem = 'quote-unclosed' | 'quote-misplaced' | 'quote-in-middle' | 'record-too-long' | 'nested';

export interface RowReader {
  /** The next row, or null at the end. Broken bytes and syntax that stops the reading are thrown as a known failure. */
  next(): RawRow | null;
  /** What is odd about the form of the row just returned. */
  readonly problem: RowProblem | null;
  /** True where the row just returned holds control characters. */
  readonly hasControl: boolean;
  /** Bytes of the source that were read so far. */
  readonly bytesDone: number;
  close(): void;
}

/** 退回文件的写法: the text of one table in the form of its source. */
export interface RowWriter {
  /** Text that stands before the first row. */
  begin(): string;
  /** One row with the two explanations at its end. */
  row(row: RawRow, cells: string, why: string): string;
}
