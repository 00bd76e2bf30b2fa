/**
 * 命令目录 (the list of commands), in the order in which help shows them: what the command's line in `--help` says, and the file
 * that holds the rest. That file is loaded when the command is called: help of all commands needs none of them, and a call one.
 * A new command is one file here and one entry below.
 */
import type { ListedCommand } from '../command.js';
import type { NoticeStepName } from './notice-steps.js';

const noticeStep = (step: NoticeStepName, summary: string): ListedCommand => ({
  name: `notice ${step}`,
  args: '[线索编号...]',
  summary,
  load: async () => (await import('./notice-steps.js')).noticeStep(step),
});

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'init',
    args: '[文件夹]',
    summary: '生成起步文件夹：配置、各类记录的导入模板、规则文件',
    load: async () => (await import('./init.js')).init,
  },
  {
    name: 'import',
    args: '<路径...>',
    summary: '导入记录：校验、对照七种情形、记入台账、起草移送函',
    load: async () => (await import('./import.js')).importCommand,
  },
  {
    name: 'check',
    args: '<路径...>',
    summary: '只校验和比对，不用台账：每件线索符合哪种情形',
    load: async () => (await import('./check.js')).check,
  },
  {
    name: 'explain',
    args: '<线索编号>',
    summary: '说明一件线索的结论：读到什么值、哪句话、依据哪一条',
    load: async () => (await import('./explain.js')).explain,
  },
  {
    name: 'decide',
    args: '<线索编号>',
    summary: '人工研判：对一件线索作出结论，写明依据',
    load: async () => (await import('./decide.js')).decide,
  },
  { name: 'lead list', summary: '线索列表', load: async () => (await import('./lead-list.js')).leadList },
  {
    name: 'lead show',
    args: '<线索编号>',
    summary: '一件线索的全过程：内容、结论、移送、反馈、追责',
    load: async () => (await import('./lead-show.js')).leadShow,
  },
  {
    name: 'record list',
    args: '<种类>',
    summary: '列出一种记录',
    load: async () => (await import('./record-list.js')).recordList,
  },
  {
    name: 'record void',
    args: '<种类> <标识>',
    summary: '作废一条记录：留在台账里，不再计数',
    load: async () => (await import('./record-void.js')).recordVoid,
  },
  {
    name: 'rules check',
    args: '[文件]',
    summary: '检查规则文件：结构、引用、依据、矛盾、缺少的例子',
    load: async () => (await import('./rules-check.js')).rulesCheck,
  },
  {
    name: 'rules test',
    args: '[文件]',
    summary: '运行规则文件里的例子：应符合的要符合，不应符合的不能符合',
    load: async () => (await import('./rules-test.js')).rulesTest,
  },
  {
    name: 'rules show',
    args: '[文件]',
    summary: '把规则文件印成会议用的文档',
    load: async () => (await import('./rules-show.js')).rulesShow,
  },
  {
    name: 'rules compare',
    args: '<旧文件> <新文件>',
    summary: '换一份规则文件，台账里哪些线索的结论会变',
    load: async () => (await import('./rules-compare.js')).rulesCompare,
  },
  {
    name: 'rules adopt',
    args: '[文件]',
    summary: '启用规则文件：台账里的线索全部重新比对（已人工研判的保留研判）',
    load: async () => (await import('./rules-adopt.js')).rulesAdopt,
  },
  {
    name: 'rules schema',
    summary: '编辑器用的规则文件 JSON Schema（补全、提示、检查）',
    load: async () => (await import('./rules-schema.js')).rulesSchema,
  },
  { name: 'notice list', summary: '移送函列表', load: async () => (await import('./notice-list.js')).noticeList },
  noticeStep('approve', '审定移送函'),
  noticeStep('to-drafted', '把已审定的退回拟稿'),
  noticeStep('issue', '制发：编发文字号（机关代字〔年份〕序号），同一事务内连续不断号'),
  noticeStep('deliver', '登记送达'),
  noticeStep('receive', '登记签收（回执已回）'),
  noticeStep('return', '登记退回'),
  noticeStep('supplement', '补充移送：在已发的移送函之外另起新版本'),
  noticeStep('withdraw', '撤回：文号作废，不再使用'),
  noticeStep('cancel', '取消尚未制发的移送函'),
  {
    name: 'notice render',
    args: '[线索编号...]',
    summary: '生成移送文书',
    load: async () => (await import('./notice-render.js')).noticeRender,
  },
  {
    name: 'notice template check',
    args: '[模板...]',
    summary: '检查文书模板：不认识的字段、没用到的字段',
    load: async () => (await import('./notice-template-check.js')).noticeTemplateCheck,
  },
  {
    name: 'report',
    args: '[表名]',
    summary: '统计表；不写表名给出总览',
    load: async () => (await import('./report.js')).report,
  },
  {
    name: 'due',
    summary: '到期事项：哪些已经超期、哪些将要到期（工作日）',
    load: async () => (await import('./due.js')).due,
  },
  {
    name: 'search',
    args: '<文字...>',
    summary: '按文字查线索，多个词须同时出现',
    load: async () => (await import('./search.js')).search,
  },
  { name: 'run list', summary: '历次运行', load: async () => (await import('./run-list.js')).runList },
  {
    name: 'run show',
    args: '<运行号>',
    summary: '一次运行：文件、读入和记入的条数、规则版本',
    load: async () => (await import('./run-show.js')).runShow,
  },
  {
    name: 'ledger verify',
    summary: '核验台账：有没有被绕过程序改动',
    load: async () => (await import('./ledger-verify.js')).ledgerVerify,
  },
  {
    name: 'ledger history',
    args: '<种类> <标识>',
    summary: '一条记录的登记日志：何时、谁、做了什么',
    load: async () => (await import('./ledger-history.js')).ledgerHistory,
  },
  {
    name: 'ledger backup',
    args: '<文件>',
    summary: '备份台账（可以在使用中备份），并核验备份',
    load: async () => (await import('./ledger-backup.js')).ledgerBackup,
  },
  {
    name: 'ledger stats',
    summary: '台账概况：各类记录数、未对上的关联',
    load: async () => (await import('./ledger-stats.js')).ledgerStats,
  },
  {
    name: 'completion',
    args: '<终端>',
    summary: '命令行补全脚本（bash、zsh、fish、powershell）',
    load: async () => (await import('./completion.js')).completion(COMMANDS),
  },
  {
    name: 'doctor',
    summary: '自检：运行环境、配置、规则文件、台账（不含线索内容，可以发给维护人员）',
    load: async () => (await import('./doctor.js')).doctor,
  },
];

/** Words that only hold further commands, with what their help says. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  lead: '线索：列表和全过程',
  record: '各类记录：列表、作废',
  rules: '规则文件：检查、测试、展示、比较、启用',
  notice: '移送函：列表、审定、编号制发、送达、签收、文书',
  'notice template': '文书模板',
  run: '历次运行',
  ledger: '台账：核验、历史、备份、概况',
};
