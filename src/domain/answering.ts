/**
 * 统计问答 (questions and answers of a report): what statistics hands the pipeline to have answered, and what the ledger
 * hands back, answer by answer in the order of the questions.
 */
import type { CountQuery, CountRow, ListQuery } from './counting.js';
import type { Value } from './kind.js';

/** A count query has a `measure`, a list query has none. */
export type StatisticsQuery = CountQuery | ListQuery;

/** `counts` answers a count query, `records` (values in field order, by day then key) answers a list query. */
export interface StatisticsAnswer {
  readonly counts?: readonly CountRow[];
  readonly records?: readonly (readonly Value[])[];
}
