/**
 * A cell as the source has it -> the text that counts (单元格文字): ends trimmed, the wrappings of spreadsheet programs taken off.
 * Hot: runs for every cell, so the usual cell (first and last character printable) leaves after two comparisons.
 */

/** 空白: what clerks write for nothing. A field whose own list has 无 keeps it. */
export const BLANK_MARKS: ReadonlySet<string> = new Set(['', '无', '/', '-', '—', '／', '－']);

/** ASCII that is not blank and wraps nothing, or anything behind the ideographic space but the BOM. */
const isPlain = (code: number): boolean =>
  (code > 32 && code < 127 && code !== 39 && code !== 61) || (code > 0x3000 && code !== 0xfeff);

const unwrapped = (cell: string): string => {
  // Invisible joiners and marks come along when text is copied from chat programs and web pages.
  const text = cell.replace(/^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g, '');
  // An apostrophe marks text in spreadsheets, and guards rejects files against formulas.
  if (/^'[=+@\-\d]/.test(text)) return text.slice(1);
  const formula = /^="((?:[^"]|"")*)"$/.exec(text);
  return formula?.[1] === undefined ? text : formula[1].replaceAll('""', '"').trim();
};

export const cellText = (cell: string): string => {
  const length = cell.length;
  if (length === 0 || (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(length - 1)))) return cell;
  return unwrapped(cell);
};
