/**
 * Field declarations of a record kind (字段声明) -> a compiled check of one record's values, in storage order, and Chinese
 * words for each breach. Draft-07 tuple over the plain array, compiled once per kind by ajv; no object per record.
 * Traps: lengths are UTF-16 units as the declaration says, because ajv's counting of code points takes half of a check's
 * time; `undefined` stands for a cell that could not be read, which no type admits.
 */
import { Ajv, type ErrorObject } from 'ajv';
import type { FieldDeclaration, Value } from '../domain/kind.js';

export const LONGEST_VALUE = 20_000;

export type BreachCode = 'cell-unread' | 'field-blank' | 'cell-too-long' | 'choice-unknown' | 'count-not-read';

/** 违反字段声明: which field, and why. */
export interface Breach {
  readonly field: number;
  readonly code: BreachCode;
  readonly message: string;
  readonly hint: string;
}

/** Gives null for a record in order, else all its breaches, one per field. */
export type RecordValidator = (values: readonly (Value | undefined)[]) => readonly Breach[] | null;

/** The schemas are made here: holding them against the meta-schema would take longer than compiling them. */
const TRUSTED = { meta: false, validateSchema: false } as const;

const longest = (field: FieldDeclaration): number => field.maxLength ?? LONGEST_VALUE;

const textSchema = (field: FieldDeclaration): object => ({ type: 'string', minLength: 1, maxLength: longest(field) });

/** Schema of a value that is there. */
const valueSchema = (field: FieldDeclaration, situationIds: readonly string[]): object => {
  switch (field.type) {
    case 'text':
    case 'region':
    case 'period':
      return textSchema(field);
    case 'date':
      return { type: 'string', minLength: 10, maxLength: 10 };
    case 'identity':
      return { type: 'string', minLength: 18, maxLength: 18 };
    case 'year':
      return { type: 'integer', minimum: 1900, maximum: 2100 };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'choice':
      return field.choices ? { type: 'string', enum: field.choices } : textSchema(field);
    case 'flag':
      return { type: 'string', enum: ['是', '否'] };
    case 'list':
      return {
        type: 'array',
        minItems: 1,
        items: field.choices ? { type: 'string', enum: field.choices } : textSchema(field),
      };
    case 'situations':
      return { type: 'array', minItems: 1, items: { type: 'string', enum: situationIds } };
  }
};

const nullable = (schema: object): object => {
  const { type, enum: choices } = schema as { type: string; enum?: readonly string[] };
  return { ...schema, type: [type, 'null'], ...(choices ? { enum: [...choices, null] } : {}) };
};

const breachOf = (error: ErrorObject, field: number, declared: FieldDeclaration, value: unknown): Breach => {
  if (value === undefined) return { field, code: 'cell-unread', message: '不能识别', hint: '请改正后重新导入' };
  if (value === null)
    return {
      field,
      code: 'field-blank',
      message: `必填项“${declared.title}”没有填写`,
      hint: `请填写：${declared.doc}`,
    };
  if (error.keyword === 'maxLength')
    return {
      field,
      code: 'cell-too-long',
      message: `内容过长，应不超过 ${longest(declared)} 字`,
      hint: '请缩短，或把详细材料另附，此处只写要点',
    };
  if (error.keyword === 'minimum' || error.keyword === 'maximum')
    return { field, code: 'count-not-read', message: '数值超出允许的范围', hint: '请核对数字' };
  return { field, code: 'choice-unknown', message: '不在可填的值中', hint: `请按说明填写：${declared.doc}` };
};

/** Compiles the check for the fields of one kind; `situationIds` are the values of 情形 fields. */
export const compileRecordValidator = (
  fields: readonly FieldDeclaration[],
  situationIds: readonly string[],
): RecordValidator => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, unicode: false, logger: false, ...TRUSTED });
  const validate = ajv.compile({
    type: 'array',
    minItems: fields.length,
    additionalItems: false,
    items: fields.map((field) => {
      const schema = valueSchema(field, situationIds);
      return field.required ? schema : nullable(schema);
    }),
  });
  return (values) => {
    if (validate(values)) return null;
    const breaches = new Map<number, Breach>();
    for (const error of validate.errors ?? []) {
      const field = Number(error.instancePath.split('/')[1]);
      const declared = fields[field];
      if (declared && !breaches.has(field)) breaches.set(field, breachOf(error, field, declared, values[field]));
    }
    return [...breaches.values()].sort((a, b) => a.field - b.field);
  };
};
