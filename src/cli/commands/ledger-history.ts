/** `xingji ledger history`: what the journal says of one record, or of all, oldest first. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

const ACTIONS: Readonly<Record<string, string>> = {
  add: '登记',
  amend: '更正',
  decide: '研判',
  void: '作废',
  assess: '重新比对',
};

export const ledgerHistory: CommandBody = {
  examples: ['xingji ledger history lead 示例〔2024〕001'],
  run: async (invocation) => {
    const { recordHistory } = await import('../../pipeline/ledger-care.js');
    const [kind = '', key = ''] = invocation.args;
    const entries = recordHistory(surroundings(invocation), kind, key);
    await answer(invocation, { command: 'ledger history', kind, key, entries }, async () => {
      const { plainTable } = await import('../../render/index.js');
      return plainTable(
        ['序号', '时间', '操作人', '动作', '第几版', '运行'],
        entries.map((entry) =>
          [entry.seq, entry.time, entry.operator, ACTIONS[entry.action] ?? entry.action, entry.revision, entry.run].map(
            String,
          ),
        ),
        layout(invocation),
      );
    });
    return EXIT.done;
  },
};
