/** `xingji doctor`: what this machine offers and where things lie; pasteable, it shows no record. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { VERSION } from '../version.js';

export const doctor: CommandBody = {
  examples: ['xingji doctor'],
  run: async (invocation) => {
    const { examine } = await import('../../pipeline/doctor.js');
    const checks = examine(surroundings(invocation), VERSION);
    await answer(invocation, { command: 'doctor', ok: checks.every((check) => check.ok), checks }, async () => {
      const { plainTable } = await import('../../render/index.js');
      return plainTable(
        ['项目', '结果', '说明'],
        checks.map((check) => [check.title, check.ok ? '正常' : '有问题', check.detail]),
        layout(invocation),
      );
    });
    return checks.every((check) => check.ok) ? EXIT.done : EXIT.needsPerson;
  },
};
