/** 统计 (statistics): the tables, the packs of them, the period of a report, and the words in which tables are asked for. */
export { conditionsOf } from './conditions.js';
export { filterable, narrowedBy } from './filters.js';
export { kindOf } from './kind-of.js';
export { withResults } from './lead-results.js';
export { PACKS, type ReportPack } from './packs.js';
export { parsePeriod } from './period.js';
export { recordsTable } from './records-table.js';
export type { Comparison, PeriodColumns, StatisticsContext, StatisticsTable } from './table.js';
export { TABLES } from './tables/index.js';
