/** 版面 (layout): what a text renderer must be told of the place where its text goes; it never looks for itself. */
import { Chalk, type ChalkInstance } from 'chalk';

export interface Layout {
  /** False in a pipe, in a file and under NO_COLOR, which chalk and cli-table3 do not heed by themselves. */
  readonly color: boolean;
  /** Columns of the terminal; null where lines need no limit, so that a pipe gets every row on one line. */
  readonly width: number | null;
}

export const PLAIN: Layout = { color: false, width: null };

/** chalk that colours where the layout allows it, and else returns its text as it is. */
export const chalkFor = ({ color }: Layout): ChalkInstance => new Chalk({ level: color ? 1 : 0 });
