/** `xingji decide`: a person's judgement on a lead, journalled; it stands until the lead itself changes. */

import { DECISION_TITLES } from '../../domain/assessment.js';
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { choiceOption, textOption } from '../typed.js';

const CHOICES = ['transfer', 'supplement', 'none'] as const;

export const decide: CommandBody = {
  options: [
    { flags: '--decision <结论>', summary: 'transfer 应移送、supplement 待补正、none 不移送', choices: CHOICES },
    { flags: '--situation <情形>', summary: '符合哪种情形（序号、名称或标识）；应移送时必填' },
    { flags: '--basis <文字>', summary: '研判依据，必填' },
  ],
  examples: [
    'xingji decide 示例〔2024〕003 --decision transfer --situation 7 --basis "经集体研究，符合机制文件第七种情形"',
  ],
  run: async (invocation) => {
    const { options, args } = invocation;
    const { decideLead } = await import('../../pipeline/decide-lead.js');
    const outcome = decideLead(surroundings(invocation), {
      leadNo: args[0] ?? '',
      decision: textOption(options, 'decision') === null ? null : choiceOption(options, 'decision', CHOICES, 'none'),
      situation: textOption(options, 'situation'),
      basis: textOption(options, 'basis'),
    });
    await answer(invocation, { command: 'decide', ...outcome }, () => {
      const notice = outcome.notice ? `移送函：${outcome.notice}。` : '';
      return `已记录：线索 ${outcome.leadNo} 研判为“${DECISION_TITLES[outcome.decision]}”（原为“${DECISION_TITLES[outcome.previousDecision]}”）。${notice}`;
    });
    return EXIT.done;
  },
};
