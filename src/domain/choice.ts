/**
 * 选项 (choices): the values of a list that an office keeps in data/choices.csv (职级, 处理措施, …), so that a value, a
 * synonym or a group is added in WPS and not in code. Kinds name such a list by `choicesFrom`.
 */

/** 选项: one value of a list. */
export interface Choice {
  readonly value: string;
  /** 分组 under which tables put it, e.g. 党纪处分; empty where the list has no groups. */
  readonly group: string;
  /** Other ways in which sheets write it. */
  readonly aliases: readonly string[];
}

/** 选项分组: the values of one group of a list, in the order of the file. */
export interface ChoiceGroup {
  readonly group: string;
  readonly values: readonly string[];
}
