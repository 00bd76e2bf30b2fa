/**
 * 图 (charts) as values: made by statistics from the same answers as the table beside them, drawn by render where a format
 * can show pictures. Never a source of numbers: every value of a chart stands in its table too.
 */

/** bars 排名或对比, trend 走势, funnel 漏斗, heat 热力（行政区划 × 项目）. */
type ChartKind = 'bars' | 'trend' | 'funnel' | 'heat';

export interface Chart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly unit: string;
  /** What stands along the axis: agencies, months, stages. */
  readonly categories: readonly string[];
  /** One value per category; null where there is none. A funnel has one series. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}
