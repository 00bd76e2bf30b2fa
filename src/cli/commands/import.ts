/** `xingji import`: files in, records in the ledger, what needs a person said at the end. */

import { surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { answerImport, INTAKE_OPTIONS, intakeRequest } from '../import-answer.js';
import { withProgress } from '../progress.js';
import { choiceOption, flagOption, textOption } from '../typed.js';

export const importCommand: CommandBody = {
  options: [
    ...INTAKE_OPTIONS,
    { flags: '--dry-run', summary: '试运行：照常校验和比对，什么都不写' },
    { flags: '--rejects <文件>', summary: '退回记录写到哪里（默认：输入文件旁，名称.rejects.csv 或 .yaml）' },
    { flags: '--all-or-nothing', summary: '有一条退回就全部不记入' },
    {
      flags: '--on-change <做法>',
      summary: '与台账不同的记录：amend 更正（默认）、keep 保留原样、reject 退回',
      choices: ['amend', 'keep', 'reject'],
    },
    { flags: '--clear', summary: '空单元格表示清除原值（默认：空白保留原值）' },
  ],
  examples: ['xingji import 线索台账.csv', 'xingji import 2024年5月 --dry-run', 'xingji import 线索台账.rejects.csv'],
  run: async (invocation) => {
    const { options } = invocation;
    const { importFiles } = await import('../../pipeline/import-files.js');
    const result = await withProgress(invocation, '条', (progress) =>
      importFiles(
        surroundings(invocation),
        {
          ...intakeRequest(invocation),
          dryRun: flagOption(options, 'dryRun'),
          rejects: textOption(options, 'rejects'),
          allOrNothing: flagOption(options, 'allOrNothing'),
          onChange: choiceOption(options, 'onChange', ['amend', 'keep', 'reject'], 'amend'),
          clear: flagOption(options, 'clear'),
        },
        progress,
      ),
    );
    return answerImport(invocation, result);
  },
};
