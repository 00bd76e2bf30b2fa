import { describe, expect, it } from 'vitest';
import type { KindDeclaration } from '../../src/domain/kind.js';
import { KINDS } from '../../src/kinds/index.js';
import { loadReference, resolveKinds } from '../../src/reference/index.js';
import { DATA } from './shipped.js';

const field = (kinds: readonly KindDeclaration[], kind: string, id: string) =>
  kinds.find((each) => each.id === kind)?.fields.find((each) => each.id === id);

describe('value lists (选项)', () => {
  const reference = loadReference(DATA);
  const kinds = resolveKinds(KINDS, reference.choices);

  it('fill every field that takes its values from data/choices.csv', () => {
    const open = kinds.flatMap((kind) => kind.fields.filter((each) => each.choicesFrom && !each.choices?.length));
    expect(open).toEqual([]);
  });

  it('carry the spellings of ranks that bulletins use', () => {
    const rank = field(kinds, 'accountability', 'rank');
    expect(rank?.choiceAliases).toMatchObject({ '县（处）级': '县处级', 副处级: '县处级', '乡（科）级': '乡科级' });
  });

  it('group ranks as the published figures do and measures by their statute', () => {
    expect(reference.choiceGroups.ranks?.map(({ group }) => group)).toEqual([
      '厅（局）级及以上',
      '县（处）级',
      '乡（科）级及以下',
    ]);
    const measures = reference.choiceGroups.measures ?? [];
    expect(measures.map(({ group, values }) => [group, values.length])).toEqual([
      ['党纪处分', 5],
      ['政务处分', 6],
      ['组织处理', 5],
      ['第一种形态', 4],
      ['其他', 2],
    ]);
  });

  it('do not resolve 警告 by itself: it may be a party or a governmental measure', () => {
    const measures = field(kinds, 'accountability', 'measures');
    expect([...(measures?.choices ?? []), ...Object.keys(measures?.choiceAliases ?? {})]).not.toContain('警告');
  });

  it('leave the declared kinds untouched and cannot be changed', () => {
    expect(field(KINDS, 'accountability', 'rank')?.choices).toBeUndefined();
    expect(Object.isFrozen(field(kinds, 'accountability', 'rank')?.choices)).toBe(true);
  });

  it('fail on a list that the file does not have and name the nearest', () => {
    const lead = KINDS[0];
    const wrong = { ...lead, fields: [{ ...lead?.fields[0], choicesFrom: 'rank' }] } as KindDeclaration;
    expect(() => resolveKinds([wrong], reference.choices)).toThrow(/清单 rank/);
  });
});
