/** `xingji run show`: one run with its files and their conservation lines. */
import { EXIT, Failure } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const runShow: CommandBody = {
  examples: ['xingji run show 12'],
  run: async (invocation) => {
    const number = Number(invocation.args[0]);
    if (!Number.isSafeInteger(number) || number < 1)
      throw new Failure(EXIT.usage, 'run-number', `“${invocation.args[0]}”不是运行号`, '用 xingji run list 查看运行号');
    const { showRun } = await import('../../pipeline/runs.js');
    const run = showRun(surroundings(invocation), number);
    await answer(invocation, { command: 'run show', run }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const rules = run.ruleFile
        ? `\n规则文件：${run.ruleFile.id} ${run.ruleFile.version}（${run.ruleFile.sha256.slice(0, 12)}）`
        : '';
      const files = plainTable(
        ['文件', '种类', '编码', '读入', '新增', '更正', '未变', '退回'],
        run.files.map((file) =>
          [
            file.path,
            file.kind,
            file.encoding ?? '',
            file.read,
            file.added,
            file.amended,
            file.unchanged,
            file.rejected,
          ].map(String),
        ),
        layout(invocation),
      );
      return `运行 ${run.id}　${run.at}　${run.operator}　${run.command}${rules}\n${run.files.length > 0 ? files : '没有导入文件。'}`;
    });
    return EXIT.done;
  },
};
