/**
 * 记录 (records) on their way: rows as read, records as validated. Plain arrays, so that a batch crosses a worker
 * border cheaply and a million of them leave no heap behind.
 */
import type { Finding } from './finding.js';
import type { Value } from './kind.js';

/** The headings of a table, or the keys of YAML mappings; one object shared by all rows that have them. */
export interface Headings {
  readonly names: readonly string[];
}

/** 原始行: one record as the source has it. */
export interface RawRow {
  readonly headings: Headings;
  /** As read; `undefined` where the row has no such cell. YAML lists stay lists. May be longer than the headings. */
  readonly cells: readonly (string | readonly string[] | undefined)[];
  /** Physical line where the record begins, from 1. */
  readonly line: number;
  /** Data record, from 1; headings and title rows not counted. */
  readonly record: number;
  /** Row number as a spreadsheet shows it (title and heading rows counted, a record is one row); 0 for YAML. */
  readonly row: number;
}

/** 有效记录: values in the order of `fieldsOf(kind)`, and where they came from. */
export interface ValidRecord {
  readonly values: readonly Value[];
  readonly line: number;
  readonly record: number;
  readonly row: number;
  /**
   * Required fields that this row leaves blank. Such a record may amend one that exists (blank keeps what is there);
   * one that is new is rejected with these findings by the ledger stage.
   */
  readonly incomplete?: readonly Finding[];
}

/** A row that stays out, with the findings (severity error) that keep it out. */
export interface RejectedRow {
  readonly row: RawRow;
  readonly findings: readonly Finding[];
}

/** One batch between stages. */
export interface RecordBatch {
  readonly records: readonly ValidRecord[];
  readonly findings: readonly Finding[];
  /** Rows read in this batch, rejected ones included. */
  readonly read: number;
  readonly rejected: number;
  /** Bytes of the source read so far, for the progress line. */
  readonly bytesDone: number;
}
