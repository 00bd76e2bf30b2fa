/**
 * 折行 (wrapping) of Chinese text to columns of a terminal, by the rules of Chinese typesetting: a line may end after any
 * Chinese character, but no line begins with a closing mark (，。”）) or ends with an opening one (“（《); Latin words and
 * numbers stay whole. wrap-ansi knows only blanks as places to break, and is used for what is too long for a line anyhow.
 */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

const OPENING = new Set('“‘《〈（〔「『【');
const CLOSING = new Set('，。、；：！？”’》〉）〕」』】…％%');

/** Columns of a character that can be told without knowing its neighbours; 0 for all others. */
const usualColumns = (code: number): number => {
  if (code >= 0x20 && code <= 0x7e) return 1;
  if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x3029) || (code >= 0xff01 && code <= 0xff60))
    return 2;
  // Dashes, quotation marks, the ellipsis.
  return code >= 0x2010 && code <= 0x2027 ? 1 : 0;
};

/** True for a text of one line whose columns are known for certain: other programs count the rest in ways of their own. */
export const isUsual = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (usualColumns(text.charCodeAt(i)) === 0) return false;
  return true;
};

/** Columns of one line. string-width takes 60 ms to begin, so it is left to texts with other than usual characters. */
const lineWidth = (line: string): number => {
  let width = 0;
  for (let i = 0; i < line.length; i++) {
    const columns = usualColumns(line.charCodeAt(i));
    if (columns === 0) return stringWidth(line);
    width += columns;
  }
  return width;
};

/** The columns that the widest line of a text takes. */
export const textWidth = (text: string): number =>
  text.includes('\n') ? text.split('\n').reduce((most, line) => Math.max(most, lineWidth(line)), 0) : lineWidth(text);

/** Pieces between which a line may end: a Chinese character with its marks, a Latin word, a blank. */
const pieces = (line: string): readonly string[] => {
  const found: string[] = [];
  let piece = '';
  let before = '';
  let beforeWide = false;
  for (const character of line) {
    const wide = character > '\u2e7f' && lineWidth(character) === 2;
    const blank = character === ' ';
    const together = OPENING.has(before) || CLOSING.has(character) || !(wide || beforeWide || blank || before === ' ');
    if (piece !== '' && !together) {
      found.push(piece);
      piece = '';
    }
    piece += character;
    before = character;
    beforeWide = wide || CLOSING.has(character);
  }
  if (piece !== '') found.push(piece);
  return found;
};

const wrappedLine = (text: string, width: number): string => {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const size = lineWidth(piece);
    if (used + size > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece === ' ') continue;
    }
    if (size > width) {
      const cut = wrapAnsi(piece, width, { hard: true, trim: false }).split('\n');
      lines.push(...cut.slice(0, -1));
      line = cut[cut.length - 1] ?? '';
      used = lineWidth(line);
    } else {
      line += piece;
      used += size;
    }
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines.join('\n');
};

/** The text in lines of at most `width` columns; a text that fits is returned as it is. */
export const chineseWrap = (text: string, width: number): string =>
  textWidth(text) <= width
    ? text
    : text
        .split('\n')
        .map((line) => wrappedLine(line, width))
        .join('\n');
