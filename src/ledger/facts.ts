/**
 * 统计数 (facts): additive counts per month and declared dimension tuple, kept in the same transaction as the records, and
 * rolled up to years and since-start, so that a table over whole months reads a few dozen rows whatever the ledger's size. The
 * days of a broken month are counted from the records by their day index: facts per day and agency would be as many as the
 * records themselves, and cost an import more than they ever save a report (measured: half of the import).
 *
 * Counts gather in memory by number (month, value ids), one map per tuple, and go to the table as differences. A list field
 * counts once per value, a blank as ''.
 */
import { dayOf, fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../domain/kind.js';
import { tableOf } from './columns.js';
import type { Sqlite } from './open.js';

/** since start, year, month */
export const GRAINS = { all: 0, year: 1, month: 2 } as const;

/** Distinct cells held before they are written out: bounds the memory. */
const HELD = 50_000;
/** Value ids fit in 18 bits, seconds in 10 and months in 15, so that a cell's number stays exact in a double. */
const IDS = 2 ** 18;

/** What a dimension reads of a record: its field, or what the assessment says. */
type DimensionReader = (values: readonly Value[], assessed: AssessedDimensions | null) => readonly string[];

export interface AssessedDimensions {
  readonly decision: string;
  readonly met: readonly string[];
}

const NOTHING: readonly string[] = [''];

const readerOf = (kind: KindDeclaration, id: string): DimensionReader => {
  if (kind.assessed && id === 'decision') return (_, assessed) => [assessed?.decision ?? ''];
  if (kind.assessed && id === 'situation') return (_, assessed) => (assessed && assessed.met.length > 0 ? assessed.met : NOTHING);
  const index = fieldIndex(kind, id);
  const field = fieldsOf(kind)[index];
  if (!field) throw new Error(`kind ${kind.id} is counted by an unknown field ${id}`);
  return (values) => {
    const value = values[index] ?? null;
    if (value === null) return NOTHING;
    if (typeof value === 'object') return value.length > 0 ? value : NOTHING;
    return [String(value)];
  };
};

/** Numbers for texts, and back. */
class Dictionary {
  private readonly ids = new Map<string, number>();
  readonly texts: string[] = [];

  id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.ids.set(text, id);
      this.texts.push(text);
    }
    return id;
  }
}

interface Cube {
  readonly number: number;
  readonly readers: readonly DimensionReader[];
  /** Cell number -> n and sums. */
  readonly cells: Map<number, number[]>;
}

export class Facts {
  private readonly cubes: readonly Cube[];
  private readonly months = new Dictionary();
  private texts = new Dictionary();
  private readonly seconds = new Dictionary();
  private readonly sums: readonly number[];
  private readonly day: number;
  private held = 0;

  constructor(
    private readonly db: Sqlite,
    private readonly kind: KindDeclaration,
    private readonly office: number,
  ) {
    this.cubes = kind.counted.map(({ by }, number) => ({ number, readers: by.map((id) => readerOf(kind, id)), cells: new Map() }));
    this.sums = kind.sums.map((id) => fieldIndex(kind, id));
    this.day = kind.day === null ? -1 : fieldIndex(kind, kind.day);
  }

  /** Adds (sign 1) or takes away (sign -1) one record. */
  count(values: readonly Value[], assessed: AssessedDimensions | null, sign: 1 | -1): void {
    const month = this.months.id(dayOf(values[this.day])?.slice(0, 7) ?? '');
    for (const cube of this.cubes) {
      const [one, two] = cube.readers;
      if (!one) this.put(cube, month * IDS * 1024, values, sign);
      else
        for (const first of one(values, assessed)) {
          const cell = (month * IDS + this.texts.id(first)) * 1024;
          if (!two) this.put(cube, cell, values, sign);
          else for (const second of two(values, assessed)) this.put(cube, cell + this.second(second), values, sign);
        }
    }
    if (this.held > HELD || this.texts.texts.length >= IDS - 64) this.flush();
  }

  /** Second dimensions are short lists (decisions, situations, conducts); a long one is spilled early. */
  private second(text: string): number {
    const id = this.seconds.id(text);
    if (id < 1023) return id;
    throw new Error(`kind ${this.kind.id}: the second dimension of a count has more than 1,023 values`);
  }

  private put(cube: Cube, cell: number, values: readonly Value[], sign: number): void {
    let amounts = cube.cells.get(cell);
    if (amounts === undefined) {
      amounts = new Array<number>(1 + this.sums.length).fill(0);
      cube.cells.set(cell, amounts);
      this.held++;
    }
    amounts[0] = (amounts[0] ?? 0) + sign;
    for (let i = 0; i < this.sums.length; i++) amounts[i + 1] = (amounts[i + 1] ?? 0) + sign * Number(values[this.sums[i] ?? 0] ?? 0);
  }

  /** Writes the differences to all three grains. */
  flush(): void {
    if (this.held === 0) return;
    const columns = this.kind.sums.map((sum) => `sum_${sum}`);
    const table = `stat_${tableOf(this.kind.id)}`;
    const upsert = this.db.prepare(
      `INSERT INTO ${table} (office, cube, grain, period, d1, d2, n${columns.map((c) => `, ${c}`).join('')})
       VALUES (?, ?, ?, ?, ?, ?, ?${columns.map(() => ', ?').join('')})
       ON CONFLICT (office, cube, grain, period, d1, d2) DO UPDATE SET n = n + excluded.n${columns.map((c) => `, ${c} = ${c} + excluded.${c}`).join('')}`,
    );
    for (const cube of this.cubes) {
      const rolled = new Map<string, number[]>();
      for (const [cell, amounts] of cube.cells) {
        const rest = Math.floor(cell / 1024);
        const month = this.months.texts[Math.floor(rest / IDS)] ?? '';
        const first = cube.readers.length > 0 ? (this.texts.texts[rest % IDS] ?? '') : '';
        const second = cube.readers.length > 1 ? (this.seconds.texts[cell % 1024] ?? '') : '';
        const write = (grain: number, period: string): void => {
          const key = `${grain}\u001f${period}\u001f${first}\u001f${second}`;
          const sum = rolled.get(key);
          if (sum === undefined) rolled.set(key, [...amounts]);
          else for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (amounts[i] ?? 0);
        };
        write(GRAINS.all, '');
        if (month === '') continue;
        write(GRAINS.year, month.slice(0, 4));
        write(GRAINS.month, month);
      }
      for (const [key, amounts] of rolled) {
        if (amounts.every((amount) => amount === 0)) continue;
        const [grain, period, first, second] = key.split('\u001f');
        upsert.run(this.office, cube.number, Number(grain), period, first, second, ...amounts);
      }
      cube.cells.clear();
    }
    // Ids are only valid within one flush, so the names of what is written out may go.
    this.texts = new Dictionary();
    this.held = 0;
  }
}
