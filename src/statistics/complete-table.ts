/**
 * What every table does alike: its queries carry the filters and the --as-of of the context, and an option or filter
 * that it does not understand is refused, never ignored: a filtered heading over unfiltered numbers would be believed.
 * Applied to the whole list in tables/index.ts, so that no table can forget it.
 */
import type { StatisticsQuery } from '../domain/answering.js';
import { Failure } from '../domain/failure.js';
import { fieldsOf } from '../domain/kind.js';
import { filterable, narrowedBy } from './filters.js';
import { kindOf } from './kind-of.js';
import type { StatisticsContext, StatisticsTable } from './table.js';

const OPTION_NAMES = { by: '--by', columns: '--columns', compare: '--compare' } as const;

const refuseUnsupported = (table: StatisticsTable, context: StatisticsContext): void => {
  for (const option of ['by', 'columns', 'compare'] as const)
    if (context[option] && !table.options[option])
      throw new Failure(
        2,
        'table-option-unsupported',
        `统计表“${table.title}”不能用 ${OPTION_NAMES[option]}。`,
        '请去掉这个选项，或换一张统计表（xingji report --list）。',
      );
  if (table.partial) return;
  for (const id of table.kinds)
    for (const field of Object.keys(context.filters)) {
      const kind = kindOf(id);
      if (filterable(kind, field)) continue;
      const usable = fieldsOf(kind).filter((candidate) => filterable(kind, candidate.id));
      throw new Failure(
        2,
        'table-filter-unsupported',
        `统计表“${table.title}”统计的“${kind.title}”没有“${field}”这一项，不能按它筛选。`,
        `可按这些项筛选：${usable.map((candidate) => `${candidate.title}（${candidate.id}）`).join('、')}。`,
      );
    }
};

/** The query with the context's filters and as-of; a value list of the table's own is narrowed, never widened. */
const narrowed = (query: StatisticsQuery, context: StatisticsContext): StatisticsQuery => {
  const kind = kindOf(query.kind);
  const able = Object.entries(context.filters).filter(([field]) => filterable(kind, field));
  const where = narrowedBy(query.where ?? {}, Object.fromEntries(able));
  return {
    ...query,
    // A kind without a day (被反映人) is only counted since the start.
    ...(kind.day === null ? { from: null, to: null } : {}),
    ...(Object.keys(where).length ? { where } : {}),
    ...(context.asOf ? { asOf: context.asOf } : {}),
  };
};

export const completeTable = (table: StatisticsTable): StatisticsTable =>
  Object.freeze({
    ...table,
    queries: (context: StatisticsContext) => {
      refuseUnsupported(table, context);
      return table.queries(context).map((query) => narrowed(query, context));
    },
  });
