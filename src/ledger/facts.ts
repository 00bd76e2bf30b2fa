/**
 * 统计数 (facts): additive counts by declared dimension tuple, for every month, every year and since the start, kept in the same
 * transaction as the records, so that a table over any months reads a few dozen rows whatever the ledger's size. There is no
 * daily grain: by day and agency there are nearly as many tuples as leads, and keeping them cost more than the leads; days
 * at the ragged ends of a period are counted from the rows by the index on day (count.ts).
 *
 * Counts gather in memory, a number per cell, and are written as differences. A blank counts under ''.
 */
import { dayOf, fieldIndex, type KindDeclaration, type Value } from '../domain/kind.js';
import { Cells } from './cells.js';
import { tableOf } from './columns.js';
import { type CountedState, type Dimension, type GatheredCube, gatheredCubes } from './cubes.js';
import type { Sqlite } from './database.js';

export const GRAINS = { all: 0, year: 1, month: 2 } as const;

/** Distinct cells held before they are written out: bounds the memory. */
const HELD = 150_000;
/** Months, and values of a dimension, that fit into a cell's number; beyond them what is held is written out first. */
const MONTHS = 4096;
const VALUES = [1, 2 ** 40, 2 ** 20, 2 ** 13] as const;

/** Numbers for texts, and back; 0 is the blank. */
class Dictionary {
  private readonly numbers = new Map<string, number>([['', 0]]);
  readonly texts: string[] = [''];

  of(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.numbers.set(text, number);
      this.texts.push(text);
    }
    return number;
  }
}

/** A dimension with the numbers of the record at hand; shared by all tuples that have it. */
interface Numbered {
  readonly dimension: Dimension;
  dictionary: Dictionary;
  present: number[];
}

interface Gathered {
  readonly admits: GatheredCube['admits'];
  readonly dimensions: readonly Numbered[];
  /** Values that a dimension may have before the cells' numbers run out. */
  readonly room: number;
  readonly yields: readonly { readonly name: string; readonly positions: readonly number[] }[];
  readonly cells: Cells;
}

export class Facts {
  private readonly dimensions = new Map<string, Numbered>();
  private readonly gathered: readonly Gathered[];
  private readonly numberedAll: readonly Numbered[];
  private readonly sums: readonly number[];
  private readonly day: number;
  private readonly amounts: number[];
  private months = new Dictionary();
  private held = 0;
  private counted = 0;
  private taken = false;

  constructor(
    private readonly db: Sqlite,
    private readonly kind: KindDeclaration,
    private readonly office: number,
  ) {
    this.sums = kind.sums.map((id) => fieldIndex(kind, id));
    this.amounts = new Array<number>(1 + this.sums.length).fill(0);
    this.day = kind.day === null ? -1 : fieldIndex(kind, kind.day);
    this.gathered = gatheredCubes(kind).map(({ admits, dimensions, yields }) => ({
      admits,
      dimensions: dimensions.map((dimension) => this.numbered(dimension)),
      room: VALUES[dimensions.length] ?? 0,
      yields,
      cells: new Cells(1 + this.sums.length),
    }));
    this.numberedAll = [...this.dimensions.values()];
  }

  private numbered(dimension: Dimension): Numbered {
    const known = this.dimensions.get(dimension.id);
    if (known) return known;
    const made = { dimension, dictionary: new Dictionary(), present: [0] };
    this.dimensions.set(dimension.id, made);
    return made;
  }

  /** Adds (sign 1) or takes away (sign -1) one record. */
  count(values: readonly Value[], state: CountedState | null, sign: 1 | -1): void {
    if (this.gathered.length === 0) return;
    if (sign < 0) this.taken = true;
    // A record adds few values: looking now and then is enough.
    if (this.held > HELD || ((++this.counted & 255) === 0 && this.outOfRoom())) this.flush();
    const { amounts, sums } = this;
    amounts[0] = sign;
    for (let i = 0; i < sums.length; i++) amounts[i + 1] = sign * Number(values[sums[i] ?? 0] ?? 0);
    for (const numbered of this.numberedAll) read(numbered, values, state);
    const month = this.months.of((dayOf(values[this.day]) ?? '').slice(0, 7));
    for (const gathered of this.gathered) {
      if (gathered.admits !== null && !gathered.admits(values, state)) continue;
      if (gathered.dimensions.length === 0) this.add(gathered.cells, month);
      else this.put(gathered, 0, month);
    }
  }

  /** Every combination of the record's values of the tuple, from dimension `depth` on. */
  private put(gathered: Gathered, depth: number, cell: number): void {
    const { dimensions, room, cells } = gathered;
    const dimension = dimensions[depth];
    if (dimension === undefined) return;
    const { present } = dimension;
    const last = depth === dimensions.length - 1;
    for (let i = 0; i < present.length; i++) {
      const next = cell * room + (present[i] ?? 0);
      if (last) this.add(cells, next);
      else this.put(gathered, depth + 1, next);
    }
  }

  private add(cells: Cells, cell: number): void {
    const { amounts } = this;
    const before = cells.size;
    const at = cells.at(cell);
    this.held += cells.size - before;
    for (let i = 0; i < amounts.length; i++) cells.add(at + i, amounts[i] ?? 0);
  }

  /** True where a dictionary is nearly too long for its place in a cell's number. */
  private outOfRoom(): boolean {
    if (this.months.texts.length >= MONTHS - 256) return true;
    for (const { dimensions, room } of this.gathered)
      for (const { dictionary } of dimensions) if (dictionary.texts.length > room / 2) return true;
    return false;
  }

  /** Writes the differences, for all grains and for the tuples that follow from those gathered. */
  flush(): void {
    if (this.held === 0) return;
    const names = this.kind.sums.map((sum) => `sum_${sum}`);
    const table = `stat_${tableOf(this.kind.id)}`;
    const upsert = this.db.prepare(
      `INSERT INTO ${table} (cube, grain, period, d1, d2, d3, office, n${names.map((name) => `, ${name}`).join('')})
       VALUES (?, ?, ?, ?, ?, ?, ${this.office}, ?${names.map(() => ', ?').join('')})
       ON CONFLICT (cube, grain, period, d1, d2, d3, office)
       DO UPDATE SET n = n + excluded.n${names.map((name) => `, ${name} = ${name} + excluded.${name}`).join('')}`,
    );
    const periods = periodsOf(this.months.texts);
    const sorted = new Map(this.numberedAll.map((numbered) => [numbered, inTextOrder(numbered.dictionary)]));
    for (const gathered of this.gathered) {
      for (const { name, positions } of gathered.yields) {
        const kept = positions.map((at) => sorted.get(gathered.dimensions[at] as Numbered) as Sorted);
        const sums = rolledUp(gathered, positions, kept, periods, this.amounts.length);
        const numbers = kept.map(() => 0);
        // In the table's own order: neighbours share a page.
        sums.inOrder((key, amounts) => {
          if (amounts.every((amount) => amount === 0)) return;
          const { grain, period } = periods.all[apart(key, gathered.room, numbers)] as Period; // put together from one
          const [d1 = '', d2 = '', d3 = ''] = kept.map(({ texts }, i) => texts[numbers[i] ?? 0] ?? '');
          upsert.run(name, grain, period, d1, d2, d3, ...amounts);
        });
      }
      gathered.cells.clear();
    }
    if (this.taken) this.db.exec(`DELETE FROM ${table} WHERE n = 0 AND office = ${this.office}`);
    this.taken = false;
    this.held = 0;
    this.months = new Dictionary();
    for (const numbered of this.numberedAll) numbered.dictionary = new Dictionary();
  }
}

interface Period {
  readonly grain: number;
  readonly period: string;
}

interface Periods {
  /** By grain and text, as the table has them. */
  readonly all: readonly Period[];
  /** Which of them count what happened in a month, by the month's number. */
  readonly of: readonly (readonly number[])[];
}

/** The whole time, the years and the months of the records at hand. Fewer than 2^13: see MONTHS. */
const periodsOf = (months: readonly string[]): Periods => {
  const known = months.filter((month) => month !== '');
  const years = [...new Set(known.map((month) => month.slice(0, 4)))].sort();
  const all = [
    { grain: GRAINS.all, period: '' },
    ...years.map((period) => ({ grain: GRAINS.year, period })),
    ...known.toSorted().map((period) => ({ grain: GRAINS.month, period })),
  ];
  const at = (grain: number, period: string): number =>
    all.findIndex((each) => each.grain === grain && each.period === period);
  const of = months.map((month) =>
    month === '' ? [0] : [0, at(GRAINS.year, month.slice(0, 4)), at(GRAINS.month, month)],
  );
  return { all, of };
};

/** The texts of a dictionary in order, and the place of each by its number. */
interface Sorted {
  readonly texts: readonly string[];
  readonly places: Int32Array;
}

const inTextOrder = ({ texts }: Dictionary): Sorted => {
  const order = texts.map((_, number) => number).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const places = new Int32Array(texts.length);
  order.forEach((number, place) => {
    places[number] = place;
  });
  return { texts: order.map((number) => texts[number] ?? ''), places };
};

const read = (numbered: Numbered, values: readonly Value[], state: CountedState | null): void => {
  const { dictionary, present } = numbered;
  const value = numbered.dimension.read(values, state);
  if (value === null || typeof value !== 'object') {
    if (present.length > 1) present.length = 1;
    present[0] = value === null ? 0 : dictionary.of(typeof value === 'string' ? value : String(value));
  } else if (value.length === 0) numbered.present = [0];
  else numbered.present = [...new Set(value)].map((each) => dictionary.of(each));
};

/**
 * Cells by period and the dimensions at these positions, each by its place in order, so that the order of the sums' numbers
 * is that of the table.
 */
const rolledUp = (
  { cells, dimensions, room }: Gathered,
  positions: readonly number[],
  kept: readonly Sorted[],
  periods: Periods,
  width: number,
): Cells => {
  const sums = new Cells(width);
  const numbers = dimensions.map(() => 0);
  const scale = room ** positions.length;
  cells.each((key, amounts) => {
    const month = apart(key, room, numbers);
    let tail = 0;
    for (let i = 0; i < positions.length; i++)
      tail = tail * room + (kept[i]?.places[numbers[positions[i] ?? 0] ?? 0] ?? 0);
    for (const period of periods.of[month] ?? []) {
      const at = sums.at(period * scale + tail);
      for (let i = 0; i < amounts.length; i++) sums.add(at + i, amounts[i] ?? 0);
    }
  });
  return sums;
};

/** Takes a cell's number apart into the `numbers` of its dimensions; what is left is that of its month or period. */
const apart = (key: number, room: number, numbers: number[]): number => {
  let rest = key;
  for (let i = numbers.length - 1; i >= 0; i--) {
    numbers[i] = rest % room;
    rest = Math.floor(rest / room);
  }
  return rest;
};
