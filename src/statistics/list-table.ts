/**
 * 登记表 (list tables): the records of one kind, a row each, in order of day then key, with columns that follow from a record
 * (overdue, rate). The number of rows is checked against a count of its own; columns that add up have a total.
 */
import { type FieldDeclaration, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import type { Cell, ColumnType, TableColumn, TableRow } from '../domain/table.js';
import { mustAddUp } from './checked-totals.js';
import { countQuery, listQuery, totalOf } from './counts.js';
import { ownRegions } from './dimension.js';
import { kindOf } from './kind-of.js';
import { recordRows } from './records-table.js';
import type { StatisticsContext, StatisticsTable } from './table.js';

/** Reads one field of a record; blank is null. */
export type FieldReader = (id: string) => Value;

/** Fields by id, for the records of a kind. */
export const fieldReader = (kind: KindDeclaration): ((values: readonly Value[]) => FieldReader) => {
  const places = new Map(fieldsOf(kind).map((field, place) => [field.id, place]));
  return (values) => (id) => values[places.get(id) ?? -1] ?? null;
};

export const textValue = (value: Value): string | null => (typeof value === 'string' ? value : null);

export const numberValue = (value: Value): number => (typeof value === 'number' ? value : 0);

export interface ComputedColumn {
  readonly id: string;
  readonly title: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly of: (field: FieldReader, context: StatisticsContext) => Cell;
  /** What stands in the total row, from the sums of the kind's own number columns; absent: blank. */
  readonly total?: (sum: (id: string) => number) => Cell;
}

export interface ListTableSpec extends Pick<StatisticsTable, 'id' | 'title' | 'askedBy' | 'doc'> {
  readonly kind: string;
  /** Fields shown, in this order. */
  readonly fields: readonly string[];
  readonly computed?: readonly ComputedColumn[];
  /** True prints every county of the office, one without a record with blanks, and leaves the period out of account. */
  readonly everyCounty?: true;
  readonly notes?: readonly string[];
  /** Sentences that follow from all the records together, in the order of the rows. */
  readonly remarks?: (records: readonly FieldReader[], context: StatisticsContext) => readonly string[];
}

const shownFields = (spec: ListTableSpec): readonly FieldDeclaration[] =>
  spec.fields.flatMap((id) => fieldsOf(kindOf(spec.kind)).find((field) => field.id === id) ?? []);

/** The state of a county does not end with a period: the last one recorded is the one that counts. */
const SINCE_EVER = { from: null, to: null };

export const listTable = (spec: ListTableSpec): StatisticsTable => ({
  id: spec.id,
  title: spec.title,
  askedBy: spec.askedBy,
  doc: spec.doc,
  kinds: [spec.kind],
  options: {},
  queries: (context) => {
    const asked = spec.everyCounty ? { ...context, period: { ...context.period, ...SINCE_EVER } } : context;
    return [countQuery(asked, { kind: spec.kind }), listQuery(asked, spec.kind)];
  },
  build: ([all, list], context) => {
    const kind = kindOf(spec.kind);
    const records = list?.records ?? [];
    mustAddUp(spec.id, 'the number of records', totalOf(all), [records.length]);
    const fields = shownFields(spec);
    const computed = spec.computed ?? [];
    const shown = recordRows(kind, fields, records, context);
    const read = fieldReader(kind);
    const rows = shown.rows.map((row, i) => ({
      ...row,
      ...Object.fromEntries(computed.map(({ id, of }) => [id, of(read(records[i] ?? []), context)])),
    }));
    const sum = (id: string): number => records.reduce((total, values) => total + numberValue(read(values)(id)), 0);
    const first = fields[0]?.id ?? '';
    return {
      columns: [
        ...shown.columns,
        ...computed.map(({ id, title, type, unit }): TableColumn => ({ id, title, type, ...(unit ? { unit } : {}) })),
      ],
      rows: spec.everyCounty
        ? withEveryCounty(
            rows,
            records.map((values) => read(values)('region')),
            shown.columns,
            computed,
            context,
          )
        : rows,
      totals: {
        [first]: `合计 ${records.length} ${kind.unit}`,
        ...Object.fromEntries(
          fields.filter((field) => field.type === 'count').map((field) => [field.id, sum(field.id)]),
        ),
        ...Object.fromEntries(computed.flatMap(({ id, total }) => (total ? [[id, total(sum)]] : []))),
      },
      notes: [...(spec.remarks?.(records.map(read), context) ?? []), ...(spec.notes ?? [])],
    };
  },
});

/** Counties in printing order, then what belongs to none of them. */
const withEveryCounty = (
  rows: readonly TableRow[],
  regions: readonly Value[],
  columns: readonly TableColumn[],
  computed: readonly ComputedColumn[],
  context: StatisticsContext,
): readonly TableRow[] => {
  const counties = countiesOf(context);
  const blank = Object.fromEntries([...columns, ...computed].map(({ id }) => [id, null]));
  const names = new Map(context.regions.map((region) => [region.code, region.name]));
  return [
    ...counties.flatMap((code) => {
      const own = rows.filter((_, i) => regions[i] === code);
      return own.length ? own : [{ ...blank, region: names.get(code) ?? code }];
    }),
    ...rows.filter((_, i) => !counties.includes(String(regions[i]))),
  ];
};

/** 县（区）: the regions below the office; the office itself where there is none below it. */
export const countiesOf = (context: StatisticsContext): readonly string[] => {
  const regions = ownRegions(context);
  const below = regions.filter((code) => code !== context.office.region);
  return below.length ? below : regions;
};
