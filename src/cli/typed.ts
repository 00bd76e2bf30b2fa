/** Typed options as values: what commander leaves as `string | boolean | undefined`, narrowed in one place. */
import { isoDate } from '../domain/calendar.js';
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import type { TypedOptions } from './command.js';

export const textOption = (options: TypedOptions, name: string): string | null => {
  const value = options[name];
  return typeof value === 'string' ? value : null;
};

/** One of a closed set; commander has checked the choices already, so the set is only named for the type. */
export const choiceOption = <Choice extends string>(
  options: TypedOptions,
  name: string,
  choices: readonly Choice[],
  standard: Choice,
): Choice => choices.find((choice) => choice === options[name]) ?? standard;

export const flagOption = (options: TypedOptions, name: string): boolean => options[name] === true;

export const wholeNumberOption = (options: TypedOptions, name: string, flag: string): number | null => {
  const value = textOption(options, name);
  if (value === null) return null;
  if (!/^\d{1,9}$/.test(value))
    throw new Failure(
      EXIT.usage,
      'option-not-a-number',
      `${flag} 的值“${value}”不是整数`,
      '写一个不带单位的整数，如 10',
    );
  return Number(value);
};

/** `2024-05-20`; other spellings are for sheets, not for scripts. */
export const dateOption = (options: TypedOptions, name: string, flag: string): string | null => {
  const value = textOption(options, name);
  if (value === null) return null;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = year ? isoDate(Number(year), Number(month), Number(day)) : null;
  if (date === null)
    throw new Failure(EXIT.usage, 'option-not-a-date', `${flag} 的值“${value}”不是日期`, '写成 2024-05-20');
  return date;
};

export const listOption = (options: TypedOptions, name: string): readonly string[] =>
  (textOption(options, name) ?? '')
    .split(/[,，]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A word of a closed set given as an argument. */
export const parseChoice = <Choice extends string>(typed: string, choices: readonly Choice[], what: string): Choice => {
  const found = choices.find((choice) => choice === typed);
  if (found) return found;
  const near = nearest(typed, choices);
  throw new Failure(
    EXIT.usage,
    'argument-unknown',
    `${what}“${typed}”不能用`,
    `${near ? `是否指“${near}”？` : ''}可用的值：${choices.join('、')}`,
  );
};
