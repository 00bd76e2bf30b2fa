/**
 * 统计口径 of a call (report context): what was asked on the command line, with the reference data and the ledger's own state, as
 * the tables take it. Reads no records and counts nothing.
 */
import { isoDate } from '../domain/calendar.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { Ledger } from '../ledger/index.js';
import { type Comparison, type PeriodColumns, parsePeriod, type StatisticsContext } from '../statistics/index.js';
import { agenciesAsked, regionsAsked } from './report-filters.js';
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
    ...(request.region === null ? {} : { region: regionsAsked(workspace, request.region) }),
    ...(request.agency === null ? {} : { agency: agenciesAsked(workspace, ledger, request.agency) }),
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
  const [, year, month, day, time] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?))?$/.exec(typed) ?? [];
  if (isoDate(Number(year), Number(month), Number(day)) !== null)
    return time === undefined ? `${typed}T23:59:59` : time.length === 5 ? `${typed}:59` : typed;
  throw new Failure(
    EXIT.usage,
    'as-of',
    `--as-of 的值“${typed}”不是日期或日期时间`,
    '写成 2024-05-20 或 2024-05-20T18:00:00',
  );
};
