/** `xingji run list`: every run that wrote to the ledger, newest first. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const runList: CommandBody = {
  examples: ['xingji run list'],
  run: async (invocation) => {
    const { listRuns } = await import('../../pipeline/runs.js');
    const runs = listRuns(surroundings(invocation));
    await answer(invocation, { command: 'run list', runs }, async () => {
      const { plainTable } = await import('../../render/index.js');
      return plainTable(
        ['运行', '时间', '操作人', '命令', '读入', '新增', '更正', '未变', '退回'],
        runs.map((run) =>
          [
            run.id,
            run.at,
            run.operator,
            run.command,
            run.read,
            run.added,
            run.amended,
            run.unchanged,
            run.rejected,
          ].map(String),
        ),
        layout(invocation),
      );
    });
    return EXIT.done;
  },
};
