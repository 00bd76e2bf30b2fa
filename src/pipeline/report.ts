/**
 * 统计 (report): a table declares what it wants counted, the ledger answers, the table makes rows, and the caption says from
 * what. The same report value goes to every format.
 */
import { dirname } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import { fieldIndex } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import type { Region } from '../domain/region.js';
import type { StatisticsReport, TableBody } from '../domain/table.js';
import { ensureFolder, writeAtomic } from '../files/index.js';
import type { Ledger } from '../ledger/index.js';
import {
  type Comparison,
  type PeriodColumns,
  parsePeriod,
  recordsTable,
  type StatisticsContext,
  type StatisticsTable,
  TABLES,
} from '../statistics/index.js';
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
    const body = request.records
      ? recordsBehind(table, context, workspace, ledger)
      : table.build(ledger.answer(table.queries(context)), context);
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
  const near = nearest(
    typed,
    TABLES.flatMap((table) => [table.id, table.title]),
  );
  throw new Failure(
    EXIT.usage,
    'table-unknown',
    `没有统计表“${typed}”`,
    `${near ? `是否指“${near}”？` : ''}用 xingji report --list 查看全部统计表`,
  );
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

/** 明细 (`--records`): the records behind a table, of the first kind that it counts. */
const recordsBehind = (
  table: StatisticsTable,
  context: StatisticsContext,
  workspace: Workspace,
  ledger: Ledger,
): TableBody => {
  const kind = workspace.kindNamed(table.kinds[0] ?? 'lead');
  return recordsTable(kind, ledger.list({ kind: kind.id, ...counted(context), where: context.filters }), context);
};

/** Period and state of knowledge, as every query takes them. */
const counted = ({
  period,
  asOf,
}: StatisticsContext): { readonly from: string | null; readonly to: string | null; readonly asOf?: string } => ({
  from: period.from,
  to: period.to,
  ...(asOf === undefined ? {} : { asOf }),
});

/** Records of the kinds that a table counts, through its filters; a kind that lacks a filtered field is left out. */
const recordCountOf = (
  table: StatisticsTable,
  context: StatisticsContext,
  workspace: Workspace,
  ledger: Ledger,
): number =>
  ledger
    .count(
      table.kinds
        .filter((id) => Object.keys(context.filters).every((field) => fieldIndex(workspace.kindNamed(id), field) >= 0))
        .map((kind) => ({ kind, measure: 'records', by: [], ...counted(context), where: context.filters })),
    )
    .reduce((total, rows) => total + (rows[0]?.n ?? 0), 0);

const captionOf = (
  table: StatisticsTable,
  title: string,
  context: StatisticsContext,
  request: ReportRequest,
  workspace: Workspace,
  ledger: Ledger,
): StatisticsReport['caption'] => {
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
    recordCount: recordCountOf(table, context, workspace, ledger),
    office: context.office.name,
  };
};
