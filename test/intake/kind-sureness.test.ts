import { describe, expect, it } from 'vitest';
import { chooseKind, knownKinds } from '../../src/intake/kind-choice.js';
import type { IntakeSettings } from '../../src/intake/settings.js';
import { KINDS } from '../../src/kinds/index.js';

const kinds = knownKinds({ kinds: KINDS, headings: [] } as unknown as IntakeSettings);
const chosen = (...headings: string[]): string => chooseKind('表.csv', kinds, headings, '').kind.id;

describe('telling the kind of a sheet', () => {
  it('refuses another table that shares one word and a number with a kind', () => {
    expect(() => chosen('编号', '名称', '数量')).toThrow('看不出是哪种记录');
  });

  it('asks where the likeliest kind would leave out a column that another one explains', () => {
    expect(() => chosen('线索编号', '姓名', '单位', '移送司法')).toThrow('既像');
  });

  it('knows the sheets that offices keep', () => {
    expect(chosen('线索编号', '线索来源', '发现日期', '被反映单位', '主要问题', '自拟列')).toBe('lead');
    expect(chosen('编号', '名称', '授予机关', '日期')).toBe('honor');
  });
});
