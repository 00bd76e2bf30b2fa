/**
 * 多项数字表 (figure tables): several figures side by side for each value of one dimension, e.g. for each agency the
 * persons who sat an exam, those who passed, and the rate. Figures may come of different kinds that share the dimension.
 *
 * Every figure has a total that is counted by itself and checked against its rows. A rate is derived from the figures
 * of its own row, also in the total row: the rate of all is never the mean of the rates.
 */
import type { Chart } from '../domain/chart.js';
import type { CountQuery } from '../domain/counting.js';
import type { Cell, ColumnType, TableBody, TableColumn, TableRow } from '../domain/table.js';
import { mustAddUp, mustCover } from './checked-totals.js';
import { CountIndex, countQuery } from './counts.js';
import { type Dimension, dimensionOf } from './dimension.js';
import { kindOf } from './kind-of.js';
import { printedTuples } from './printed-rows.js';
import type { StatisticsContext, StatisticsTable } from './table.js';

/** A number that the ledger counts. */
export interface CountedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: string;
  readonly measure?: CountQuery['measure'];
  readonly where?: (context: StatisticsContext) => NonNullable<CountQuery['where']>;
  /** Counts only records whose further fields pass: a deadline that is over, a date that is filled in. */
  readonly keep?: {
    readonly fields: readonly string[];
    readonly passes: (values: readonly (string | null)[], context: StatisticsContext) => boolean;
  };
  /** Needed by a derived column, not shown by itself. */
  readonly hidden?: true;
}

/** A column made of the figures of its row. */
export interface DerivedFigure {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly type: ColumnType;
  readonly derive: (of: (id: string) => number) => Cell;
}

export interface FigureTableSpec extends Pick<StatisticsTable, 'id' | 'title' | 'askedBy' | 'doc'> {
  /** The dimension of the rows, a field that every kind here has. */
  readonly by: string;
  /** In printing order; the first counted one says which kind the dimension is taken from. */
  readonly figures: readonly (CountedFigure | DerivedFigure)[];
  readonly notes?: readonly string[];
  /** The figures that make the picture: bars per row, or heat of rows against figures. */
  readonly chart?: { readonly kind: 'bars' | 'heat'; readonly unit: string; readonly figures: readonly string[] };
}

/** More names than this do not fit under each other in a picture. */
const SHOWN = 15;

const isCounted = (figure: CountedFigure | DerivedFigure): figure is CountedFigure => 'kind' in figure;

/** The figure's numbers by row, the fields that were only looked at summed away. */
class FigureNumbers {
  readonly tuples: readonly (readonly (string | null)[])[];
  private readonly numbers = new Map<string, number>();

  constructor(index: CountIndex, dimensions: number, figure: CountedFigure, context: StatisticsContext) {
    const rows = new Map<string, readonly (string | null)[]>();
    for (const tuple of index.tuples) {
      if (figure.keep && !figure.keep.passes(tuple.slice(dimensions), context)) continue;
      const row = tuple.slice(0, dimensions);
      const key = JSON.stringify(row);
      rows.set(key, row);
      this.numbers.set(key, (this.numbers.get(key) ?? 0) + index.of(tuple));
    }
    this.tuples = [...rows.values()];
  }

  of(row: readonly (string | null)[]): number {
    return this.numbers.get(JSON.stringify(row)) ?? 0;
  }
}

const dimensionsOf = (spec: FigureTableSpec, context: StatisticsContext): readonly Dimension[] => {
  const first = spec.figures.find(isCounted);
  return (context.by ?? [spec.by]).map((name) => dimensionOf(kindOf(first?.kind ?? ''), name, context));
};

const rowsOf = (
  spec: FigureTableSpec,
  answers: Parameters<StatisticsTable['build']>[0],
  context: StatisticsContext,
): TableBody => {
  const dimensions = dimensionsOf(spec, context);
  const counted = spec.figures.filter(isCounted).map((figure, i) => ({
    figure,
    rows: new FigureNumbers(new CountIndex(answers[i * 2]), dimensions.length, figure, context),
    total: new FigureNumbers(new CountIndex(answers[i * 2 + 1]), 0, figure, context).of([]),
  }));
  const tuples = printedTuples(
    dimensions,
    counted.flatMap(({ rows }) => rows.tuples),
    (tuple) => counted[0]?.rows.of(tuple) ?? 0,
  );
  const several = dimensions.some((dimension) => dimension.several);
  for (const { figure, rows, total } of counted)
    (several || figure.measure?.startsWith('distinct:') ? mustCover : mustAddUp)(
      spec.id,
      figure.id,
      total,
      tuples.map((tuple) => rows.of(tuple)),
    );
  const numbers = (of: (id: string) => number): TableRow =>
    Object.fromEntries(
      spec.figures
        .filter((figure) => !isCounted(figure) || !figure.hidden)
        .map((figure) => [figure.id, isCounted(figure) ? of(figure.id) : figure.derive(of)]),
    );
  const find = (id: string) => counted.find(({ figure }) => figure.id === id);
  const rows = tuples.map((tuple) => ({
    ...Object.fromEntries(dimensions.map((dimension, i) => [dimension.id, dimension.titleOf(tuple[i] ?? null)])),
    ...numbers((id) => find(id)?.rows.of(tuple) ?? 0),
  }));
  const first = dimensions[0];
  const columns = columnsOf(spec, dimensions);
  return {
    columns,
    rows,
    totals: { ...(first ? { [first.id]: '合计' } : {}), ...numbers((id) => find(id)?.total ?? 0) },
    notes: [
      ...(spec.notes ?? []),
      ...(several ? ['一条记录可列入几行，各行各计一次，合计只计一次，因此各行之和可大于合计。'] : []),
    ],
    charts: dimensions.length === 1 ? chartsOf(spec, columns, rows) : [],
  };
};

const columnsOf = (spec: FigureTableSpec, dimensions: readonly Dimension[]): readonly TableColumn[] => [
  ...dimensions.map(({ id, title }): TableColumn => ({ id, title, type: 'text' })),
  ...spec.figures
    .filter((figure) => !isCounted(figure) || !figure.hidden)
    .map((figure): TableColumn => {
      const type = isCounted(figure) ? 'count' : figure.type;
      return { id: figure.id, title: figure.title, type, ...(figure.unit ? { unit: figure.unit } : {}) };
    }),
];

/** Drawn from the finished rows, so that picture and table agree. */
const chartsOf = (
  spec: FigureTableSpec,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): readonly Chart[] => {
  if (!spec.chart) return [];
  const { kind, unit, figures } = spec.chart;
  const pictured = columns.filter((column) => figures.includes(column.id));
  const value = (row: TableRow, id: string): number | null => {
    const cell = row[id];
    return typeof cell === 'number' ? cell : null;
  };
  if (!rows.some((row) => pictured.some(({ id }) => value(row, id)))) return [];
  const shown = rows.slice(0, SHOWN);
  const names = shown.map((row) => String(row[columns[0]?.id ?? ''] ?? ''));
  const titles = pictured.map((column) => column.title);
  const across = kind === 'heat';
  return [
    {
      kind,
      title: rows.length > SHOWN ? `${spec.title}：前 ${SHOWN} 位` : spec.title,
      unit,
      categories: across ? titles : names,
      series: across
        ? shown.map((row, i) => ({ name: names[i] ?? '', values: pictured.map(({ id }) => value(row, id)) }))
        : pictured.map(({ id, title }) => ({ name: title, values: shown.map((row) => value(row, id)) })),
    },
  ];
};

export const figureTable = (spec: FigureTableSpec): StatisticsTable => {
  const kinds = [...new Set(spec.figures.filter(isCounted).map((figure) => figure.kind))];
  return {
    id: spec.id,
    title: spec.title,
    askedBy: spec.askedBy,
    doc: spec.doc,
    kinds,
    options: kinds.length === 1 ? { by: true } : {},
    queries: (context) => {
      const by = dimensionsOf(spec, context).map((dimension) => dimension.id);
      return spec.figures.filter(isCounted).flatMap(({ kind, measure, where, keep }) => {
        const asked = { kind, ...(measure ? { measure } : {}), ...(where ? { where: where(context) } : {}) };
        const looked = keep?.fields ?? [];
        return [
          countQuery(context, { ...asked, by: [...by, ...looked] }),
          countQuery(context, { ...asked, by: looked }),
        ];
      });
    },
    build: (answers, context) => rowsOf(spec, answers, context),
  };
};
