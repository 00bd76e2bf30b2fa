/**
 * Headings of a sheet or keys of a mapping -> fields of a kind (表头对应), by name and never by position. Titles and ids of the
 * kind come first, then the aliases of real sheets; differences of typing are folded away.
 */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { REJECT_HEADINGS } from '../formats/index.js';
import { fold, foldHeading } from './folding.js';
import type { HeadingAlias } from './settings.js';

/** Columns that every sheet may have and nobody imports: running numbers and the explanations of a rejects file. */
const PASSED_OVER: ReadonlySet<string> = new Set([...REJECT_HEADINGS, '序号', '序', 'no', 'kind'].map(fold));

/** 表头表 of one kind: folded heading -> position of the field in storage order. */
export type HeadingIndex = ReadonlyMap<string, number>;

export const headingIndex = (kind: KindDeclaration, aliases: readonly HeadingAlias[]): HeadingIndex => {
  const index = new Map<string, number>();
  const fields = fieldsOf(kind);
  const learn = (heading: string, field: number): void => {
    for (const form of [fold(heading), foldHeading(heading)])
      if (form !== '' && !index.has(form)) index.set(form, field);
  };
  fields.forEach(({ id, title }, at) => {
    learn(title, at);
    learn(id, at);
  });
  for (const alias of aliases) {
    const at = fields.findIndex(({ id }) => id === alias.field);
    if (at >= 0 && (alias.kind === '*' || alias.kind === kind.id)) learn(alias.heading, at);
  }
  return index;
};

/** No heading is longer; while headings are looked for, cells of a million characters come by as well. */
const LONGEST_HEADING = 100;

/** The field that a heading names, or -1. */
export const fieldOf = (index: HeadingIndex, heading: string): number => {
  if (heading.length > LONGEST_HEADING) return -1;
  return index.get(fold(heading)) ?? index.get(foldHeading(heading)) ?? -1;
};

const isPassedOver = (heading: string): boolean =>
  heading.length <= LONGEST_HEADING && PASSED_OVER.has(foldHeading(heading));

/** 表头对应: which column gives which field. */
export interface Binding {
  /** By field, in storage order: the column that gives it, or -1. */
  readonly columnOf: readonly number[];
  /** Further columns that name the same field. */
  readonly doubled: readonly { readonly field: number; readonly column: number }[];
  /** Columns whose heading names nothing of this kind. */
  readonly unknown: readonly number[];
  /** Columns without a heading. */
  readonly unnamed: readonly number[];
}

export const bind = (names: readonly string[], index: HeadingIndex, fieldCount: number): Binding => {
  const columnOf: number[] = new Array<number>(fieldCount).fill(-1);
  const doubled: { field: number; column: number }[] = [];
  const unknown: number[] = [];
  const unnamed: number[] = [];
  names.forEach((name, column) => {
    if (name.trim() === '') unnamed.push(column);
    else {
      const field = fieldOf(index, name);
      if (field < 0) {
        if (!isPassedOver(name)) unknown.push(column);
      } else if ((columnOf[field] ?? -1) < 0) columnOf[field] = column;
      else doubled.push({ field, column });
    }
  });
  return { columnOf, doubled, unknown, unnamed };
};
