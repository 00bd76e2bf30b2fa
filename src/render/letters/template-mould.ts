/**
 * 模板铸型 (mould): a template worked out once into fixed text and places for fields, so that a letter is a joining of texts;
 * reading and writing the document for each letter takes twenty times as long. What a loop repeats is learned from
 * easy-template-x itself: the template is filled with marks, with no, one and two rows, and the texts are compared.
 * Trap: a mould that does not give exactly what the package gives for three trial letters is not used.
 */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { FieldData } from './template-fields.js';
import { LOOPS, SCALARS } from './template-fields.js';
import { archiveWith, type Parts } from './word-archive.js';
import { xmlText } from './word-xml.js';

/** Fills the template with easy-template-x and gives the bytes of the file. */
export type Fill = (data: FieldData) => Promise<Uint8Array>;

// A mark is of one length and of characters that no document holds: a private-use one and the number of the field.
const MARK = 0xe000;
const OPEN = String.fromCharCode(MARK);
const MARK_LENGTH = 4;
const mark = (index: number): string => OPEN + index.toString(36).padStart(MARK_LENGTH - 1, '0');
const MARKS = new RegExp(`${OPEN}[0-9a-z]{${MARK_LENGTH - 1}}`, 'g');

interface Field {
  readonly loop: string | null;
  readonly row: number;
  readonly name: string;
}

/** Every field that a mark can stand for: those of a loop once for each of two rows. */
const FIELDS: readonly Field[] = [
  ...SCALARS.map((name) => ({ loop: null, row: 0, name })),
  ...Object.entries(LOOPS).flatMap(([loop, names]) =>
    [0, 1].flatMap((row) => names.map((name) => ({ loop, row, name }))),
  ),
];
const MARK_OF = new Map(FIELDS.map(({ loop, row, name }, i) => [`${loop ?? ''}/${row}/${name}`, mark(i)]));
const fieldOf = (text: string): Field | undefined => FIELDS[Number.parseInt(text.slice(1), 36)];

const dataWith = (rowsOf: (loop: string) => number, text: (loop: string, row: number, name: string) => string) =>
  Object.fromEntries<FieldData[string]>([
    ...SCALARS.map((name): [string, string] => [name, text('', 0, name)]),
    ...Object.entries(LOOPS).map(([loop, names]): [string, Record<string, string>[]] => [
      loop,
      Array.from({ length: rowsOf(loop) }, (_, row) =>
        Object.fromEntries(names.map((name) => [name, text(loop, row, name)])),
      ),
    ]),
  ]);
const marked = (rowsOf: (loop: string) => number): FieldData =>
  dataWith(rowsOf, (loop, row, name) => MARK_OF.get(`${loop}/${row}/${name}`) ?? '');

/** Fixed text, or a field by its name. */
type Piece = string | { readonly field: string };

/** A loop: what stands where it has no row; else `first`, the rows with `between`, `last`. */
interface Repeated {
  readonly loop: string;
  readonly none: readonly Piece[];
  readonly first: readonly Piece[];
  readonly row: readonly Piece[];
  readonly between: readonly Piece[];
  readonly last: readonly Piece[];
}
type Mould = readonly (Piece | Repeated)[];

/** The package could not be understood for this template; it is filled letter by letter. */
class NoMould extends Error {}
const require = (holds: boolean): void => {
  if (!holds) throw new NoMould();
};

/** Pieces of a text in which only fields of `loop`, first row, and those outside of loops may be marked. */
const piecesOf = (text: string, loop: string | null): readonly Piece[] => {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(MARKS)) {
    const field = fieldOf(found);
    if (field === undefined || field.row > 0 || (field.loop !== null && field.loop !== loop)) throw new NoMould();
    if (index > done) pieces.push(text.slice(done, index));
    pieces.push({ field: field.name });
    done = index + MARK_LENGTH;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
};

/** How far two texts agree at their beginnings and ends; never into the middle of a mark. */
const agreeAtStart = (a: string, b: string, most: number): number => {
  let n = 0;
  while (n < most && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  for (let back = 1; back < MARK_LENGTH && back <= n; back++) if (a.charCodeAt(n - back) === MARK) return n - back;
  return n;
};
const agreeAtEnd = (a: string, b: string, most: number): number => {
  let n = 0;
  while (n < most && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  // A mark cut in two begins before the place of the cut.
  for (let back = 1; back < MARK_LENGTH; back++)
    if (a.charCodeAt(a.length - n - back) === MARK) return Math.max(0, n - (MARK_LENGTH - back));
  return n;
};

const placesOf = (text: string, loop: string): readonly { readonly at: number; readonly row: number }[] =>
  [...text.matchAll(MARKS)].flatMap(({ 0: found, index }) => {
    const field = fieldOf(found);
    return field?.loop === loop ? [{ at: index, row: field.row }] : [];
  });

/** Where a loop stands in the text with one row, at `done` or later, and what it does there. */
const learn = (
  loop: string,
  one: string,
  two: string,
  none: string,
  done: number,
): Repeated & { start: number; end: number } => {
  const inTwo = placesOf(two, loop);
  const begin = inTwo[0]?.at ?? 0;
  const second = inTwo.find(({ row }) => row === 1)?.at ?? -1;
  // A loop that stands twice goes back to its first row after the second.
  require(second > begin && inTwo.every(({ at, row }) => at < second === (row === 0)));
  const inOne = placesOf(one, loop);
  const from = inOne[0]?.at ?? 0;
  // A row is told by its fields alone; what stands around them belongs to `first`, `between` and `last`.
  const length = (inOne.at(-1)?.at ?? from) + MARK_LENGTH - from;
  require(two.startsWith(one.slice(from, from + length), begin));
  const least = Math.min(one.length, none.length);
  const before = agreeAtStart(one, none, least);
  const after = agreeAtEnd(one, none, least);
  // Where the texts around a loop are alike it may be said to begin earlier or later: as early as the loop before it allows.
  const slides = before + after >= none.length;
  const start = slides ? Math.min(before, from, Math.max(done, none.length - after)) : before;
  const end = slides ? start + one.length - none.length : one.length - after;
  require(start >= done && start <= from && end >= from + length);
  return {
    loop,
    start,
    end,
    none: piecesOf(none.slice(start, none.length - one.length + end), null),
    first: piecesOf(one.slice(start, from), null),
    row: piecesOf(one.slice(from, from + length), loop),
    between: piecesOf(two.slice(begin + length, second), null),
    last: piecesOf(one.slice(from + length, end), null),
  };
};

const mouldOf = (one: string, two: string, none: ReadonlyMap<string, string>): Mould => {
  // Fields in attributes and in drawings break their lines in other ways than the text of a paragraph.
  for (const { index } of one.matchAll(MARKS))
    require(
      /<w:t(?: [^<>]*)?>$/.test(
        one.slice(one.lastIndexOf('<', index), one.indexOf('>', one.lastIndexOf('<', index)) + 1),
      ),
    );
  const loops = [...none.keys()]
    .map((loop) => ({ loop, at: placesOf(one, loop)[0]?.at ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const mould: (Piece | Repeated)[] = [];
  let done = 0;
  for (const { loop } of loops) {
    const each = learn(loop, one, two, none.get(loop) ?? '', done);
    mould.push(...piecesOf(one.slice(done, each.start), null), each);
    done = each.end;
  }
  return [...mould, ...piecesOf(one.slice(done), null)];
};

const LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">';
const said = (value: unknown): string => (typeof value === 'string' ? xmlText(value).replaceAll('\n', LINE_BREAK) : '');

const cast = (mould: Mould, data: FieldData): string => {
  const text = (pieces: readonly Piece[], row: Readonly<Record<string, string>>): string =>
    pieces.map((each) => (typeof each === 'string' ? each : said(row[each.field] ?? data[each.field]))).join('');
  return mould
    .map((each) => {
      if (typeof each === 'string' || 'field' in each) return text([each], {});
      const rows = data[each.loop];
      if (!Array.isArray(rows) || rows.length === 0) return text(each.none, {});
      const between = text(each.between, {});
      return text(each.first, {}) + rows.map((row) => text(each.row, row)).join(between) + text(each.last, {});
    })
    .join('');
};

/** Letters by which a mould is tried: every loop with three rows, and each with three or none in turn. */
const TRIALS: readonly FieldData[] = [() => 3, (i: number) => (i % 2) * 3, (i: number) => ((i + 1) % 2) * 3].map(
  (rows) =>
    dataWith(
      (loop) => rows(Object.keys(LOOPS).indexOf(loop)),
      (loop, row, name) => `${loop}<${name}>&${row}`,
    ),
);

const texts = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(unzipSync(bytes, { filter: ({ name }) => /^word\/[^/]+\.xml$/.test(name) })).map(([name, part]) => [
      name,
      strFromU8(part),
    ]),
  );

/** Fills a template at the speed of joining texts; null where the template is too unusual for that. */
export const castingOf = async (fill: Fill): Promise<((data: FieldData) => Uint8Array) | null> => {
  try {
    const whole = await fill(marked(() => 1));
    const one = texts(whole);
    const two = texts(await fill(marked(() => 2)));
    const none = new Map<string, ReadonlyMap<string, string>>();
    for (const loop of Object.keys(LOOPS))
      if ([...one.values()].some((text) => placesOf(text, loop).length > 0))
        none.set(loop, texts(await fill(marked((each) => (each === loop ? 0 : 1)))));
    const moulds = [...one]
      .filter(([, text]) => text.includes(OPEN))
      .map(([part, text]): readonly [string, Mould] => [
        part,
        mouldOf(text, two.get(part) ?? '', new Map([...none].map(([loop, parts]) => [loop, parts.get(part) ?? '']))),
      ]);
    for (const trial of TRIALS) {
      const truth = texts(await fill(trial));
      require(
        [...one].every(([part, text]) => {
          const mould = moulds.find(([name]) => name === part);
          return truth.get(part) === (mould === undefined ? text : cast(mould[1], trial));
        }),
      );
    }
    const shared: Parts = Object.fromEntries(
      Object.entries(unzipSync(whole)).filter(([part]) => !moulds.some(([name]) => name === part)),
    );
    const file = archiveWith(shared);
    return (data) => file(Object.fromEntries(moulds.map(([part, mould]) => [part, strToU8(cast(mould, data))])));
  } catch (thrown) {
    if (thrown instanceof NoMould) return null;
    throw thrown;
  }
};
