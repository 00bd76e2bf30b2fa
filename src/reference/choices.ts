/**
 * data/choices.csv -> the value lists (选项) that an office may change without touching code, and kinds with these lists
 * filled in. Nothing is matched here: intake compares cells with values and aliases.
 */
import type { Choice, ChoiceGroup } from '../domain/choice.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { FieldDeclaration, KindDeclaration } from '../domain/kind.js';
import { memo } from '../domain/memo.js';
import { nearest } from '../domain/nearest.js';
import { dataFault, namesIn, readDataFile } from './data-file.js';

/** List name -> its values, in the order of the file. */
export type ChoiceLists = ReadonlyMap<string, readonly Choice[]>;

export const readChoices = (path: string): ChoiceLists => {
  const lists = new Map<string, Choice[]>();
  const taken = new Set<string>();
  for (const row of readDataFile(path, ['清单', '分组', '值', '别名'])) {
    const list = row.cell('清单');
    const value = row.cell('值');
    if (list === '' || value === '') throw dataFault(path, row.line, '缺少清单名或值', '清单、值两列必须填写');
    const aliases = namesIn(row.cell('别名'));
    for (const word of [value, ...aliases]) {
      if (taken.has(`${list} ${word}`))
        throw dataFault(path, row.line, `的“${word}”在清单 ${list} 中重复`, '一个值或别名在同一清单里只能出现一次');
      taken.add(`${list} ${word}`);
    }
    const choices = lists.get(list) ?? [];
    choices.push({ value, group: row.cell('分组'), aliases });
    lists.set(list, choices);
  }
  return lists;
};

/** The lists by group; groups in the order in which they first appear. */
export const choiceGroupsOf = (lists: ChoiceLists): Readonly<Record<string, readonly ChoiceGroup[]>> => {
  const groupsOf = (choices: readonly Choice[]): readonly ChoiceGroup[] =>
    [...new Set(choices.map((choice) => choice.group))].map((group) => ({
      group,
      values: choices.filter((choice) => choice.group === group).map((choice) => choice.value),
    }));
  return Object.fromEntries([...lists].map(([list, choices]) => [list, groupsOf(choices)]));
};

const resolveField = (field: FieldDeclaration, kind: KindDeclaration, lists: ChoiceLists): FieldDeclaration => {
  if (field.choicesFrom === undefined) return field;
  const choices = lists.get(field.choicesFrom);
  if (!choices) {
    const near = nearest(field.choicesFrom, lists.keys());
    throw new Failure(
      EXIT.usage,
      'choices-missing',
      `“${kind.title}”的“${field.title}”要用清单 ${field.choicesFrom}，data/choices.csv 里没有`,
      `${near ? `是否写成了“${near}”？` : ''}在 data/choices.csv 中补上清单 ${field.choicesFrom}`,
    );
  }
  // Made when they are asked for: a report needs the lists of few fields.
  const values = memo(() => Object.freeze(choices.map((choice) => choice.value)));
  const byAlias = memo(() =>
    Object.freeze(Object.fromEntries(choices.flatMap(({ value, aliases }) => aliases.map((alias) => [alias, value])))),
  );
  return Object.freeze({
    ...field,
    get choices() {
      return values();
    },
    get choiceAliases() {
      return byAlias();
    },
  });
};

/** Kinds whose `choicesFrom` lists are filled in as `choices` and `choiceAliases`; frozen, the given ones stay as they are. */
export const resolveKinds = (kinds: readonly KindDeclaration[], lists: ChoiceLists): readonly KindDeclaration[] =>
  Object.freeze(
    kinds.map((kind) =>
      Object.freeze({
        ...kind,
        fields: Object.freeze(kind.fields.map((field) => resolveField(field, kind, lists))),
      }),
    ),
  );
