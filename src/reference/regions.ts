/**
 * data/regions.csv -> 行政区划 (regions), in the order of the file, which is the order in which tables print them: Panjin's
 * own tables put 盘山县 first, so the file is not sorted by code. Units without a GB/T 2260 code (辽东湾新区 and the like)
 * are not in it: a record of theirs belongs to the city.
 */
import type { Region } from '../domain/region.js';
import { dataFault, namesIn, readDataFile } from './data-file.js';

const LEVELS: readonly Region['level'][] = ['省', '市', '县区'];

export const readRegions = (path: string): readonly Region[] => {
  const taken = new Map<string, string>();
  const rows = readDataFile(path, ['代码', '名称', '上级', '层级', '别名']);
  const codes = new Set(rows.map((row) => row.cell('代码')));
  return rows.map((row) => {
    const code = row.cell('代码');
    const name = row.cell('名称');
    const parent = row.cell('上级') || null;
    const level = LEVELS.find((each) => each === row.cell('层级'));
    if (!/^\d{6}$/.test(code))
      throw dataFault(path, row.line, '的代码不是六位数字', '填 GB/T 2260 代码，单元格设为文本');
    if (name === '') throw dataFault(path, row.line, '没有名称', '填上行政区划名称');
    if (!level) throw dataFault(path, row.line, '的层级不对', `层级只能是：${LEVELS.join('、')}`);
    if (parent !== null && !codes.has(parent))
      throw dataFault(path, row.line, `的上级“${parent}”不在本文件中`, '先加上级的一行，或改正上级代码');
    const aliases = namesIn(row.cell('别名'));
    for (const word of [code, name, ...aliases]) {
      const other = taken.get(word);
      if (other !== undefined)
        throw dataFault(path, row.line, `的“${word}”已属于 ${other}`, '一个名称、代码或别名只能指一个行政区划');
      taken.set(word, `${name}（${code}）`);
    }
    return { code, name, parent, level, aliases };
  });
};

/** The region of a GB/T 2260 code, or null. */
export const regionByCode = (regions: readonly Region[], code: string): Region | null =>
  regions.find((region) => region.code === code) ?? null;

/** The counties and districts directly below a city, in printing order. */
export const countiesOf = (regions: readonly Region[], cityCode: string): readonly Region[] =>
  regions.filter((region) => region.parent === cityCode);

/** The region itself and everything below it, in printing order: what the figures of an office are counted over. */
export const countedRegions = (regions: readonly Region[], code: string): readonly Region[] => {
  const within = new Set([code]);
  // Regions stand below their parents in the file, and a second pass costs nothing where somebody put one above.
  for (let before = 0; before < within.size; ) {
    before = within.size;
    for (const region of regions) if (region.parent !== null && within.has(region.parent)) within.add(region.code);
  }
  return regions.filter((region) => within.has(region.code));
};
