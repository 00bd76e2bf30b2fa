/** 折行 (wrapped lines): short pieces side by side, and long ones folded, within the width of the terminal. */
import { chineseWrap, textWidth } from './chinese-wrap.js';
import type { Layout } from './layout.js';

/** Narrower than this a terminal is not laid out for: folded text would be a ladder of single characters. */
const NARROWEST = 20;

/** Pieces with a gap between them, as many to a line as fit; a piece longer than a line is folded by itself. */
export const wrappedLines = (pieces: readonly string[], gap: string, { width }: Layout): readonly string[] => {
  if (width === null) return pieces.length ? [pieces.join(gap)] : [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const joined = line === '' ? piece : line + gap + piece;
    if (line !== '' && textWidth(joined) > width) {
      lines.push(line);
      line = piece;
    } else line = joined;
  }
  if (line !== '') lines.push(line);
  return lines.flatMap((each) => folded(each, width).split('\n'));
};

/** One text folded at the width, the lines after the first indented; null leaves it whole. */
export const folded = (text: string, width: number | null, indent = ''): string =>
  width === null ? text : chineseWrap(text, Math.max(width - indent.length, NARROWEST)).replaceAll('\n', `\n${indent}`);
