/**
 * The usual list item of a YAML file (普通写法), read without a YAML parser: one `key: value` a line, values plain or quoted on one
 * line. Twenty times as fast as yaml, and exact: whatever is not of this form gives null and goes to yaml. A test holds
 * both against each other. Trap: YAML gives meaning to many first characters, so the list of what is let through is closed.
 */
import type { YamlCell } from './yaml-node.js';

/** Characters that may not begin a plain scalar here; `-` could, but is not worth its rules. */
const INDICATORS: ReadonlySet<number> = new Set(Array.from('-?:,[]{}#&*!|>\'"%@`~=', (c) => c.charCodeAt(0)));

/** What ends a plain scalar, begins a comment in it, or is not worth its rules. One look: asking for each took a third of the reading. */
const NOT_IN_PLAIN = /\t|:(?: |$)| #/;

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const isKeyCharacter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95;

const NOT_PLAIN = Symbol('not plain');

const doubleQuoted = (text: string): string | typeof NOT_PLAIN => {
  if (text.length < 2 || !text.endsWith('"')) return NOT_PLAIN;
  const inner = text.slice(1, -1);
  if (!inner.includes('\\')) return inner.includes('"') ? NOT_PLAIN : inner;
  // JSON's escapes mean the same in YAML; JSON refuses the others, and raw tabs, which are then left to yaml.
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : NOT_PLAIN;
  } catch {
    return NOT_PLAIN;
  }
};

const singleQuoted = (text: string): string | typeof NOT_PLAIN => {
  if (text.length < 2 || !text.endsWith("'")) return NOT_PLAIN;
  const inner = text.slice(1, -1);
  if (!inner.includes("'")) return inner;
  const joined = inner.replaceAll("''", '');
  return joined.includes("'") ? NOT_PLAIN : inner.replaceAll("''", "'");
};

/** Only ASCII blanks surround a scalar; the wide and no-break ones that `trim` takes away are part of it. */
const withoutBlanks = (text: string, from: number, to: number): string => {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) === 32) start++;
  while (end > start && text.charCodeAt(end - 1) === 32) end--;
  return text.substring(start, end);
};

const cellOf = (text: string): YamlCell | typeof NOT_PLAIN => {
  if (text === '' || text === '~') return undefined;
  const first = text.charCodeAt(0);
  if (first === DOUBLE_QUOTE) return doubleQuoted(text);
  if (first === SINGLE_QUOTE) return singleQuoted(text);
  if (first < 128 && INDICATORS.has(first)) return NOT_PLAIN;
  if (NOT_IN_PLAIN.test(text)) return NOT_PLAIN;
  if (text === 'null' || text === 'Null' || text === 'NULL') return undefined;
  return text;
};

/** Keys and cells of one item, or null where yaml must read it. `keys` is reused where it is the same as `like`. */
export const readPlainItem = (
  text: string,
  like: readonly string[],
): { readonly keys: readonly string[]; readonly cells: readonly YamlCell[] } | null => {
  let dash = 0;
  while (text.charCodeAt(dash) === 32) dash++;
  let indent = dash + 1;
  while (text.charCodeAt(indent) === 32) indent++;
  if (text.charCodeAt(dash) !== 45 || indent === dash + 1) return null;
  // Null as long as they are those of `like`, which they nearly always are to the end.
  let keys: string[] | null = null;
  const cells: YamlCell[] = [];
  let start = indent;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const expected = like[cells.length];
    const isExpected = expected !== undefined && text.startsWith(expected, start);
    let colon = isExpected ? start + expected.length : start;
    while (isKeyCharacter(text.charCodeAt(colon))) colon++;
    if (colon === start || text.charCodeAt(colon) !== 58) return null;
    const after = text.charCodeAt(colon + 1);
    if (after !== 32 && after !== 10) return null;
    const value = cellOf(withoutBlanks(text, colon + 1, end));
    if (value === NOT_PLAIN) return null;
    if (keys !== null || !isExpected || expected.length !== colon - start) {
      keys ??= like.slice(0, cells.length);
      keys.push(text.substring(start, colon));
    }
    cells.push(value);
    start = end + 1;
    while (text.charCodeAt(start) === 10) start++;
    if (start >= text.length) break;
    const column = start + indent;
    for (; start < column; start++) if (text.charCodeAt(start) !== 32) return null;
  }
  if (keys === null && cells.length === like.length) return { keys: like, cells };
  keys ??= like.slice(0, cells.length);
  return new Set(keys).size === keys.length ? { keys, cells } : null;
};
