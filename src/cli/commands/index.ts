/** The list of commands, in the order in which help and docs/cli.md show them. A command is one file and one line here. */
import type { CommandDeclaration } from '../command.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { decide } from './decide.js';
import { doctor } from './doctor.js';
import { due } from './due.js';
import { explain } from './explain.js';
import { importCommand } from './import.js';
import { init } from './init.js';
import { leadList } from './lead-list.js';
import { leadShow } from './lead-show.js';
import { ledgerBackup } from './ledger-backup.js';
import { ledgerHistory } from './ledger-history.js';
import { ledgerStats } from './ledger-stats.js';
import { ledgerVerify } from './ledger-verify.js';
import { noticeList } from './notice-list.js';
import { noticeRender } from './notice-render.js';
import { noticeSteps } from './notice-steps.js';
import { noticeTemplateCheck } from './notice-template-check.js';
import { recordList } from './record-list.js';
import { recordVoid } from './record-void.js';
import { report } from './report.js';
import { rulesAdopt } from './rules-adopt.js';
import { rulesCheck } from './rules-check.js';
import { rulesCompare } from './rules-compare.js';
import { rulesSchema } from './rules-schema.js';
import { rulesShow } from './rules-show.js';
import { rulesTest } from './rules-test.js';
import { runList } from './run-list.js';
import { runShow } from './run-show.js';
import { search } from './search.js';

export const COMMANDS: readonly CommandDeclaration[] = [
  init,
  importCommand,
  check,
  explain,
  decide,
  leadList,
  leadShow,
  recordList,
  recordVoid,
  rulesCheck,
  rulesTest,
  rulesShow,
  rulesCompare,
  rulesAdopt,
  rulesSchema,
  noticeList,
  ...noticeSteps,
  noticeRender,
  noticeTemplateCheck,
  report,
  due,
  search,
  runList,
  runShow,
  ledgerVerify,
  ledgerHistory,
  ledgerBackup,
  ledgerStats,
  completion(() => COMMANDS),
  doctor,
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
