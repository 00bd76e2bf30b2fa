/** `xingji ledger verify`: recomputes every hash and names the first place that disagrees. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { flagOption } from '../typed.js';

export const ledgerVerify: CommandBody = {
  options: [{ flags: '--statistics', summary: '同时重新计数，与统计数核对' }],
  examples: ['xingji ledger verify', 'xingji ledger verify --statistics'],
  run: async (invocation) => {
    const { verifyLedger } = await import('../../pipeline/ledger-care.js');
    const result = verifyLedger(surroundings(invocation), flagOption(invocation.options, 'statistics'));
    await answer(invocation, result, () =>
      result.ok
        ? `台账完好：${result.records} 条记录与登记日志一致。\n链头：${result.head}\n把链头抄在台账之外（如写进会议纪要），日后可证明此前的记录没有变过。`
        : `台账有问题，${result.problems.length} 处不一致：\n${result.problems.map((problem) => `- ${problem.place}：${problem.message}`).join('\n')}\n办法：不要再写入；保留此文件，与最近的备份比对，并报告负责人。`,
    );
    return result.ok ? EXIT.done : EXIT.ledgerDamaged;
  },
};
