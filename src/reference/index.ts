/**
 * 参考数据 (reference data) of an office, from the data folder: regions, value lists, agencies, heading aliases, working-day
 * calendar. Each part is read when it is first asked for, because most calls need one or two of them and start-up counts.
 */
import { join } from 'node:path';
import type { ChoiceGroup } from '../domain/choice.js';
import { memo } from '../domain/memo.js';
import type { Region } from '../domain/region.js';
import { exists } from '../files/index.js';
import { type Agency, agencyNames, readAgencies } from './agencies.js';
import { openCalendar } from './calendar.js';
import { type ChoiceLists, choiceGroupsOf, readChoices } from './choices.js';
import { type HeadingAlias, readHeadings } from './headings.js';
import { countedRegions, countiesOf, readRegions, regionByCode } from './regions.js';
import { type WorkingDays, workingDays } from './working-days.js';

export type { Agency } from './agencies.js';
export { type ChoiceLists, resolveKinds } from './choices.js';
export type { HeadingAlias } from './headings.js';
export type { DayVerdict, UnknownYear, WorkingDays } from './working-days.js';

export interface Reference {
  /** In the order in which tables print them. */
  readonly regions: readonly Region[];
  readonly choices: ChoiceLists;
  /** By list name of data/choices.csv. */
  readonly choiceGroups: Readonly<Record<string, readonly ChoiceGroup[]>>;
  readonly agencies: readonly Agency[];
  readonly headings: readonly HeadingAlias[];
  readonly workingDays: WorkingDays;
  regionByCode(code: string): Region | null;
  /** Counties and districts directly below a city, in printing order. */
  countiesOf(cityCode: string): readonly Region[];
  /** A region and everything below it. */
  countedRegions(code: string): readonly Region[];
  /** Every name of the agency that a word names; the word alone where none is known by it. */
  agencyNames(word: string): readonly string[];
}

/**
 * The reference data of `dataFolder`. A file of the same name in the office's own folder (`data:` in xingji.yaml) stands in
 * for the shipped one whole, so that an upgrade never overwrites what an office has changed.
 */
export const loadReference = (dataFolder: string, ownFolder: string | null = null): Reference => {
  const file = (name: string): string => {
    const own = ownFolder === null ? null : join(ownFolder, name);
    return own !== null && exists(own) ? own : join(dataFolder, name);
  };
  const regions = memo(() => readRegions(file('regions.csv')));
  const choices = memo(() => readChoices(file('choices.csv')));
  const choiceGroups = memo(() => choiceGroupsOf(choices()));
  const agencies = memo(() => readAgencies(file('agencies.csv')));
  const headings = memo(() => readHeadings(file('headings.csv')));
  const days = memo(() => workingDays(openCalendar((year) => file(join('calendar', `${year}.csv`)))));
  return {
    get regions() {
      return regions();
    },
    get choices() {
      return choices();
    },
    get choiceGroups() {
      return choiceGroups();
    },
    get agencies() {
      return agencies();
    },
    get headings() {
      return headings();
    },
    get workingDays() {
      return days();
    },
    regionByCode: (code) => regionByCode(regions(), code),
    countiesOf: (code) => countiesOf(regions(), code),
    countedRegions: (code) => countedRegions(regions(), code),
    agencyNames: (word) => agencyNames(agencies(), word),
  };
};
