/**
 * Compiles a JSON Schema once and turns a whole document (规则文件 rule file, 配置 config) into a list of problems in
 * Chinese, each with the path of the part at fault. Sole wrapper of `ajv` for documents; records have their own
 * validators. All problems are listed, not only the first. Trap: ajv points at the parent of a missing or unknown key,
 * so the key is added to the path where it stands in the document.
 */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { compiledSchema, type OwnSchema } from './compiled.js';

/** 文档问题: one breach of the schema. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  /** Chinese, one sentence without the place. */
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type DocumentValidator = (document: unknown) => readonly SchemaProblem[];

const TYPE_TITLES: Readonly<Record<string, string>> = {
  object: '一组“键: 值”',
  array: '列表',
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  null: '空',
};

const typeTitle = (type: unknown): string =>
  (Array.isArray(type) ? type : [type]).map((t) => TYPE_TITLES[String(t)] ?? String(t)).join('或');

const listed = (values: unknown): string => (Array.isArray(values) ? values.map(String).join('、') : String(values));

const MESSAGES: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => string>> = {
  required: (p) => `缺少“${p.missingProperty}”`,
  additionalProperties: (p) => `不认识的键“${p.additionalProperty}”`,
  unevaluatedProperties: (p) => `不认识的键“${p.unevaluatedProperty}”`,
  propertyNames: (p) => `键名“${p.propertyName}”不合要求`,
  type: (p) => `应当是${typeTitle(p.type)}`,
  enum: (p) => `只能是：${listed(p.allowedValues)}`,
  const: (p) => `只能是：${String(p.allowedValue)}`,
  pattern: (p) => `写法不合要求（${String(p.pattern)}）`,
  minLength: (p) => `不能少于 ${String(p.limit)} 个字`,
  maxLength: (p) => `不能多于 ${String(p.limit)} 个字`,
  minItems: (p) => `至少要有 ${String(p.limit)} 项`,
  maxItems: (p) => `最多 ${String(p.limit)} 项`,
  minProperties: (p) => `至少要有 ${String(p.limit)} 个键`,
  maxProperties: (p) => `最多 ${String(p.limit)} 个键`,
  minimum: (p) => `不能小于 ${String(p.limit)}`,
  maximum: (p) => `不能大于 ${String(p.limit)}`,
  uniqueItems: () => '列表里有重复的项',
  not: () => '同时写了不能并存的内容，或缺少必要的内容',
  oneOf: () => '不符合任何一种允许的写法',
  anyOf: () => '不符合任何一种允许的写法',
};

/** `/situations/0/all` as a path; list positions become numbers. */
const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const problemOf = (error: ErrorObject): SchemaProblem => {
  const params: Readonly<Record<string, unknown>> = error.params;
  const extra = params.additionalProperty ?? params.unevaluatedProperty;
  const path = pathOf(error.instancePath);
  return {
    path: typeof extra === 'string' ? [...path, extra] : path,
    keyword: error.keyword,
    message: MESSAGES[error.keyword]?.(params) ?? '不合要求',
    params,
  };
};

// strictTypes would refuse the "text or list" short forms that the rule language allows on purpose.
const STRICTNESS = { allErrors: true, strict: true, strictTypes: false, strictRequired: false } as const;

/** Compiles `schema` (JSON Schema 2020-12) to a function that lists all problems of a document. */
export const compileDocumentSchema = (schema: object): DocumentValidator => checkedBy(compileSchema(schema));

/** The same for one of our own schemas, which the built program has by its name ready-made. */
export const ownDocumentSchema = (name: OwnSchema, schema: () => object): DocumentValidator =>
  checkedBy(compiledSchema(name) ?? compileSchema(schema()));

const compileSchema = (schema: object): ValidateFunction =>
  // The schemas are our own, and a test holds them against the meta-schema; doing it here takes longer than all the rest.
  new Ajv2020({ ...STRICTNESS, meta: false, validateSchema: false }).compile(schema);

const checkedBy =
  (validate: ValidateFunction): DocumentValidator =>
  (document) =>
    validate(document) ? [] : (validate.errors ?? []).map(problemOf);
