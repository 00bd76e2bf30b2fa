/**
 * 统计 (report): a table declares what it wants counted, the ledger answers, the table makes rows, and the caption says from
 * what. The same report value goes to every format.
 */
import { dirname } from 'node:path';
import type { CountQuery } from '../domain/counting.js';
import { EXIT, Failure } from '../domain/failure.js';
import { fieldIndex, type Value } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import type { Period, StatisticsReport, TableBody } from '../domain/table.js';
import { ensureFolder, writeAtomic } from '../files/index.js';
import type { Ledger } from '../ledger/index.js';
import {
  conditionsOf,
  filterable,
  kindOf,
  narrowedBy,
  PACKS,
  type ReportPack,
  recordsTable,
  type StatisticsContext,
  type StatisticsTable,
  TABLES,
  withResults,
} from '../statistics/index.js';
import { contextOf, type ReportScope } from './report-context.js';
import { regionNamed } from './report-filters.js';
import { openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

export interface ReportRequest extends ReportScope {
  readonly table: string;
  readonly records: boolean;
  /** 口径=值: conditions on what the table counts. */
  readonly where: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly askedBy: string;
}

/** What `report --list` shows: every table and pack, with who asks for it. */
export const listPacks = (): readonly (Listed & { readonly tables: readonly string[] })[] =>
  PACKS.map(({ id, title, askedBy, tables }) => ({ id, title, askedBy, tables: tables.map((table) => table.id) }));

export const listTables = (): readonly Listed[] => TABLES.map(({ id, title, askedBy }) => ({ id, title, askedBy }));

export const makeReport = (surroundings: Surroundings, request: ReportRequest): StatisticsReport => {
  const table = tableNamed(request.table);
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const context = contextOf(workspace, ledger, request);
    const conditions = conditionsOf(kindOf(table.kinds[0] ?? 'lead'), request.where, context);
    const filters = narrowedBy(context.filters, conditions);
    return reportOf(table, { ...context, filters }, request, workspace, ledger);
  } finally {
    ledger.close();
  }
};

/** The reports of a pack, and the tables left out because they do not understand what was asked. */
export interface PackReports {
  readonly id: string;
  readonly title: string;
  readonly period: Period;
  readonly reports: readonly StatisticsReport[];
  readonly leftOut: readonly { readonly id: string; readonly title: string; readonly why: string }[];
}

/** Refusals of a table that do not stop the others of its pack: a filter or option that it does not know. */
const TABLE_REFUSALS: ReadonlySet<string> = new Set(['table-filter-unsupported', 'table-option-unsupported']);

export const makePack = (surroundings: Surroundings, typed: string, scope: ReportScope): PackReports => {
  const pack = packNamed(typed);
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const context = contextOf(workspace, ledger, scope);
    const reports: StatisticsReport[] = [];
    const leftOut: { id: string; title: string; why: string }[] = [];
    for (const table of pack.tables)
      try {
        reports.push(reportOf(table, context, { ...scope, records: false, where: [] }, workspace, ledger));
      } catch (refusal) {
        if (!(refusal instanceof Failure && TABLE_REFUSALS.has(refusal.code))) throw refusal;
        leftOut.push({ id: table.id, title: table.title, why: refusal.message });
      }
    return { id: pack.id, title: pack.title, period: context.period, reports, leftOut };
  } finally {
    ledger.close();
  }
};

const reportOf = (
  table: StatisticsTable,
  context: StatisticsContext,
  request: Omit<ReportRequest, 'table'>,
  workspace: Workspace,
  ledger: Ledger,
): StatisticsReport => {
  // Asked even for the records behind a table: a filter that it does not understand is refused here.
  const queries = table.queries(context);
  const asked = request.records ? [] : queries;
  // All from one state of the ledger, and in one go.
  const answers = ledger.answer([...asked, ...recordCounts(table, context)]);
  const body = request.records
    ? recordsBehind(table, context, ledger)
    : table.build(answers.slice(0, asked.length), context);
  const recordCount = answers.slice(asked.length).reduce((sum, each) => sum + (each.counts?.[0]?.n ?? 0), 0);
  const title = request.records ? `${table.title}：明细` : table.title;
  return { ...body, caption: captionOf(table, title, context, request, workspace, ledger, recordCount) };
};

export const writeReport = (surroundings: Surroundings, path: string, bytes: string | Uint8Array): void => {
  const target = resolved(surroundings.workingFolder, path);
  ensureFolder(dirname(target));
  writeAtomic(target, bytes);
};

const packNamed = (typed: string): ReportPack => {
  const found = PACKS.find((pack) => pack.id === typed || pack.title === typed);
  if (found) return found;
  const near = nearest(
    typed,
    PACKS.flatMap((pack) => [pack.id, pack.title]),
  );
  throw new Failure(
    EXIT.usage,
    'pack-unknown',
    `没有报表包“${typed}”`,
    `${near ? `是否指“${near}”？` : ''}可用的：${PACKS.map((pack) => `${pack.id}（${pack.title}）`).join('、')}`,
  );
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

/** 明细 (`--records`): the records behind a table, of the first kind that it counts. */
const recordsBehind = (table: StatisticsTable, context: StatisticsContext, ledger: Ledger): TableBody => {
  const kind = kindOf(table.kinds[0] ?? 'lead');
  const where = narrowedBy(table.behind?.(context) ?? {}, context.filters);
  const listed = ledger.list({ kind: kind.id, ...counted(context), where });
  const body = recordsTable(kind, listed, context, table.listed);
  if (!kind.assessed) return body;
  return withResults(
    body,
    dispositionsOf(
      listed.map((values) => String(values[fieldIndex(kind, 'lead_no')])),
      context,
      ledger,
    ),
  );
};

/** Leads that one question names at most: SQLite takes no more than 32,766 marks. */
const NAMED_AT_ONCE = 5000;

/** 处置反馈 of these leads, whenever it came. */
const dispositionsOf = (
  leads: readonly string[],
  { asOf }: StatisticsContext,
  ledger: Ledger,
): readonly (readonly Value[])[] => {
  const found: (readonly Value[])[] = [];
  for (let i = 0; i < leads.length; i += NAMED_AT_ONCE) {
    const where = { lead_no: leads.slice(i, i + NAMED_AT_ONCE) };
    for (const row of ledger.list({
      kind: 'disposition',
      from: null,
      to: null,
      where,
      ...(asOf === undefined ? {} : { asOf }),
    }))
      found.push(row);
  }
  return found;
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
const recordCounts = (table: StatisticsTable, context: StatisticsContext): readonly CountQuery[] =>
  table.kinds
    .filter((id) => Object.keys(context.filters).every((field) => filterable(kindOf(id), field)))
    .map((id) => ({
      kind: id,
      measure: 'records',
      by: [],
      ...counted(context),
      // A kind without a day (被反映人) is only counted since the start.
      ...(kindOf(id).day === null ? { from: null, to: null } : {}),
      where: context.filters,
    }));

const captionOf = (
  table: StatisticsTable,
  title: string,
  context: StatisticsContext,
  request: Omit<ReportRequest, 'table'>,
  workspace: Workspace,
  ledger: Ledger,
  recordCount: number,
): StatisticsReport['caption'] => {
  return {
    table: table.id,
    title,
    period: context.period,
    asOf: context.asOf ?? workspace.surroundings.now,
    filters: {
      ...(request.region === null ? {} : { region: regionNamed(workspace, request.region).name }),
      ...(request.agency === null ? {} : { agency: request.agency }),
      ...(request.by.length === 0 ? {} : { by: request.by.join(',') }),
      ...(request.where.length === 0 ? {} : { where: request.where.join('，') }),
    },
    ruleFile: ledger.latestRuleFile() ?? workspace.rules().checker.id,
    chainHead: ledger.head(),
    recordCount,
    office: context.office.name,
  };
};
