/**
 * 出表 (planning a report): from a table and the options to the queries that the ledger is asked, and from the answers
 * to the report with its caption. Called by pipeline; the only door into this room besides the list of tables.
 *
 * Filters and --as-of are put into every query here. An option or filter that a table does not understand is refused,
 * never ignored: a filtered heading over unfiltered numbers would be believed.
 */
import type { RuleFileId } from '../domain/assessment.js';
import { Failure } from '../domain/failure.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import type { StatisticsReport, TableBody } from '../domain/table.js';
import { countQuery, totalOf } from './counts.js';
import { countable, filterable } from './filters.js';
import { TABLES } from './index.js';
import { kindOf } from './kind-of.js';
import { recordsTable } from './records-table.js';
import type { StatisticsAnswer, StatisticsContext, StatisticsQuery, StatisticsTable } from './table.js';

/** What the ledger says of itself when it answers: the state that the numbers belong to. */
export interface LedgerStamp {
  /** ISO date-time: the one asked for with --as-of, else now. */
  readonly asOf: string;
  readonly ruleFile: RuleFileId;
  readonly chainHead: string;
}

export interface ReportPlan {
  readonly table: StatisticsTable;
  readonly queries: readonly StatisticsQuery[];
  /** Answers in the order of `queries`. */
  readonly build: (answers: readonly StatisticsAnswer[], stamp: LedgerStamp) => StatisticsReport;
}

/** The table of an id, the overview where none is asked for. */
export const tableOf = (id: string | null): StatisticsTable => {
  const wanted = id ?? 'overview';
  const found = TABLES.find((table) => table.id === wanted || table.title === wanted);
  if (found) return found;
  const near = nearest(wanted, [...TABLES.map((table) => table.id), ...TABLES.map((table) => table.title)]);
  throw new Failure(
    2,
    'table-unknown',
    `没有统计表“${wanted.slice(0, 40)}”。`,
    `${near ? `是否指“${near}”？` : ''}用 xingji report --list 查看全部统计表。`,
  );
};

const OPTION_NAMES = { by: '--by', columns: '--columns', compare: '--compare' } as const;

const checkOptions = (table: StatisticsTable, context: StatisticsContext): void => {
  for (const option of ['by', 'columns', 'compare'] as const)
    if (context[option] && !table.options[option])
      throw new Failure(
        2,
        'table-option-unsupported',
        `“${table.title}”不支持 ${OPTION_NAMES[option]}。`,
        `支持的统计表：${TABLES.filter((other) => other.options[option])
          .map((other) => other.id)
          .join('、')}。`,
      );
  if (table.partial) return;
  for (const kind of table.kinds)
    for (const field of Object.keys(context.filters))
      if (!filterable(kindOf(kind), field)) throw cannotFilter(table, kindOf(kind), field);
};

const cannotFilter = (table: StatisticsTable, kind: KindDeclaration, field: string): Failure =>
  new Failure(
    2,
    'table-filter-unsupported',
    `“${table.title}”统计的“${kind.title}”没有“${field}”这一项，不能按它筛选。`,
    `可按这些项筛选：${fieldsOf(kind)
      .filter((candidate) => filterable(kind, candidate.id))
      .map((candidate) => `${candidate.title}（${candidate.id}）`)
      .join('、')}。`,
  );

/** The query with the context's filters and as-of; a value list of the table's own is narrowed, never widened. */
const narrowed = (query: StatisticsQuery, context: StatisticsContext): StatisticsQuery => {
  const where: Record<string, readonly string[]> = { ...query.where };
  for (const [field, values] of Object.entries(context.filters)) {
    if (!filterable(kindOf(query.kind), field)) continue;
    const own = where[field];
    where[field] = own ? own.filter((value) => values.includes(value)) : values;
  }
  // A kind without a day (被反映人) is only counted since the start.
  const dated = kindOf(query.kind).day !== null;
  return {
    ...query,
    ...(dated ? {} : { from: null, to: null }),
    ...(Object.keys(where).length ? { where } : {}),
    ...(context.asOf ? { asOf: context.asOf } : {}),
  };
};

const captioned = (
  table: StatisticsTable,
  title: string,
  body: TableBody,
  recordCount: number,
  context: StatisticsContext,
  stamp: LedgerStamp,
): StatisticsReport => ({
  ...body,
  caption: {
    table: table.id,
    title,
    period: context.period,
    asOf: stamp.asOf,
    filters: filterTexts(context),
    ruleFile: stamp.ruleFile,
    chainHead: stamp.chainHead,
    recordCount,
    office: context.office.name,
  },
});

const SHOWN_FILTER_VALUES = 5;

const filterTexts = (context: StatisticsContext): Readonly<Record<string, string>> => {
  const names = new Map(context.regions.map((region) => [region.code, region.name]));
  return Object.fromEntries(
    Object.entries(context.filters).map(([field, values]) => {
      const shown = values
        .slice(0, SHOWN_FILTER_VALUES)
        .map((value) => (field === 'region' ? names.get(value) : null) ?? value);
      return [field, `${shown.join('、')}${values.length > shown.length ? `等${values.length}项` : ''}`];
    }),
  );
};

/** 一张统计表: what to ask, and how to build the report from what is answered. */
export const planReport = (id: string | null, context: StatisticsContext): ReportPlan => {
  const table = tableOf(id);
  checkOptions(table, context);
  const own = table.queries(context);
  const counted = table.kinds
    .filter((kind) => countable(kindOf(kind), context))
    .map((kind) => countQuery(context, { kind }));
  return {
    table,
    queries: [...own, ...counted].map((query) => narrowed(query, context)),
    build: (answers, stamp) => {
      const recordCount = answers.slice(own.length).reduce((sum, answer) => sum + totalOf(answer), 0);
      return captioned(
        table,
        table.title,
        table.build(answers.slice(0, own.length), context),
        recordCount,
        context,
        stamp,
      );
    },
  };
};

/** 记录明细 (`--records`): the records behind a table, in the same period and under the same filters. */
export const planRecords = (id: string | null, context: StatisticsContext): ReportPlan => {
  const table = tableOf(id);
  const kind = kindOf(table.kinds[0] ?? 'lead');
  for (const field of Object.keys(context.filters))
    if (!filterable(kind, field)) throw cannotFilter(table, kind, field);
  const query = { kind: kind.id, from: context.period.from, to: context.period.to };
  return {
    table,
    queries: [narrowed(query, context)],
    build: (answers, stamp) => {
      const body = recordsTable(kind, answers[0]?.records ?? [], context);
      return captioned(table, `${table.title}：${kind.title}明细`, body, body.rows.length, context, stamp);
    },
  };
};
