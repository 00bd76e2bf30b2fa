/**
 * 统计表 (statistics tables) as values: what render turns into every format, with the caption that proves itself.
 */
import type { RuleFileId } from './assessment.js';
import type { Chart } from './chart.js';

export type ColumnType = 'text' | 'count' | 'percent' | 'date' | 'days';

export interface TableColumn {
  readonly id: string;
  readonly title: string;
  readonly type: ColumnType;
  /** 件, 人, 起, 次, 个, 天 …; empty for text. */
  readonly unit?: string;
}

/** A cell: null prints as — (e.g. 同比 on base 0). Percent is a ratio: 0.125 prints as 12.5 %. */
export type Cell = string | number | null;

export type TableRow = Readonly<Record<string, Cell>>;

/** What a table shows, without the caption. */
export interface TableBody {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Keyed by column id; absent columns are blank in the total row. Null: the table has no total row. */
  readonly totals: TableRow | null;
  /** Chinese sentences under the table: definitions, what is not counted. */
  readonly notes?: readonly string[];
  /** 图: pictures of the same numbers, for formats that can show them. */
  readonly charts?: readonly Chart[];
}

/** 统计时段, both days included; null is open. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
  /** Chinese, as printed in the caption: 机制运行以来, 2024年第2季度. */
  readonly title: string;
}

/** 题注: what was counted, from what, by which rules, at which state of the ledger. */
export interface Caption {
  readonly table: string;
  readonly title: string;
  readonly period: Period;
  /** ISO date-time: what the ledger knew then. */
  readonly asOf: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly ruleFile: RuleFileId;
  readonly chainHead: string;
  /** Records in the ledger of the kinds that the table counts, in the period. */
  readonly recordCount: number;
  readonly office: string;
}

export interface StatisticsReport extends TableBody {
  readonly caption: Caption;
}
