/**
 * 汇总 (rolling up): the cells gathered month by month, summed for the years and the whole time and for the tuples that follow from those
 * gathered, in the order in which the table of counts has them.
 */
import { Cells } from './cells.js';

export const GRAINS = { all: 0, year: 1, month: 2 } as const;

/** Numbers for texts, and back; 0 is the blank. */
export class Dictionary {
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

export interface Period {
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
export const periodsOf = (months: readonly string[]): Periods => {
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
export interface Sorted {
  readonly texts: readonly string[];
  readonly places: Int32Array;
}

export const inTextOrder = ({ texts }: Dictionary): Sorted => {
  const order = texts.map((_, number) => number).sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  const places = new Int32Array(texts.length);
  order.forEach((number, place) => {
    places[number] = place;
  });
  return { texts: order.map((number) => texts[number] ?? ''), places };
};

interface Rollable {
  readonly cells: Cells;
  readonly dimensions: readonly unknown[];
  readonly room: number;
}

/**
 * Cells by period and the dimensions at these positions, each by its place in order, so that the order of the sums' numbers
 * is that of the table.
 */
export const rolledUp = (
  { cells, dimensions, room }: Rollable,
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
export const apart = (key: number, room: number, numbers: number[]): number => {
  let rest = key;
  for (let i = numbers.length - 1; i >= 0; i--) {
    numbers[i] = rest % room;
    rest = Math.floor(rest / room);
  }
  return rest;
};
