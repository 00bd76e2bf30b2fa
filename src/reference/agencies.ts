/**
 * data/agencies.csv -> 行政机关 (agencies) of the city and the other names they go by. Used to search and filter by any of
 * these names, and to print the departments that have nothing to report. Never used to change what a record says.
 */
import { dataFault, namesIn, readDataFile } from './data-file.js';

/** 行政机关: a department that the office oversees. */
export interface Agency {
  readonly name: string;
  /** GB/T 2260 code of the government it belongs to. */
  readonly region: string;
  /** 行政领域, as in the field `agency_domain`. */
  readonly domain: string;
  /** Former and short names. */
  readonly aliases: readonly string[];
}

export const readAgencies = (path: string): readonly Agency[] => {
  const taken = new Set<string>();
  return readDataFile(path, ['名称', '行政区划', '行政领域', '别名']).map((row) => {
    const name = row.cell('名称');
    if (name === '') throw dataFault(path, row.line, '没有名称', '填上单位全称');
    const aliases = namesIn(row.cell('别名'));
    for (const word of [name, ...aliases]) {
      if (taken.has(word)) throw dataFault(path, row.line, `的“${word}”重复`, '一个名称或别名只能指一个单位');
      taken.add(word);
    }
    return { name, region: row.cell('行政区划'), domain: row.cell('行政领域'), aliases };
  });
};

/** Every name of the agency that `word` names, the official one first; `word` alone where no agency is known by it. */
export const agencyNames = (agencies: readonly Agency[], word: string): readonly string[] => {
  const agency = agencies.find((each) => each.name === word || each.aliases.includes(word));
  return agency ? [agency.name, ...agency.aliases] : [word];
};
