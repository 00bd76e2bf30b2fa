/** The list of commands, in the order in which help and docs/cli.md show them. A command is one file and one line here. */
import type { CommandDeclaration } from '../command.js';
import { check } from './check.js';
import { decide } from './decide.js';
import { explain } from './explain.js';
import { importCommand } from './import.js';
import { report } from './report.js';

export const COMMANDS: readonly CommandDeclaration[] = [importCommand, check, explain, decide, report];

/** Words that only hold further commands, with what their help says. */
export const COMMAND_GROUPS: Readonly<Record<string, string>> = {
  lead: '线索：列表和全过程',
  record: '各类记录：列表、作废',
  rules: '规则文件：检查、测试、展示、比较、启用',
  notice: '移送函：列表、审定、编号制发、送达、签收、文书',
  run: '历次运行',
  ledger: '台账：核验、历史、备份、概况',
};
