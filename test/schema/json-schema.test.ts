import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { CONFIG_SCHEMA } from '../../src/config/schema.js';
import { editorSchema } from '../../src/rules/schema.js';
import { compileDocumentSchema } from '../../src/schema/json-schema.js';

const check = compileDocumentSchema({
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 2 }, list: { type: 'array', items: { enum: ['甲', '乙'] } } },
});

describe('文档校验 (a document against its schema)', () => {
  it('has nothing to say of a sound document', () => {
    expect(check({ name: '名称', list: ['甲'] })).toEqual([]);
  });

  it('lists all problems in Chinese, each with its path', () => {
    const problems = check({ name: '名', list: ['甲', '丙'], extra: 1 });
    expect(problems.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['extra', '不认识的键“extra”'],
      ['name', '不能少于 2 个字'],
      ['list.1', '只能是：甲、乙'],
    ]);
  });

  it('names a missing key', () => {
    expect(check({})).toMatchObject([{ keyword: 'required', message: '缺少“name”' }]);
  });
});

describe('our own schemas', () => {
  it('are sound by the meta-schema, which is not looked at again when a document is checked', () => {
    for (const schema of [editorSchema(), CONFIG_SCHEMA]) {
      const ajv = new Ajv2020({ logger: false });
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    }
  });
});
