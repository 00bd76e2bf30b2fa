/**
 * 认定情形: which of the seven situations a clerk names, by number (2, ②, 二, 第二种, 情形2), by id or by Chinese name -> ids in
 * the order of the rule file, so that 3、2 and 2、3 are the same value.
 */
import type { SituationName } from '../../domain/assessment.js';
import { nearest } from '../../domain/nearest.js';
import { cut, fold } from '../folding.js';
import { type CellReader, problem } from './cell.js';

const NUMERALS = '零一二三四五六七八九';

/** Names hold commas of their own (干涉、插手办案), so they are taken out before the cell is split. */
const SPLIT = /[、,;\r\n|和及]+/;

const foldName = (name: string): string => fold(name).replace(/[()、,“”"'"]/g, '');

const writtenForms = ({ id, number, name }: SituationName): string[] => {
  const numeral = NUMERALS[number] ?? String(number);
  const forms = [numeral, String(number)].flatMap((n) => [
    n,
    `第${n}`,
    `第${n}种`,
    `第${n}种情形`,
    `第${n}项`,
    `情形${n}`,
    `${n}.`,
  ]);
  // ② folds to 2 by NFKC, （二） loses its brackets below.
  return [id.toLowerCase(), foldName(name), foldName(name.replace(/[（(].*$/, '')), ...forms];
};

export const situationsReader = (situations: readonly SituationName[]): CellReader => {
  const byForm = new Map<string, SituationName>();
  for (const situation of situations) for (const form of writtenForms(situation)) byForm.set(form, situation);
  const names = situations.map(({ name }) => fold(name)).sort((a, b) => b.length - a.length);
  const cache = new Map<string, readonly string[] | undefined>();
  const entries = (text: string): string[] => {
    let rest = fold(text);
    const found: string[] = [];
    for (const name of names) {
      if (!rest.includes(name)) continue;
      found.push(foldName(name));
      rest = rest.replaceAll(name, '、');
    }
    const bare = rest.replace(/[()“”"]/g, '');
    return [...found, ...bare.split(SPLIT)].filter((entry) => entry !== '');
  };
  const idsOf = (text: string): readonly string[] | undefined => {
    const meant = new Set<string>();
    for (const entry of entries(text)) {
      const situation = byForm.get(entry) ?? byForm.get(foldName(entry));
      if (!situation) return undefined;
      meant.add(situation.id);
    }
    return meant.size > 0 ? situations.filter(({ id }) => meant.has(id)).map(({ id }) => id) : undefined;
  };
  return {
    read(text) {
      // A sheet of a million leads names the same few combinations; long free text is not worth keeping.
      if (text.length > 60) return idsOf(text);
      const known = cache.get(text);
      if (known) return known;
      const ids = idsOf(text);
      if (cache.size < 1000) cache.set(text, ids);
      return ids;
    },
    explain(text) {
      const unknown = entries(text).find((entry) => !byForm.has(entry) && !byForm.has(foldName(entry))) ?? text;
      const close = nearest(
        unknown,
        situations.map(({ name }) => name),
      );
      const listed = situations.map(({ number, name }) => `${number} ${name}`).join('；');
      return problem(
        'situation-unknown',
        `“${cut(unknown)}”不是七种情形之一，应为序号或名称：${listed}`,
        close ? `是否要填“${close}”？多个情形用顿号隔开` : '请填 1 到 7 的序号或情形名称，多个用顿号隔开',
      );
    },
  };
};
