/** `xingji init`: a starter folder: config, an import template per record kind, a copy of the rule file with its schema. */
import { EXIT } from '../../domain/failure.js';
import { answer, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const init: CommandBody = {
  examples: ['xingji init', 'xingji init 行纪衔接'],
  run: async (invocation) => {
    const { makeStarter } = await import('../../pipeline/starter.js');
    const folder = invocation.args[0] ?? '.';
    const made = makeStarter(surroundings(invocation), folder);
    await answer(invocation, { command: 'init', folder, ...made }, () =>
      [
        ...made.written.map((path) => `已生成 ${path}`),
        ...made.kept.map((path) => `已有，未动 ${path}`),
        '下一步：改 xingji.yaml 里带“某”字的地方；按“导入模板”里的表头填写，再运行 xingji import 文件名',
      ].join('\n'),
    );
    return EXIT.done;
  },
};
