/**
 * 行政区划: a region by code, name, former name or with the names above it (盘锦市盘山县) -> its GB/T 2260 code. A name that
 * several cities have (朝阳区) means the one under the office's own city; elsewhere it is refused until it says which.
 */
import { nearest } from '../../domain/nearest.js';
import type { Region } from '../../domain/region.js';
import { fold } from '../folding.js';
import { type CellReader, problem } from './cell.js';

/** All ways to write a region: own names, alone and after the names of the regions above it. */
const writtenForms = (region: Region, byCode: ReadonlyMap<string, Region>): string[] => {
  const own = [region.name, ...region.aliases];
  const forms = [region.code, ...own];
  let prefix = '';
  for (let above = region.parent; above !== null; ) {
    const upper = byCode.get(above);
    if (!upper) break;
    prefix = upper.name + prefix;
    for (const name of own) forms.push(prefix + name, upper.name + name);
    above = upper.parent;
  }
  return forms;
};

/** Names of a whole province fill a table of thousands; it is made once per list of regions. */
const kept = new WeakMap<readonly Region[], { readonly office: string | undefined; readonly reader: CellReader }>();

export const regionReader = (regions: readonly Region[], office: string | undefined): CellReader => {
  const found = kept.get(regions);
  if (found && found.office === office) return found.reader;
  const reader = makeReader(regions, office);
  kept.set(regions, { office, reader });
  return reader;
};

const makeReader = (regions: readonly Region[], officeRegion: string | undefined): CellReader => {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const city = officeRegion?.slice(0, 4);
  const meant = new Map<string, string | null>();
  for (const region of regions) {
    for (const form of new Set(writtenForms(region, byCode).map(fold))) {
      const other = meant.get(form);
      if (other === undefined || region.code.slice(0, 4) === city) meant.set(form, region.code);
      else if (other?.slice(0, 4) !== city && other !== region.code) meant.set(form, null);
    }
  }
  const exact = new Map<string, string>();
  for (const { name, code } of regions) if (meant.get(fold(name)) === code) exact.set(name, code);
  return {
    read: (text) => exact.get(text) ?? meant.get(fold(text)) ?? undefined,
    explain(text) {
      if (meant.get(fold(text)) === null)
        return problem('region-ambiguous', '不止一个地方叫这个名字', '请写明所属的市，或填六位行政区划代码');
      const close = nearest(
        text,
        regions.map(({ name }) => name),
      );
      const why = /^\d+$/.test(text) ? '没有这个行政区划代码' : '没有这个行政区划';
      return problem(
        'region-unknown',
        why,
        close ? `是否要填“${close}”？也可填六位代码` : '请填县区全称或六位行政区划代码',
      );
    },
  };
};
