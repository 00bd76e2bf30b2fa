/**
 * 记录种类 (record kinds): how a kind of record declares itself. One file per kind in src/kinds; the import mapping,
 * validators, ledger tables, views, materialised counts, templates and docs are all derived from the declaration.
 */

/**
 * What a cell holds, and the form in which it is stored (see {@link Value}).
 * text: as written, trimmed. date: ISO `2024-05-08`. year: integer. count: integer >= 0. choice: one of `choices`.
 * list: several values, of `choices` where given. region: GB/T 2260 code. identity: 18-digit 身份证号.
 * situations: ids of the seven 情形. flag: 是 | 否. period: 2023, 2023Q2 or 2023-05, stored as that text.
 */
export type FieldType =
  | 'text'
  | 'date'
  | 'year'
  | 'count'
  | 'choice'
  | 'list'
  | 'region'
  | 'identity'
  | 'situations'
  | 'flag'
  | 'period';

/** 字段: one column of a kind. */
export interface FieldDeclaration {
  /** Column name in the ledger and in JSON; English, snake_case, fixed for good. */
  readonly id: string;
  /** 中文表头, the heading in templates, views and messages. Further headings of real sheets: data/headings.csv. */
  readonly title: string;
  readonly type: FieldType;
  readonly required?: true;
  /** Closed list of values, for `choice` and `list`. A choice list that has 无 makes 无 a value instead of a blank. */
  readonly choices?: readonly string[];
  /** The list of data/choices.csv that fills `choices`, for lists an office may change without touching code. */
  readonly choicesFrom?: string;
  /** 别名 -> value of `choices`, e.g. 县（处）级 -> 县处级; filled from the office's list together with `choices`. */
  readonly choiceAliases?: Readonly<Record<string, string>>;
  /** Longest value in UTF-16 units; 20,000 where not given. */
  readonly maxLength?: number;
  /** hidden: never in any output unless revealed (反映人). masked: shown as 3203**********1234 (身份证号). */
  readonly privacy?: 'hidden' | 'masked';
  /** Chinese: one line for the clerk, shown in templates and the handbook. */
  readonly doc: string;
  /** A sample value for the import template; invented. */
  readonly sample?: string;
}

/** A part of the identity key: a field, or the first non-blank one of several fields. */
export type KeyPart = string | readonly string[];

/** 关联: this field names a record of another kind. Checked after recording; open ones are listed, not refused. */
export interface LinkDeclaration {
  readonly field: string;
  readonly kind: string;
  /** The field of the other kind that it names. */
  readonly target: string;
}

/**
 * 计数口径: facts kept materialised per day and dimension tuple.
 * A dimension is a field id, or for leads `decision`, `situation` (met), or `year` of the day field.
 * A list field counts once per value it holds.
 */
export interface CountedDeclaration {
  readonly by: readonly string[];
  /** Only the records with one of these values, each of a field with a single value: a tuple that stays small although it answers much. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

/** 记录种类: one kind of record, whole. */
export interface KindDeclaration {
  /** CLI name, kebab-case: `--kind typical-case`. The ledger table is the same with `_` for `-`. */
  readonly id: string;
  /** 中文名, also the name of the ledger's view. */
  readonly title: string;
  /** Unit of a count of records: 件, 人, 起, 次. */
  readonly unit: string;
  readonly fields: readonly FieldDeclaration[];
  readonly key: readonly KeyPart[];
  /** True for kinds marked * in CLI.md: an optional 编号 (`record_no`) column comes before the natural key. */
  readonly numbered?: true;
  readonly links: readonly LinkDeclaration[];
  /** The field that says when the thing happened (a date, year or period); periods of reports cut by it. Null: only counted since the start. */
  readonly day: string | null;
  readonly counted: readonly CountedDeclaration[];
  /** Integer fields that are added up beside the count of records. */
  readonly sums: readonly string[];
  /** True for leads alone: records are checked against the seven situations and carry an assessment. */
  readonly assessed?: true;
}

/** A stored value: text, dates and regions as string, year and count as number, lists as string[], blank as null. */
export type Value = string | number | readonly string[] | null;

/** The field ids of a record kind in storage order, `record_no` first where the kind is numbered. */
export const fieldsOf = (kind: KindDeclaration): readonly FieldDeclaration[] =>
  kind.numbered ? [RECORD_NO, ...kind.fields] : kind.fields;

/** 编号: the office's own number of a record, for the kinds marked * in CLI.md. */
const RECORD_NO: FieldDeclaration = {
  id: 'record_no',
  title: '编号',
  type: 'text',
  maxLength: 100,
  doc: '本单位给这条记录的编号；填了就以它识别记录，不填则按内容要素识别',
};

/** Position of a field in the values of a record, or -1. */
export const fieldIndex = (kind: KindDeclaration, id: string): number => fieldsOf(kind).findIndex((f) => f.id === id);

/** 发生日 of a record as ISO date: the first day of a year or period; null where the field is blank. */
export const dayOf = (value: Value | undefined): string | null => {
  if (typeof value === 'number') return `${value}-01-01`;
  if (typeof value !== 'string') return null;
  if (value.length === 10) return value;
  const quarter = /^(\d{4})Q([1-4])$/.exec(value);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`;
  return value.length === 7 ? `${value}-01` : `${value}-01-01`;
};
