/** `xingji rules adopt`: every lead of the ledger checked anew by a rule file, journalled; judged leads keep their judgement. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const rulesAdopt: CommandBody = {
  examples: ['xingji rules adopt', 'xingji rules adopt 修改稿.yaml'],
  run: async (invocation) => {
    const { adoptRules } = await import('../../pipeline/rule-work.js');
    const typed = invocation.args[0] ?? null;
    const adopted = adoptRules(surroundings(invocation), typed);
    await answer(invocation, { command: 'rules adopt', ...adopted }, () =>
      [
        `已按 ${adopted.ruleFile.id} ${adopted.ruleFile.version} 重新比对 ${adopted.leads} 件线索：结果有变化 ${adopted.reassessed} 件，结论改变 ${adopted.changed} 件，新拟移送函 ${adopted.noticesDrafted} 件。`,
        ...(typed === null ? [] : [`以后导入也要用这份文件：在 xingji.yaml 中写 rules: ${typed}`]),
      ].join('\n'),
    );
    return EXIT.done;
  },
};
