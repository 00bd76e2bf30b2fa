import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReference } from '../../src/reference/index.js';
import { DATA } from './shipped.js';

const HEAD = '代码,名称,上级,层级,别名\n';

const ownRegions = (rows: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-'));
  writeFileSync(join(folder, 'regions.csv'), `\ufeff${HEAD}${rows}`);
  return () => loadReference(DATA, folder).regions;
};

describe('regions (行政区划)', () => {
  const reference = loadReference(DATA);

  it('prints the counties of Panjin in the order of its own tables, not by code', () => {
    expect(reference.countiesOf('211100').map((region) => region.name)).toEqual([
      '盘山县',
      '双台子区',
      '兴隆台区',
      '大洼区',
    ]);
  });

  it('knows a county by the name and code it had before 2016', () => {
    expect(reference.regionByCode('211104')?.aliases).toEqual(expect.arrayContaining(['大洼县', '211121']));
  });

  it('counts an office over itself and everything below it', () => {
    expect(reference.countedRegions('211100').map((region) => region.code)).toEqual([
      '211100',
      '211122',
      '211102',
      '211103',
      '211104',
    ]);
    expect(reference.countedRegions('210000')).toHaveLength(reference.regions.length);
    expect(reference.countedRegions('211104').map((region) => region.code)).toEqual(['211104']);
  });

  it('lists the fourteen cities of Liaoning', () => {
    expect(reference.countiesOf('210000')).toHaveLength(14);
  });

  it("reads an office's own file in place of the shipped one, and the other files from the shipped folder", () => {
    expect(ownRegions('430000,某省,,省,\n430100,某市,430000,市,省会\n')().map((region) => region.name)).toEqual([
      '某省',
      '某市',
    ]);
  });

  it('refuses a name that two regions claim, with the line', () => {
    expect(ownRegions('430000,某省,,省,\n430100,某市,430000,市,某省\n')).toThrow(/regions\.csv:3 .*“某省”已属于/);
  });

  it('refuses a parent that is not in the file, a bad code and a bad level', () => {
    expect(ownRegions('430100,某市,430000,市,\n')).toThrow(/上级“430000”不在/);
    expect(ownRegions('4301,某市,,市,\n')).toThrow(/六位数字/);
    expect(ownRegions('430100,某市,,地级市,\n')).toThrow(/层级只能是|层级不对/);
  });
});

describe('agencies (行政机关)', () => {
  it('gives every name of a department for any of its names, and an unknown name alone', () => {
    const { agencyNames } = loadReference(DATA);
    expect(agencyNames('市工商局')).toContain('盘锦市市场监督管理局');
    expect(agencyNames('某县某局')).toEqual(['某县某局']);
  });
});
