/** 明细 (`report --records`): the records behind a table, of the first kind it counts, as a person may see them. */
import { fieldsOf, type Value } from '../domain/kind.js';
import type { Cell, TableBody, TableRow } from '../domain/table.js';
import type { Ledger } from '../ledger/index.js';
import type { StatisticsContext, StatisticsTable } from '../statistics/index.js';
import { shown } from './shown.js';
import type { Workspace } from './workspace.js';

const cellOf = (value: Value): Cell => (Array.isArray(value) ? value.join('、') : (value as Cell));

export const recordsBehind = (table: StatisticsTable, context: StatisticsContext, workspace: Workspace, ledger: Ledger): TableBody => {
  const kind = workspace.kindNamed(table.kinds[0] ?? 'lead');
  const records = ledger.list({
    kind: kind.id,
    from: context.period.from,
    to: context.period.to,
    where: context.filters,
    ...(context.asOf === undefined ? {} : { asOf: context.asOf }),
  });
  const rows: TableRow[] = records.map((values) =>
    Object.fromEntries(Object.entries(shown(kind, values)).map(([id, value]) => [id, cellOf(value)])),
  );
  const used = fieldsOf(kind).filter((field) => rows.some((row) => (row[field.id] ?? null) !== null));
  return {
    columns: used.map((field) => ({
      id: field.id,
      title: field.title,
      type: field.type === 'count' ? 'count' : field.type === 'date' ? 'date' : 'text',
    })),
    rows,
    totals: null,
    notes: [`共 ${rows.length} 条${kind.title}`],
  };
};
