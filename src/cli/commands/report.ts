/** `xingji report`: a statistics table of the ledger, to the terminal or into a file. */
import { EXIT, Failure } from '../../domain/failure.js';
import { nearest } from '../../domain/nearest.js';
import { REPORT_FORMATS } from '../../render/format-names.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandDeclaration, Invocation } from '../command.js';
import { dateOption, flagOption, listOption, textOption } from '../typed.js';

export const report: CommandDeclaration = {
  name: 'report',
  summary: '统计表；不写表名给出总览',
  args: '[表名]',
  options: [
    { flags: '--list', summary: '列出所有统计表' },
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
    { flags: '--records', summary: '列出数字背后的线索' },
    { flags: '--format <格式>', summary: '输出格式', choices: REPORT_FORMATS },
    { flags: '--out <文件>', summary: '写入文件（仅本人可读），格式默认按扩展名' },
  ],
  examples: [
    'xingji report',
    'xingji report leads-by-situation --period 2024Q2',
    'xingji report --format csv --out 总览.csv',
  ],
  run: async (invocation) => {
    const { options, args } = invocation;
    const { listTables, makeReport, writeReport } = await import('../../pipeline/report.js');
    if (flagOption(options, 'list')) return printList(invocation, listTables());
    const out = textOption(options, 'out');
    const format = invocation.globals.json ? 'json' : formatWanted(textOption(options, 'format'), out);
    const made = makeReport(surroundings(invocation), {
      table: args[0] ?? 'overview',
      period: textOption(options, 'period'),
      from: dateOption(options, 'from', '--from'),
      to: dateOption(options, 'to', '--to'),
      by: listOption(options, 'by'),
      columns: chosen(options.columns, ['month', 'quarter', 'year']),
      compare: chosen(options.compare, ['previous', 'last-year']),
      asOf: textOption(options, 'asOf'),
      region: textOption(options, 'region'),
      agency: textOption(options, 'agency'),
      records: flagOption(options, 'records'),
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

const printList = async (
  invocation: Invocation,
  tables: readonly { readonly id: string; readonly title: string; readonly askedBy: string }[],
): Promise<number> => {
  await answer(invocation, { command: 'report', tables }, async () => {
    const { plainTable } = await import('../../render/index.js');
    return plainTable(
      ['表名', '标题', '谁用'],
      tables.map((table) => [table.id, table.title, table.askedBy]),
      layout(invocation),
    );
  });
  return EXIT.done;
};
