/**
 * 计数请求 (count queries): how statistics asks and the ledger answers. Declarations only: no SQL leaves the ledger.
 */

export type Grain = 'year' | 'quarter' | 'month' | 'day';

/**
 * One question. `by`: dimension ids of the kind (field ids; for leads also `decision`, `situation`), empty for a total.
 * `measure`: 'records', 'sum:FIELD' or 'distinct:FIELD,FIELD' (e.g. persons counted once).
 * `where`: only records whose dimension holds one of these values. `columns` splits every count by period.
 */
export interface CountQuery {
  readonly kind: string;
  readonly measure: 'records' | `sum:${string}` | `distinct:${string}`;
  readonly by: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly columns?: Exclude<Grain, 'day'>;
  /** ISO date-time: count what the ledger knew then. */
  readonly asOf?: string;
}

/** One answer row: values of `by` (null = blank in the record), the period column where asked, the number. */
export interface CountRow {
  readonly by: readonly (string | null)[];
  readonly period: string | null;
  readonly n: number;
}

/** Asks for whole records of a kind (small kinds, `--records`), values in field order, ordered by day then key; for leads the decision and the situations met follow. */
export interface ListQuery {
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly asOf?: string;
  readonly limit?: number;
}
