/**
 * 计数表 (count tables): one measure of one kind, by one or more dimensions, with a total that is counted by itself.
 *
 * This is the general mechanism behind --by, --columns and --compare; a table declares its own dimensions and, where
 * it likes, a second one as columns (`split`). Columns asked for on the command line take the place of the split.
 * Several rows may count the same record (a lead that meets two situations, a person under two measures): such rows
 * do not add up, the total counts each record once, and a note says so.
 */

import type { StatisticsQuery } from '../domain/answering.js';
import type { CountQuery } from '../domain/counting.js';
import type { ColumnType, TableBody, TableColumn, TableRow } from '../domain/table.js';
import { chartsOf } from './charts.js';
import { changeRate, mustAddUp, mustCover, ratio } from './checked-totals.js';
import { type Asked, CountIndex, countQuery, totalOf } from './counts.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { kindOf } from './kind-of.js';
import { comparedPeriod } from './period.js';
import { periodColumns, printedTuples } from './printed-rows.js';
import type { PeriodColumns, StatisticsContext, StatisticsTable } from './table.js';

export interface CountTableSpec extends Pick<StatisticsTable, 'id' | 'title' | 'askedBy' | 'doc' | 'listed'> {
  readonly kind: string;
  readonly measure?: CountQuery['measure'];
  readonly by: readonly string[];
  /** The dimension whose values stand as columns beside the count. */
  readonly split?: string;
  /** Put before the values of the split where they do not speak for themselves (是, 否). */
  readonly splitTitle?: string;
  /** Period columns that the table has even when none are asked for. */
  readonly columns?: PeriodColumns;
  /** Only records whose dimension holds one of these values. */
  readonly where?: CountQuery['where'];
  /** Chinese heading of the count. */
  readonly counted: string;
  readonly unit: string;
  /** True adds 占比, the share of each row in the total. */
  readonly share?: true;
  /** What is counted once in the total although several rows count it, e.g. 一件线索符合几种情形. */
  readonly several?: string;
  readonly notes?: readonly string[];
}

/** The answers in the order in which `queries` asks. */
const ROWS = 0;
const TOTAL = 1;
const CELLS = 2;
const CELL_TOTALS = 3;

interface Layout {
  readonly dimensions: readonly Dimension[];
  readonly split: Dimension | null;
  readonly additive: boolean;
}

const layoutOf = (spec: CountTableSpec, context: StatisticsContext): Layout => {
  const kind = kindOf(spec.kind);
  const dimensions = (context.by ?? spec.by).map((name) => dimensionOf(kind, name, context));
  const replaced = context.columns || context.compare || dimensions.some((dimension) => dimension.id === spec.split);
  const split = spec.split && !replaced ? dimensionOf(kind, spec.split, context) : null;
  const distinct = spec.measure?.startsWith('distinct:') ?? false;
  return { dimensions, split, additive: !distinct && !dimensions.some((dimension) => dimension.several) };
};

const queriesOf = (spec: CountTableSpec, context: StatisticsContext): readonly StatisticsQuery[] => {
  const { dimensions, split } = layoutOf(spec, context);
  const by = dimensions.map((dimension) => dimension.id);
  const asked: Asked = {
    kind: spec.kind,
    measure: spec.measure ?? 'records',
    ...(spec.where ? { where: spec.where } : {}),
  };
  const queries = [countQuery(context, { ...asked, by }), countQuery(context, asked)];
  if (context.columns)
    queries.push(
      countQuery(context, { ...asked, by, columns: context.columns }),
      countQuery(context, { ...asked, columns: context.columns }),
    );
  else if (split)
    queries.push(
      countQuery(context, { ...asked, by: [...by, split.id] }),
      countQuery(context, { ...asked, by: [split.id] }),
    );
  if (context.compare) {
    const period = comparedPeriod(context.period, context.compare);
    queries.push(countQuery(context, { ...asked, by, period }), countQuery(context, { ...asked, period }));
  }
  return queries;
};

const buildOf = (
  spec: CountTableSpec,
  answers: Parameters<StatisticsTable['build']>[0],
  context: StatisticsContext,
): TableBody => {
  const { dimensions, split, additive } = layoutOf(spec, context);
  const rows = new CountIndex(answers[ROWS]);
  const total = totalOf(answers[TOTAL]);
  const withCells = Boolean(context.columns) || split !== null;
  const cells = new CountIndex(withCells ? answers[CELLS] : undefined, Boolean(context.columns));
  const cellTotals = new CountIndex(withCells ? answers[CELL_TOTALS] : undefined, Boolean(context.columns));
  const base = context.compare ? new CountIndex(answers[answers.length - 2]) : null;
  const baseTotal = totalOf(answers[answers.length - 1]);
  const across = context.columns
    ? periodColumns(context, context.columns, cellTotals.tuples)
    : split
      ? printedTuples([split], cellTotals.tuples, () => 0).map(([value]) => ({
          id: value ?? 'blank',
          value: value ?? null,
          title: `${spec.splitTitle ?? ''}${split.titleOf(value ?? null)}`,
        }))
      : [];
  const tuples = printedTuples(dimensions, [...rows.tuples, ...(base?.tuples ?? [])], (tuple) => rows.of(tuple));

  const numbers = (n: number, cellOf: (value: string | null) => number, before: number): TableRow => ({
    count: n,
    ...(spec.share && !context.columns && !context.compare ? { share: ratio(n, total) } : {}),
    ...Object.fromEntries(across.map((column) => [column.id, cellOf(column.value)])),
    ...(base ? { base: before, change: n - before, change_rate: changeRate(n, before) } : {}),
  });
  const body = tuples.map((tuple) => {
    const n = rows.of(tuple);
    if (withCells && additive)
      mustAddUp(
        spec.id,
        'a row',
        n,
        across.map((column) => cells.of([...tuple, column.value])),
      );
    return {
      ...Object.fromEntries(dimensions.map((dimension, i) => [dimension.id, dimension.titleOf(tuple[i] ?? null)])),
      ...numbers(n, (value) => cells.of([...tuple, value]), base?.of(tuple) ?? 0),
    };
  });
  (additive ? mustAddUp : mustCover)(
    spec.id,
    'the total',
    total,
    tuples.map((tuple) => rows.of(tuple)),
  );

  const first = dimensions[0];
  const distinct = spec.measure?.startsWith('distinct:') ?? false;
  const repeats = !additive && tuples.reduce((added, tuple) => added + rows.of(tuple), 0) !== total;
  const columns = columnsOf(spec, context, dimensions, across);
  const made: TableBody = {
    columns,
    rows: body,
    totals: {
      ...(first ? { [first.id]: '合计' } : {}),
      ...numbers(total, (value) => cellTotals.of([value]), baseTotal),
    },
    notes: [
      ...(spec.notes ?? []),
      ...(repeats && spec.several ? [spec.several] : []),
      ...(repeats && !spec.several && !distinct ? ['一条记录可列入几行，各行各计一次，合计只计一次。'] : []),
      ...(context.compare ? [`对比时段：${comparedPeriod(context.period, context.compare).title}。`] : []),
    ],
  };
  const pictured = columns.filter((column) => across.some(({ id }) => id === column.id));
  const shape = {
    periods: Boolean(context.columns),
    regions: first?.id === 'region' && split?.id === 'decision',
    dimensions: dimensions.length,
  };
  return { ...made, charts: chartsOf(spec.title, made, pictured, shape) };
};

const columnsOf = (
  spec: CountTableSpec,
  context: StatisticsContext,
  dimensions: readonly Dimension[],
  across: readonly { readonly id: string; readonly title: string }[],
): readonly TableColumn[] => {
  const column = (id: string, title: string, type: ColumnType): TableColumn =>
    type === 'count' ? { id, title, type, unit: spec.unit } : { id, title, type };
  return [
    ...dimensions.map((dimension) => column(dimension.id, dimension.title, 'text')),
    column('count', spec.counted, 'count'),
    ...(spec.share && !context.columns && !context.compare ? [column('share', '占比', 'percent')] : []),
    ...across.map(({ id, title }) => column(id, title, 'count')),
    ...(context.compare
      ? [
          column('base', context.compare === 'last-year' ? '上年同期' : '上期', 'count'),
          column('change', '增减', 'count'),
          column('change_rate', context.compare === 'last-year' ? '同比' : '环比', 'percent'),
        ]
      : []),
  ];
};

const withOwnColumns = (spec: CountTableSpec, context: StatisticsContext): StatisticsContext =>
  spec.columns && !context.columns && !context.compare ? { ...context, columns: spec.columns } : context;

export const countTable = (spec: CountTableSpec): StatisticsTable => ({
  id: spec.id,
  title: spec.title,
  askedBy: spec.askedBy,
  doc: spec.doc,
  kinds: [spec.kind],
  ...(spec.listed ? { listed: spec.listed } : {}),
  options: { by: true, columns: true, compare: true },
  queries: (context) => queriesOf(spec, withOwnColumns(spec, context)),
  build: (answers, context) => buildOf(spec, answers, withOwnColumns(spec, context)),
});
