/**
 * 退回文件: the rows that stay out, in their source's own form and order, each with what is wrong. Opened at the first rejected row
 * only. Written beside the final name and renamed at the end, so that an import that fails leaves none.
 */
import { basename, dirname, extname, join } from 'node:path';
import type { Finding } from '../domain/finding.js';
import type { RawRow } from '../domain/record.js';
import { type AtomicWriter, createAtomicWriter, unusedName } from '../files/index.js';
import { bomBytes, type EncodingVerdict, type RowWriter, textEncoder } from '../formats/index.js';

/** NAME.rejects.csv beside the input; a rejects file that is imported again gives the next number, not a longer name. */
export const rejectsName = (input: string, ending: 'csv' | 'yaml'): string =>
  join(dirname(input), `${basename(input, extname(input)).replace(/\.rejects(-\d+)?$/, '')}.rejects.${ending}`);

/** Bytes gathered before they are written. */
const GATHERED = 1 << 16;

export class RejectsFile {
  private writer: AtomicWriter | null = null;
  private gathered = '';
  private readonly encode: (text: string) => Uint8Array;

  constructor(
    private readonly path: string,
    private readonly verdict: EncodingVerdict,
    /** Called with the first rejected row; the layout of a sheet is the same for all. */
    private readonly writerFor: (row: RawRow) => RowWriter,
  ) {
    this.encode = textEncoder(verdict);
  }

  private rows: RowWriter | null = null;

  add(row: RawRow, findings: readonly Finding[]): void {
    if (this.rows === null) {
      this.rows = this.writerFor(row);
      this.writer = createAtomicWriter(unusedName(this.path));
      this.writer.write(bomBytes(this.verdict));
      this.gathered = this.rows.begin();
    }
    const cells = [...new Set(findings.map(({ cell, heading }) => cell ?? heading ?? ''))].filter(
      (cell) => cell !== '',
    );
    const why = findings.map(({ message, hint }) => `${message}。${hint}`).join('；');
    this.gathered += this.rows.row(row, cells.join('、'), why);
    if (this.gathered.length >= GATHERED) this.flush();
  }

  /** The path of the file, or null where nothing was rejected. */
  finish(): string | null {
    if (this.writer === null) return null;
    this.flush();
    this.writer.commit();
    return this.writer.path;
  }

  discard(): void {
    this.writer?.discard();
  }

  private flush(): void {
    this.writer?.write(this.encode(this.gathered));
    this.gathered = '';
  }
}
