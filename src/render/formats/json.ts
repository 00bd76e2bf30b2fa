/** JSON: the report for programs. Keys and their order are a contract: keys are added, never renamed. */
import type { StatisticsReport } from '../../domain/table.js';

const reportJson = ({ caption, columns, rows, totals, notes = [] }: StatisticsReport): object => ({
  schemaVersion: 1,
  command: 'report',
  table: caption.table,
  title: caption.title,
  period: caption.period,
  asOf: caption.asOf,
  filters: caption.filters,
  office: caption.office,
  ruleFile: caption.ruleFile,
  chainHead: caption.chainHead,
  recordCount: caption.recordCount,
  columns,
  rows,
  totals: totals ?? {},
  notes,
});

export const renderJson = (report: StatisticsReport): string => `${JSON.stringify(reportJson(report))}\n`;
