/**
 * 筛选 of a report (report filters): regions and agencies as a person names them, as the values that records hold. A name that is nowhere
 * known is refused: the zeros of a table about nothing would be believed.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { fieldIndex } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import type { Region } from '../domain/region.js';
import { COUNTED_KINDS } from '../kinds/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Workspace } from './workspace.js';

/** The region of that name or code. */
export const regionNamed = (workspace: Workspace, typed: string): Region => {
  const { regions } = workspace.reference;
  const asked = regions.find(
    (region) => region.code === typed || region.name === typed || region.aliases.includes(typed),
  );
  if (asked) return asked;
  const near = nearest(
    typed,
    regions.flatMap((region) => [region.name, region.code]),
  );
  const own = workspace.reference.countedRegions(workspace.config.office.region).map((region) => region.name);
  throw new Failure(
    EXIT.usage,
    'region-unknown',
    `没有行政区划“${typed}”`,
    `${near ? `是否指“${near}”？` : `常用的：${own.join('、')}。`}名称和代码见 data/regions.csv`,
  );
};

/** The region asked for and all below it: a city's figures hold those of its counties (多级联动). */
export const regionsAsked = (workspace: Workspace, typed: string): readonly string[] => {
  const below = (code: string): string[] =>
    workspace.reference.regions
      .filter((region) => region.parent === code)
      .flatMap((region) => [region.code, ...below(region.code)]);
  const { code } = regionNamed(workspace, typed);
  return [code, ...below(code)];
};

/** All names of the agency: that of the list, earlier and short ones. An agency that is not in the list may be in records. */
export const agenciesAsked = (workspace: Workspace, ledger: Ledger, typed: string): readonly string[] => {
  const names = workspace.reference.agencyNames(typed);
  const listed = workspace.reference.agencies.map((agency) => agency.name);
  if (names.some((name) => listed.includes(name))) return names;
  const recorded = ledger
    .count(
      COUNTED_KINDS.filter((kind) => fieldIndex(kind, 'agency') >= 0).map((kind) => ({
        kind: kind.id,
        measure: 'records',
        by: ['agency'],
        from: null,
        to: null,
      })),
    )
    .flatMap((rows) => rows.flatMap(({ by: [name = null] }) => (name === null ? [] : [name])));
  if (recorded.some((name) => names.includes(name))) return names;
  const near = nearest(typed, [...listed, ...recorded]);
  throw new Failure(
    EXIT.usage,
    'agency-unknown',
    `名单和台账里都没有单位“${typed.slice(0, 40)}”`,
    `${near ? `是否指“${near}”？` : ''}单位的全称、旧称和简称见 data/agencies.csv；用 xingji report leads-by-agency 查看已登记的单位`,
  );
};
