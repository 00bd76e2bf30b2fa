/** `xingji record void`: takes a record out of the counts; it stays in the ledger with the reason. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { textOption } from '../typed.js';

export const recordVoid: CommandBody = {
  options: [{ flags: '--why <原因>', summary: '作废原因，必填' }],
  examples: ['xingji record void lead 示例〔2024〕009 --why "与 008 号重复登记"'],
  run: async (invocation) => {
    const { voidRecord } = await import('../../pipeline/void-record.js');
    const [kind = '', key = ''] = invocation.args;
    const outcome = voidRecord(surroundings(invocation), kind, key, textOption(invocation.options, 'why'));
    await answer(
      invocation,
      { command: 'record void', ...outcome },
      () => `已作废：${outcome.title} ${outcome.key}。${outcome.notice ? `移送函：${outcome.notice}。` : ''}`,
    );
    return EXIT.done;
  },
};
