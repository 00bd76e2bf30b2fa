/** `xingji rules compare`: which leads of the ledger another rule file would decide differently, before it is adopted. */
import { DECISION_TITLES } from '../../domain/assessment.js';
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

const OUTCOMES = { met: '符合', hinted: '疑似', undetermined: '无法判断', 'not-met': '不符合' } as const;

export const rulesCompare: CommandBody = {
  examples: ['xingji rules compare rules/seven-situations.yaml 修改稿.yaml'],
  run: async (invocation) => {
    const { compareRules } = await import('../../pipeline/rule-work.js');
    const [before = '', after = ''] = invocation.args;
    const compared = compareRules(surroundings(invocation), before, after);
    await answer(invocation, { command: 'rules compare', ...compared }, async () => {
      const { plainTable } = await import('../../render/index.js');
      if (compared.changed.length === 0) return `${compared.leads} 件线索，结论都不变。`;
      return [
        plainTable(
          ['线索编号', '原结论', '新结论', '情形变化'],
          compared.changed.map((lead) => [
            lead.leadNo + (lead.judged ? '（已人工研判，不受影响）' : ''),
            DECISION_TITLES[lead.from],
            DECISION_TITLES[lead.to],
            lead.situations.map((each) => `${each.name}：${OUTCOMES[each.from]}→${OUTCOMES[each.to]}`).join('；'),
          ]),
          layout(invocation),
        ),
        plainTable(
          ['情形', '新增符合', '不再符合'],
          compared.bySituation.map((each) => [each.name, String(each.gained), String(each.lost)]),
          layout(invocation),
        ),
        `${compared.leads} 件线索中 ${compared.changed.length} 件会变。启用新文件：xingji rules adopt ${after}`,
      ].join('\n');
    });
    return EXIT.done;
  },
};
