/** `xingji ledger backup`: a consistent copy of the ledger, readable by its owner alone. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const ledgerBackup: CommandBody = {
  examples: ['xingji ledger backup 备份/2024-05-20.db'],
  run: async (invocation) => {
    const { backupLedger } = await import('../../pipeline/ledger-care.js');
    const result = await backupLedger(surroundings(invocation), invocation.args[0] ?? '');
    await answer(
      invocation,
      { command: 'ledger backup', ...result },
      () => `已备份到 ${result.path}：${result.records} 条记录，核验一致。\n链头：${result.head}`,
    );
    return EXIT.done;
  },
};
