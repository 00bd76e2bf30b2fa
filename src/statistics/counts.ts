/**
 * 计数 (counts): asking the ledger for numbers of one kind in the context's period, and finding them again in the
 * answers. Filters and `--as-of` are put into every query by plan.ts, so that no table can forget them.
 */

import type { StatisticsAnswer } from '../domain/answering.js';
import type { CountQuery, CountRow, ListQuery } from '../domain/counting.js';
import type { Period } from '../domain/table.js';
import type { StatisticsContext } from './table.js';

/** What a table asks for; the rest of the query follows from the context. */
export interface Asked {
  readonly kind: string;
  readonly measure?: CountQuery['measure'];
  readonly by?: readonly string[];
  readonly where?: CountQuery['where'];
  readonly columns?: CountQuery['columns'];
  /** Another period than the context's. */
  readonly period?: Pick<Period, 'from' | 'to'>;
}

export const countQuery = (context: StatisticsContext, asked: Asked): CountQuery => ({
  kind: asked.kind,
  measure: asked.measure ?? 'records',
  by: asked.by ?? [],
  from: (asked.period ?? context.period).from,
  to: (asked.period ?? context.period).to,
  ...(asked.where ? { where: asked.where } : {}),
  ...(asked.columns ? { columns: asked.columns } : {}),
});

export const listQuery = (context: StatisticsContext, kind: string): ListQuery => ({
  kind,
  from: context.period.from,
  to: context.period.to,
});

/** Separates the parts of a lookup key; cannot occur in a cell, which never holds control characters. */
const SEPARATOR = '\u001f';
const BLANK = '\u0000';

/** The lookup key of a tuple of dimension values. */
const tupleKey = (tuple: readonly (string | null)[]): string => tuple.map((value) => value ?? BLANK).join(SEPARATOR);

/** Numbers by tuple. The same tuple twice adds up, so that an answer split by period can be read without it. */
export class CountIndex {
  readonly #numbers = new Map<string, number>();
  readonly tuples: readonly (readonly (string | null)[])[];

  /** `withPeriod` makes the period column the last part of every tuple. */
  constructor(answer: StatisticsAnswer | undefined, withPeriod = false) {
    const tuples = new Map<string, readonly (string | null)[]>();
    for (const row of answer?.counts ?? []) {
      const tuple = withPeriod ? [...row.by, row.period] : row.by;
      const key = tupleKey(tuple);
      tuples.set(key, tuple);
      this.#numbers.set(key, (this.#numbers.get(key) ?? 0) + row.n);
    }
    this.tuples = [...tuples.values()];
  }

  /** The number of a tuple; 0 where nothing was counted. */
  of(tuple: readonly (string | null)[]): number {
    return this.#numbers.get(tupleKey(tuple)) ?? 0;
  }
}

/** The single number of a query without dimensions. */
export const totalOf = (answer: StatisticsAnswer | undefined): number => sum(answer?.counts ?? []);

const sum = (rows: readonly CountRow[]): number => rows.reduce((total, row) => total + row.n, 0);
