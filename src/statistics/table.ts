/**
 * 统计表 (statistics table) as a declaration: what it asks the ledger, and what it makes of the answers.
 *
 * A table never sees SQL or the ledger. It states count and list queries, the pipeline has them answered, and `build`
 * turns the answers, in the same order, into rows. Both are pure functions of the context, so the same context gives
 * the same table. One file per table in tables/, listed in index.ts.
 */
import type { StatisticsAnswer, StatisticsQuery } from '../domain/answering.js';
import type { SituationName } from '../domain/assessment.js';
import type { ChoiceGroup } from '../domain/choice.js';
import type { Region } from '../domain/region.js';
import type { Period, TableBody } from '../domain/table.js';

export type PeriodColumns = 'month' | 'quarter' | 'year';

/** previous 环比 (the period of the same length before), last-year 同比. */
export type Comparison = 'previous' | 'last-year';

/** Everything besides the records that a table depends on. */
export interface StatisticsContext {
  readonly period: Period;
  /** 统计口径: the dimensions asked for, as field ids or Chinese headings; blank where the table keeps its own. */
  readonly by?: readonly string[];
  readonly columns?: PeriodColumns;
  readonly compare?: Comparison;
  /** Field id -> accepted values. Region codes: those of the region asked for and of all below it. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** All regions, in the order in which tables print them. */
  readonly regions: readonly Region[];
  /** By list name of data/choices.csv. */
  readonly choiceGroups: Readonly<Record<string, readonly ChoiceGroup[]>>;
  /** In the order of the rule file. */
  readonly situations: readonly SituationName[];
  /** 市直（本级）单位 in printing order, for tables that print units of which nothing is recorded. */
  readonly ownAgencies?: readonly string[];
  readonly office: { readonly name: string; readonly region: string };
  /** ISO date of `now`: the end of open periods in `columns`. */
  readonly today: string;
  /** ISO date-time of `--as-of`, handed on to every query. */
  readonly asOf?: string;
}

/** Which options a table understands; one that it does not understand is refused, never ignored. */
interface TableOptions {
  readonly by?: true;
  readonly columns?: true;
  readonly compare?: true;
}

export interface StatisticsTable {
  readonly id: string;
  readonly title: string;
  /** 谁要这张表: 组织部, 市委, 纪委监委, 巡察, 法治建设办 … */
  readonly askedBy: string;
  /** Chinese: one line on what it is used for. */
  readonly doc: string;
  /** Kinds whose records it counts; their number stands in the caption. The first one is listed by `--records`. */
  readonly kinds: readonly string[];
  /** The fields that `--records` shows; where not given, all that are filled in. */
  readonly listed?: readonly string[];
  /** True for a table that leaves figures out where a kind lacks the filtered field, and says so. */
  readonly partial?: true;
  /** The filters that the table itself puts to the first of its kinds, so that `--records` lists what it counts. */
  readonly behind?: (context: StatisticsContext) => Readonly<Record<string, readonly string[]>>;
  readonly options: TableOptions;
  readonly queries: (context: StatisticsContext) => readonly StatisticsQuery[];
  readonly build: (answers: readonly StatisticsAnswer[], context: StatisticsContext) => TableBody;
}
