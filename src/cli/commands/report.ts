/** `xingji report`: a statistics table of the ledger, to the terminal or into a file, or a whole pack of them into a folder. */
import { join } from 'node:path';
import { daysInMonth } from '../../domain/calendar.js';
import { EXIT, Failure } from '../../domain/failure.js';
import { nearest } from '../../domain/nearest.js';
import type { Period } from '../../domain/table.js';
import type { ReportScope } from '../../pipeline/report-context.js';
import { PACK_FORMATS, REPORT_FORMATS } from '../../render/format-names.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody, Invocation, TypedOptions } from '../command.js';
import { dateOption, flagOption, listOption, textOption } from '../typed.js';

export const report: CommandBody = {
  options: [
    { flags: '--list', summary: '按谁要用列出所有统计表和报表包' },
    {
      flags: '--pack <报表包>',
      summary: '一次写出一包报表（xlsx、html、md）到 --out 文件夹：monthly 月报，及三类评估材料（见 --list）',
    },
    { flags: '--period <时段>', summary: '2024、2024Q2、2024-05 或 since-start（默认：机制运行以来）' },
    { flags: '--from <日期>', summary: '从哪天起（含），如 2024-01-01' },
    { flags: '--to <日期>', summary: '到哪天止（含）' },
    { flags: '--by <字段>', summary: '按哪些字段分组，逗号隔开' },
    { flags: '--columns <间隔>', summary: '按月、季、年分列', choices: ['month', 'quarter', 'year'] },
    {
      flags: '--compare <对象>',
      summary: '与上一时段（previous）或上年同期（last-year）比较',
      choices: ['previous', 'last-year'],
    },
    { flags: '--as-of <日期时间>', summary: '按台账当时所知统计' },
    { flags: '--region <区划>', summary: '只统计这个行政区划' },
    { flags: '--agency <单位>', summary: '只统计这个单位' },
    {
      flags: '--where <口径=值>',
      summary: '只统计符合条件的，如 行为类型=行政不作为；几个条件用逗号隔开，同一口径写几次为“或”',
    },
    { flags: '--records', summary: '列出数字背后的每一条记录；与 --where、--period 等同用，得到某一个数字背后的' },
    { flags: '--format <格式>', summary: '输出格式', choices: REPORT_FORMATS },
    { flags: '--out <文件>', summary: '写入文件（仅本人可读），格式默认按扩展名；用 --pack 时是文件夹' },
  ],
  examples: [
    'xingji report',
    'xingji report leads-by-situation --period 2024Q2',
    'xingji report leads-by-region --where 情形=拒绝或阻挠取证 --records',
    'xingji report --format csv --out 总览.csv',
    'xingji report --pack monthly --period 2024-05 --out 月报',
  ],
  run: async (invocation) => {
    const { options, args } = invocation;
    const { listPacks, listTables, makeReport, writeReport } = await import('../../pipeline/report.js');
    if (flagOption(options, 'list')) return printList(invocation, listTables(), listPacks());
    const pack = textOption(options, 'pack');
    if (pack !== null) return await writePack(invocation, pack);
    const out = textOption(options, 'out');
    const format = invocation.globals.json ? 'json' : formatWanted(textOption(options, 'format'), out);
    const made = makeReport(surroundings(invocation), {
      ...scopeOf(options),
      table: args[0] ?? 'overview',
      records: flagOption(options, 'records'),
      where: listOption(options, 'where'),
    });
    const { renderReport } = await import('../../render/index.js');
    const bytes = await renderReport(format, made, out === null ? layout(invocation) : { color: false, width: null });
    if (out === null) invocation.io.write(bytes);
    else {
      writeReport(surroundings(invocation), out, bytes);
      await answer(invocation, { command: 'report', table: made.caption.table, out }, () => `已写入 ${out}`);
    }
    return EXIT.done;
  },
};

/** One of a closed set that commander has checked, or null where it was not typed. */
const chosen = <Choice extends string>(typed: unknown, choices: readonly Choice[]): Choice | null =>
  choices.find((choice) => choice === typed) ?? null;

/** The format asked for, else the one that the file name says, else a table for the terminal. */
const formatWanted = (typed: string | null, out: string | null): string => {
  if (typed !== null) return typed;
  if (out === null) return 'table';
  const extension = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase() ?? '';
  if (extension === 'txt') return 'table';
  if (REPORT_FORMATS.includes(extension)) return extension;
  const near = nearest(extension, REPORT_FORMATS);
  throw new Failure(
    EXIT.usage,
    'report-format-unknown',
    `从文件名“${out}”看不出格式`,
    `${near ? `是否指 .${near}？` : ''}用 --format 指明：${REPORT_FORMATS.join('、')}`,
  );
};

/** What a report is about, the same for one table and for a pack. */
const scopeOf = (options: TypedOptions): ReportScope => ({
  period: textOption(options, 'period'),
  from: dateOption(options, 'from', '--from'),
  to: dateOption(options, 'to', '--to'),
  by: listOption(options, 'by'),
  columns: chosen(options.columns, ['month', 'quarter', 'year']),
  compare: chosen(options.compare, ['previous', 'last-year']),
  asOf: textOption(options, 'asOf'),
  region: textOption(options, 'region'),
  agency: textOption(options, 'agency'),
});

/** Options that shape a single table; a pack keeps each table in its own shape. */
const NOT_IN_A_PACK = ['by', 'columns', 'compare', 'where', 'records', 'format'] as const;

const writePack = async (invocation: Invocation, typed: string): Promise<number> => {
  const { options, args } = invocation;
  const out = textOption(options, 'out');
  if (out === null)
    throw new Failure(EXIT.usage, 'pack-needs-out', '--pack 要写出几个文件', '用 --out 指定放在哪个文件夹');
  const unfit = NOT_IN_A_PACK.find((name) => options[name] !== undefined && options[name] !== false);
  if (unfit !== undefined || args[0] !== undefined)
    throw new Failure(
      EXIT.usage,
      'pack-option-unsupported',
      `--pack 不能与${unfit === undefined ? '表名' : ` --${unfit} `}同用`,
      '报表包里的表和格式是定好的；单独要一张表，请去掉 --pack',
    );
  const { makePack, writeReport } = await import('../../pipeline/report.js');
  const made = makePack(surroundings(invocation), typed, scopeOf(options));
  const { renderPack } = await import('../../render/index.js');
  const title = `${made.title}（${made.period.title}）`;
  const files: string[] = [];
  for (const format of PACK_FORMATS) {
    const path = join(out, `${made.id}-${spanName(made.period)}.${format}`);
    writeReport(surroundings(invocation), path, await renderPack(format, title, made.reports));
    files.push(path);
  }
  const tables = made.reports.map((each) => each.caption.table);
  await answer(
    invocation,
    { command: 'report', pack: made.id, title, period: made.period, tables, leftOut: made.leftOut, files },
    () =>
      [
        `${title}：${tables.length} 张表`,
        ...files.map((path) => `已写入 ${path}`),
        ...made.leftOut.map(({ title: left, why }) => `没有列入“${left}”：${why}`),
      ].join('\n'),
  );
  return EXIT.done;
};

/** The period in a file name: 2024-05, 2024Q2, 2024 as typed, else its days. */
const spanName = ({ from, to }: Period): string => {
  if (from === null && to === null) return 'since-start';
  const [first, last] = [from ?? 'start', to ?? 'now'];
  if (first.slice(0, 7) === last.slice(0, 7)) return isWholeMonth(first, last) ? first.slice(0, 7) : `${first}_${last}`;
  if (first.endsWith('-01-01') && last === `${first.slice(0, 4)}-12-31`) return first.slice(0, 4);
  return `${first}_${last}`;
};

const isWholeMonth = (first: string, last: string): boolean =>
  first.endsWith('-01') && Number(last.slice(8)) === daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)));

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly askedBy: string;
}

const printList = async (
  invocation: Invocation,
  tables: readonly Listed[],
  packs: readonly (Listed & { readonly tables: readonly string[] })[],
): Promise<number> => {
  await answer(invocation, { command: 'report', tables, packs }, async () => {
    const { plainTable } = await import('../../render/index.js');
    // Who asks stands once, before the first of the tables that they ask for.
    const who = tables.map(({ askedBy }, i) => (tables[i - 1]?.askedBy === askedBy ? '' : askedBy));
    return [
      plainTable(
        ['谁用', '表名', '标题'],
        tables.map(({ id, title }, i) => [who[i] ?? '', id, title]),
        layout(invocation),
      ),
      '报表包（--pack）：',
      plainTable(
        ['谁用', '包名', '标题', '表数'],
        packs.map((each) => [each.askedBy, each.id, each.title, String(each.tables.length)]),
        layout(invocation),
      ),
    ].join('\n');
  });
  return EXIT.done;
};
