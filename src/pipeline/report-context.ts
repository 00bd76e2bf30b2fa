/**
 * 统计口径 of a call (report context): what was asked on the command line, with the reference data and the ledger's own state, as
 * the tables take it. Reads no records and counts nothing.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import type { Region } from '../domain/region.js';
import type { Ledger } from '../ledger/index.js';
import { type Comparison, type PeriodColumns, parsePeriod, type StatisticsContext } from '../statistics/index.js';
import type { Workspace } from './workspace.js';

/** What was asked on the command line, of one table or of a pack alike. */
export interface ReportScope {
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: readonly string[];
  readonly columns: PeriodColumns | null;
  readonly compare: Comparison | null;
  readonly asOf: string | null;
  readonly region: string | null;
  readonly agency: string | null;
}

export const contextOf = (workspace: Workspace, ledger: Ledger, request: ReportScope): StatisticsContext => ({
  period: parsePeriod(request.period ?? 'since-start', request.from, request.to),
  ...(request.by.length > 0 ? { by: request.by } : {}),
  ...(request.columns === null ? {} : { columns: request.columns }),
  ...(request.compare === null ? {} : { compare: request.compare }),
  ...(request.asOf === null ? {} : { asOf: asOfTime(request.asOf) }),
  filters: {
    ...(request.region === null ? {} : { region: regionsAsked(workspace.reference.regions, request.region) }),
    ...(request.agency === null ? {} : { agency: workspace.reference.agencyNames(request.agency) }),
  },
  regions: workspace.reference.countedRegions(workspace.config.office.region),
  choiceGroups: workspace.reference.choiceGroups,
  situations: ledger.situations() ?? workspace.rules().checker.situations,
  ownAgencies: workspace.reference.agencies
    .filter((agency) => agency.region === workspace.config.office.region)
    .map((agency) => agency.name),
  office: workspace.config.office,
  today: workspace.today,
});

/** `2024-05-20` means the end of that day. */
const asOfTime = (typed: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return `${typed}T23:59:59`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(typed)) return typed.length === 16 ? `${typed}:59` : typed;
  throw new Failure(
    EXIT.usage,
    'as-of',
    `--as-of 的值“${typed}”不是日期或日期时间`,
    '写成 2024-05-20 或 2024-05-20T18:00:00',
  );
};

/** The region asked for and all below it: a city's figures hold those of its counties (多级联动). */
const regionsAsked = (regions: readonly Region[], typed: string): readonly string[] => {
  const asked = regions.find(
    (region) => region.code === typed || region.name === typed || region.aliases.includes(typed),
  );
  if (!asked) {
    const near = nearest(
      typed,
      regions.flatMap((region) => [region.name, region.code]),
    );
    throw new Failure(
      EXIT.usage,
      'region-unknown',
      `没有行政区划“${typed}”`,
      `${near ? `是否指“${near}”？` : ''}名称和代码见 data/regions.csv`,
    );
  }
  const below = (code: string): string[] =>
    regions.filter((region) => region.parent === code).flatMap((region) => [region.code, ...below(region.code)]);
  return [asked.code, ...below(asked.code)];
};
