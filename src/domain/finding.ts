/**
 * 校验问题 (finding): what was seen in an input and what to do about it.
 *
 * Bad data is a value, never an exception: every stage returns its findings beside its results and nothing stops at
 * the first. A known failure (no input, ledger locked, …) is the small class in failure.ts instead.
 */

/** `error` keeps the record out of the ledger, `warning` is recorded with it, `notice` is only said. */
export type Severity = 'error' | 'warning' | 'notice';

/**
 * Where a value came from, counted as CLI.md "Places in messages" says.
 * `line`: physical line of the file, from 1, where the record begins. `record`: data record from 1, headings and title
 * rows not counted. `cell`: as a spreadsheet shows it, e.g. `F6`; absent for YAML, which has no cells.
 */
export interface Place {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly record?: number;
  readonly cell?: string;
  readonly heading?: string;
}

/** 校验问题: one problem of one place, with its cure. `value` is the faulty cell alone, cut and masked where needed. */
export interface Finding extends Place {
  /** Slug, unique in the whole program, never reused. */
  readonly code: string;
  readonly severity: Severity;
  readonly value?: string;
  /** Chinese: what was found and what was expected. One sentence. */
  readonly message: string;
  /** Chinese: what to do. One sentence. */
  readonly hint: string;
}
