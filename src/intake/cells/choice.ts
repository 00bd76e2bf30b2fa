/**
 * Choices, flags and lists (选项、是否、多值): a value of a closed list by its name, full and half width folded. An unknown one is
 * refused with the nearest known one, never guessed: 行政复议 and 行政覆议 look alike, but only the clerk knows.
 */
import type { FieldDeclaration, Value } from '../../domain/kind.js';
import { nearest } from '../../domain/nearest.js';
import { cut, fold } from '../folding.js';
import { type CellProblem, type CellReader, problem } from './cell.js';

const SEPARATORS = /[、，,;；\r\n]+/;
const SHOWN_CHOICES = 12;

/** The entries of a cell that holds several values. */
const entriesOf = (text: string): string[] =>
  text
    .split(SEPARATORS)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const unknownChoice = (text: string, choices: readonly string[]): CellProblem => {
  const close = nearest(fold(text), choices);
  const listed =
    choices.length <= SHOWN_CHOICES ? choices.join('、') : `${choices.slice(0, SHOWN_CHOICES).join('、')} 等`;
  return problem(
    'choice-unknown',
    `“${cut(text)}”不在可填的值中，应为：${listed}`,
    close ? `是否要填“${close}”？请改为上面列出的值` : '请改为上面列出的值之一',
  );
};

/** Exact names first: folding costs a normalisation per cell, and nearly every cell is exact. A value goes before an alias. */
const lookup = ({ choices = [], choiceAliases = {} }: FieldDeclaration): ((text: string) => string | undefined) => {
  const names = [...Object.entries(choiceAliases), ...choices.map((choice) => [choice, choice] as const)];
  const exact = new Map(names);
  const folded = new Map(names.map(([name, choice]) => [fold(name), choice]));
  return (text) => exact.get(text) ?? folded.get(fold(text));
};

export const choiceReader = (field: FieldDeclaration): CellReader => {
  const find = lookup(field);
  return { read: find, explain: (text) => unknownChoice(text, field.choices ?? []) };
};

/** 多值: of a closed list where there is one, else free text. Each value once, in the order written. */
export const listReader = (declared: FieldDeclaration): CellReader => {
  const find = declared.choices ? lookup(declared) : (text: string): string => text;
  const read = (text: string): Value | undefined => {
    const values: string[] = [];
    for (const entry of entriesOf(text)) {
      const value = find(entry);
      if (value === undefined) return undefined;
      if (!values.includes(value)) values.push(value);
    }
    return values.length > 0 ? values : null;
  };
  const explain = (text: string, field: FieldDeclaration): CellProblem => {
    const unknown = entriesOf(text).find((entry) => find(entry) === undefined);
    return unknownChoice(unknown ?? text, field.choices ?? []);
  };
  return { read, explain };
};

const FLAGS: ReadonlyMap<string, string> = new Map([
  ...['是', 'y', 'yes', 'true', '1', '√', '✓'].map((word) => [word, '是'] as const),
  ...['否', 'n', 'no', 'false', '0', '×', '✗'].map((word) => [word, '否'] as const),
]);

export const flagReader: CellReader = {
  read: (text) => FLAGS.get(text) ?? FLAGS.get(fold(text)),
  explain: () => problem('flag-not-read', '应为“是”或“否”', '请填“是”或“否”'),
};
