/**
 * 统计 (report): a table declares what it wants counted, the ledger answers, the table makes rows, and the caption says from
 * what. The same report value goes to every format.
 */
import { EXIT, Failure } from '../domain/failure.js';
import { nearest } from '../domain/nearest.js';
import type { Region } from '../domain/region.js';
import type { StatisticsReport } from '../domain/table.js';
import { ensureFolder, writeAtomic } from '../files/index.js';
import type { Ledger } from '../ledger/index.js';
import { type Comparison, parsePeriod, type PeriodColumns, type StatisticsContext, type StatisticsTable, TABLES } from '../statistics/index.js';
import { recordsBehind } from './report-records.js';
import { dirname } from 'node:path';
import { openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

export interface ReportRequest {
  readonly table: string;
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly by: readonly string[];
  readonly columns: PeriodColumns | null;
  readonly compare: Comparison | null;
  readonly asOf: string | null;
  readonly region: string | null;
  readonly agency: string | null;
  readonly records: boolean;
}

export const listTables = (): readonly { readonly id: string; readonly title: string; readonly askedBy: string }[] =>
  TABLES.map(({ id, title, askedBy }) => ({ id, title, askedBy }));

export const makeReport = (surroundings: Surroundings, request: ReportRequest): StatisticsReport => {
  const table = tableNamed(request.table);
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const context = contextOf(workspace, ledger, request);
    refuseUnsupported(table, request);
    const body = request.records ? recordsBehind(table, context, workspace, ledger) : table.build(answersTo(table, context, ledger), context);
    const chosen = request.records ? `${table.title}：明细` : table.title;
    return { ...body, caption: captionOf(table, chosen, context, request, workspace, ledger) };
  } finally {
    ledger.close();
  }
};

export const writeReport = (surroundings: Surroundings, path: string, bytes: string | Uint8Array): void => {
  const target = resolved(surroundings.workingFolder, path);
  ensureFolder(dirname(target));
  writeAtomic(target, bytes);
};

const tableNamed = (typed: string): StatisticsTable => {
  const found = TABLES.find((table) => table.id === typed || table.title === typed);
  if (found) return found;
  const near = nearest(typed, TABLES.flatMap((table) => [table.id, table.title]));
  throw new Failure(EXIT.usage, 'table-unknown', `没有统计表“${typed}”`, `${near ? `是否指“${near}”？` : ''}用 xingji report --list 查看全部统计表`);
};

/** An option that a table does not understand is refused: a figure that silently ignores it would mislead. */
const refuseUnsupported = (table: StatisticsTable, request: ReportRequest): void => {
  const refused = [
    request.by.length > 0 && !table.options.by ? '--by' : null,
    request.columns !== null && !table.options.columns ? '--columns' : null,
    request.compare !== null && !table.options.compare ? '--compare' : null,
  ].filter((option) => option !== null);
  if (refused.length > 0)
    throw new Failure(EXIT.usage, 'table-option', `统计表“${table.title}”不能用 ${refused.join('、')}`, '去掉这个选项，或换一张统计表（xingji report --list）');
};

const contextOf = (workspace: Workspace, ledger: Ledger, request: ReportRequest): StatisticsContext => ({
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
  office: workspace.config.office,
  today: workspace.today,
});

/** `2024-05-20` means the end of that day. */
const asOfTime = (typed: string): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return `${typed}T23:59:59`;
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(typed)) return typed.length === 16 ? `${typed}:59` : typed;
  throw new Failure(EXIT.usage, 'as-of', `--as-of 的值“${typed}”不是日期或日期时间`, '写成 2024-05-20 或 2024-05-20T18:00:00');
};

/** The region asked for and all below it: a city's figures hold those of its counties (多级联动). */
const regionsAsked = (regions: readonly Region[], typed: string): readonly string[] => {
  const asked = regions.find((region) => region.code === typed || region.name === typed || region.aliases.includes(typed));
  if (!asked) {
    const near = nearest(typed, regions.flatMap((region) => [region.name, region.code]));
    throw new Failure(EXIT.usage, 'region-unknown', `没有行政区划“${typed}”`, `${near ? `是否指“${near}”？` : ''}名称和代码见 data/regions.csv`);
  }
  const below = (code: string): string[] => regions.filter((region) => region.parent === code).flatMap((region) => [region.code, ...below(region.code)]);
  return [asked.code, ...below(asked.code)];
};

const answersTo = (table: StatisticsTable, context: StatisticsContext, ledger: Ledger): ReturnType<Ledger['answer']> =>
  ledger.answer(table.queries(context));

const captionOf = (
  table: StatisticsTable,
  title: string,
  context: StatisticsContext,
  request: ReportRequest,
  workspace: Workspace,
  ledger: Ledger,
): StatisticsReport['caption'] => {
  const recordCount = ledger
    .count(table.kinds.map((kind) => ({ kind, measure: 'records', by: [], from: context.period.from, to: context.period.to, ...(context.asOf === undefined ? {} : { asOf: context.asOf }) })))
    .reduce((total, rows) => total + (rows[0]?.n ?? 0), 0);
  return {
    table: table.id,
    title,
    period: context.period,
    asOf: context.asOf ?? workspace.surroundings.now,
    filters: {
      ...(request.region === null ? {} : { region: request.region }),
      ...(request.agency === null ? {} : { agency: request.agency }),
      ...(request.by.length === 0 ? {} : { by: request.by.join(',') }),
    },
    ruleFile: ledger.latestRuleFile() ?? workspace.rules().checker.id,
    chainHead: ledger.head(),
    recordCount,
    office: context.office.name,
  };
};
