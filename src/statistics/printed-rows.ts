/**
 * 行与列的次序 (which rows and period columns a count table prints, and in which order): closed lists in full and in
 * their own order, open lists of names by size, periods without a gap.
 */
import { type Dimension, printedValues } from './dimension.js';
import { columnOf, columnStart, columnsBetween, columnTitle } from './period.js';
import type { PeriodColumns, StatisticsContext } from './table.js';

type Tuple = readonly (string | null)[];

/** The full product of closed lists is printed up to this many rows; beyond it only what was counted. */
const PRODUCT_LIMIT = 400;

/** Every combination of the dimensions' values. */
const product = (lists: readonly (readonly (string | null)[])[]): readonly Tuple[] =>
  lists.reduce<readonly Tuple[]>(
    (tuples, values) => tuples.flatMap((tuple) => values.map((value) => [...tuple, value])),
    [[]],
  );

export const printedTuples = (
  dimensions: readonly Dimension[],
  counted: readonly Tuple[],
  numberOf: (tuple: Tuple) => number,
): readonly Tuple[] => {
  const lists = dimensions.map((dimension, i) =>
    printedValues(
      dimension,
      counted.map((tuple) => tuple[i] ?? null),
    ),
  );
  const closed = dimensions.every((dimension) => dimension.values !== null);
  const size = lists.reduce((n, list) => n * list.length, 1);
  if (dimensions.length <= 1 || (closed && size <= PRODUCT_LIMIT)) return ranked(dimensions, product(lists), numberOf);
  const places = lists.map((list) => new Map(list.map((value, place) => [value, place])));
  const place = (tuple: Tuple, i: number): number => places[i]?.get(tuple[i] ?? null) ?? 0;
  const unique = new Map(counted.map((tuple) => [JSON.stringify(tuple), tuple]));
  const listed = [...unique.values()].sort((a, b) => {
    for (let i = 0; i < dimensions.length; i++) {
      const order = place(a, i) - place(b, i);
      if (order !== 0) return order;
    }
    return 0;
  });
  return listed;
};

/** A single open list of names goes by size, blank last; equal sizes keep the pinyin order they come in. */
const ranked = (
  dimensions: readonly Dimension[],
  tuples: readonly Tuple[],
  numberOf: (tuple: Tuple) => number,
): readonly Tuple[] =>
  dimensions.length === 1 && dimensions[0]?.ranked
    ? [...tuples].sort((a, b) => Number(a[0] === null) - Number(b[0] === null) || numberOf(b) - numberOf(a))
    : tuples;

export interface PrintedColumn {
  readonly id: string;
  readonly value: string | null;
  readonly title: string;
}

/** The period columns, empty ones included; a last one for records whose day is blank. */
export const periodColumns = (
  context: StatisticsContext,
  grain: PeriodColumns,
  counted: readonly Tuple[],
): readonly PrintedColumn[] => {
  const seen = counted.map((tuple) => tuple[0] ?? null);
  const dated = seen.filter((column): column is string => column !== null).sort();
  const { from, to } = context.period;
  const earliest = dated[0];
  const latest = dated[dated.length - 1];
  const first = from ?? (earliest ? columnStart(earliest) : null);
  // An open period ends today, or with the last record where a record lies in the future.
  const now = latest && columnStart(latest) > context.today ? columnStart(latest) : context.today;
  const last = to ?? now;
  const columns = first === null ? [] : columnsBetween(columnStart(columnOf(first, grain)), last, grain);
  const printed = columns.map((column) => ({ id: column, value: column, title: columnTitle(column) }));
  return seen.includes(null) ? [...printed, { id: 'undated', value: null, title: '未填日期' }] : printed;
};
