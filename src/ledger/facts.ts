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
import { type CountedState, type Dimension, gatheredCubes } from './cubes.js';
import type { Sqlite } from './database.js';
import { ManyRows } from './many-rows.js';
import { type Layout, layoutOf, type Numbering, type PreparedRows, STATE } from './prepared.js';
import { apart, Dictionary, inTextOrder, type Period, periodsOf, rolledUp, type Sorted } from './roll-up.js';

export { GRAINS } from './roll-up.js';

/** Distinct cells held before they are written out: bounds the memory. */
const HELD = 150_000;
/** Months, and values of a dimension, that fit into a cell's number; beyond them what is held is written out first. */
const MONTHS = 4096;
const VALUES = [1, 2 ** 40, 2 ** 20, 2 ** 13] as const;

/** A dimension with the numbers of the record at hand; shared by all tuples that have it. */
interface Numbered {
  readonly dimension: Dimension;
  dictionary: Dictionary;
  present: readonly number[];
  /** Where a prepared row has its number, and what that number stands for here; -1 where it has none. */
  readonly column: number;
  prepared: (readonly number[])[];
}

/** Where prepared rows tell the value of a dimension, -1 where they do not. */
const columnOf = ({ fields, state }: Layout, kind: KindDeclaration, id: string): number => {
  if (kind.assessed && id === 'decision') return state + STATE.decision;
  if (kind.assessed && id === 'situation') return state + STATE.met;
  const field = fieldIndex(kind, id);
  return field < fields ? field : -1;
};

/** A tuple that counts only the records with one of these values. */
interface Only {
  readonly numbered: Numbered;
  readonly able: ReadonlySet<string>;
}

const admits = ({ numbered: { present, dictionary }, able }: Only): boolean =>
  present.some((number) => able.has(dictionary.texts[number] ?? ''));

interface Gathered {
  readonly only: readonly Only[];
  readonly dimensions: readonly Numbered[];
  /** The two of them, as nearly every tuple has: counted without going down one by one. */
  readonly pair: readonly [Numbered, Numbered] | null;
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
  private readonly layout: Layout;
  /** True where all that is counted stands in prepared rows. */
  readonly takesPrepared: boolean;
  private months = new Dictionary();
  /** By the number that the day has in prepared rows. */
  private monthOf: number[] = [];
  private numbering: Numbering | null = null;
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
    this.layout = layoutOf(kind);
    this.gathered = gatheredCubes(kind).map(({ only, dimensions, yields }) => {
      const numbered = dimensions.map((dimension) => this.numbered(dimension));
      const [one, other] = numbered;
      return {
        only: only.map(({ dimension, values }) => ({ numbered: this.numbered(dimension), able: new Set(values) })),
        dimensions: numbered,
        pair: one && other && numbered.length === 2 ? [one, other] : null,
        room: VALUES[dimensions.length] ?? 0,
        yields,
        cells: new Cells(1 + this.sums.length),
      };
    });
    this.numberedAll = [...this.dimensions.values()];
    this.takesPrepared = this.sums.length === 0 && this.numberedAll.every(({ column }) => column >= 0);
  }

  private numbered(dimension: Dimension): Numbered {
    const known = this.dimensions.get(dimension.id);
    if (known) return known;
    const column = columnOf(this.layout, this.kind, dimension.id);
    const made = { dimension, dictionary: new Dictionary(), present: [0], column, prepared: [] };
    this.dimensions.set(dimension.id, made);
    return made;
  }

  /** Adds (sign 1) or takes away (sign -1) one record. */
  count(values: readonly Value[], state: CountedState | null, sign: 1 | -1): void {
    if (this.gathered.length === 0) return;
    if (sign < 0) this.taken = true;
    this.makeRoom();
    const { amounts, sums } = this;
    amounts[0] = sign;
    for (let i = 0; i < sums.length; i++) amounts[i + 1] = sign * Number(values[sums[i] ?? 0] ?? 0);
    for (const numbered of this.numberedAll) read(numbered, values, state);
    this.tally(this.months.of(monthOf(values[this.day])));
  }

  /** Adds a new record by the numbers of its values: what each stands for here is looked up once for all records that have it. */
  countPrepared({ numbers, numbering }: PreparedRows, at: number): void {
    this.makeRoom();
    if (numbering !== this.numbering) this.renumber(numbering);
    this.amounts[0] = 1;
    for (const numbered of this.numberedAll) {
      const number = numbers[at + numbered.column] ?? 0;
      numbered.present = numbered.prepared[number] ?? learn(numbered, number, numbering);
    }
    const day = this.day < 0 ? 0 : (numbers[at + this.day] ?? 0);
    this.monthOf[day] ??= this.months.of(monthOf(numbering.values[day]));
    this.tally(this.monthOf[day]);
  }

  private renumber(numbering: Numbering | null): void {
    this.numbering = numbering;
    this.monthOf = [];
    for (const numbered of this.numberedAll) numbered.prepared = [];
  }

  /** A record adds few values: looking now and then is enough. */
  private makeRoom(): void {
    if (this.held > HELD || ((++this.counted & 255) === 0 && this.outOfRoom())) this.flush();
  }

  private tally(month: number): void {
    const { gathered } = this;
    for (let g = 0; g < gathered.length; g++) {
      const { only, cells, dimensions, room, pair } = gathered[g] as Gathered; // below its length
      if (only.length > 0 && !only.every(admits)) continue;
      if (pair === null) {
        this.put(cells, dimensions, room, 0, month);
        continue;
      }
      const one = pair[0].present;
      const other = pair[1].present;
      for (let i = 0; i < one.length; i++)
        for (let k = 0; k < other.length; k++) this.add(cells, (month * room + (one[i] ?? 0)) * room + (other[k] ?? 0));
    }
  }

  /** Every combination of the record's values of the tuple, from dimension `depth` on. */
  private put(cells: Cells, dimensions: readonly Numbered[], room: number, depth: number, cell: number): void {
    const dimension = dimensions[depth];
    if (dimension === undefined) {
      this.add(cells, cell);
      return;
    }
    const { present } = dimension;
    for (let i = 0; i < present.length; i++)
      this.put(cells, dimensions, room, depth + 1, cell * room + (present[i] ?? 0));
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
    const rows = new ManyRows(
      this.db,
      `INSERT INTO ${table} (cube, grain, period, d1, d2, d3, office, n${names.map((name) => `, ${name}`).join('')})`,
      `(?, ?, ?, ?, ?, ?, ${this.office}, ?${names.map(() => ', ?').join('')})`,
      `ON CONFLICT (cube, grain, period, d1, d2, d3, office)
       DO UPDATE SET n = n + excluded.n${names.map((name) => `, ${name} = ${name} + excluded.${name}`).join('')}`,
      7 + names.length,
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
          rows.add(name, grain, period, d1, d2, d3, ...amounts);
        });
      }
      gathered.cells.clear();
    }
    rows.end();
    if (this.taken) this.db.exec(`DELETE FROM ${table} WHERE n = 0 AND office = ${this.office}`);
    this.taken = false;
    this.held = 0;
    this.months = new Dictionary();
    for (const numbered of this.numberedAll) numbered.dictionary = new Dictionary();
    this.renumber(null);
  }
}

const monthOf = (day: Value | undefined): string => (dayOf(day) ?? '').slice(0, 7);

const read = (numbered: Numbered, values: readonly Value[], state: CountedState | null): void => {
  numbered.present = numbersOf(numbered.dimension.read(values, state), numbered.dictionary);
};

/** A blank counts as one value, a list once for each of its values. */
const numbersOf = (value: Value, dictionary: Dictionary): readonly number[] => {
  if (value === null) return BLANK;
  if (typeof value !== 'object') return [dictionary.of(String(value))];
  return value.length === 0 ? BLANK : [...new Set(value)].map((each) => dictionary.of(each));
};

const BLANK: readonly number[] = [0];

const learn = (numbered: Numbered, number: number, { values }: Numbering): readonly number[] => {
  const made = numbersOf(values[number] ?? null, numbered.dictionary);
  numbered.prepared[number] = made;
  return made;
};
