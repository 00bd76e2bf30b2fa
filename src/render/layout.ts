/** 版面 (layout): what a text renderer must be told of the place where its text goes; it never looks for itself. */
import { Chalk } from 'chalk';

export interface Layout {
  /** False in a pipe, in a file and under NO_COLOR, which chalk and cli-table3 do not heed by themselves. */
  readonly color: boolean;
  /** Columns of the terminal; null where lines need no limit, so that a pipe gets every row on one line. */
  readonly width: number | null;
}

export const PLAIN: Layout = { color: false, width: null };

/** 颜色 (colours) that the text renderers use. */
export type Ink = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan', (text: string) => string>>;

const plain = (text: string): string => text;

const NO_INK: Ink = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain, cyan: plain };

/** chalk where the layout allows colours; without them it is not asked, nor loaded by the built program. */
export const inkFor = ({ color }: Layout): Ink => (color ? new Chalk({ level: 1 }) : NO_INK);
