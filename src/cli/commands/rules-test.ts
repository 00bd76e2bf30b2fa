/** `xingji rules test`: runs the examples inside the rule file. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandDeclaration } from '../command.js';

export const rulesTest: CommandDeclaration = {
  name: 'rules test',
  summary: '运行规则文件里的例子：应符合的要符合，不应符合的不能符合',
  args: '[文件]',
  examples: ['xingji rules test', 'xingji rules test 我们的规则.yaml --json'],
  run: async (invocation) => {
    const { testRules } = await import('../../pipeline/rule-work.js');
    const outcome = testRules(surroundings(invocation), invocation.args[0] ?? null);
    await answer(invocation, { command: 'rules test', ...outcome }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const table = plainTable(
        ['情形', '应符合', '不应符合', '已知漏判', '不符的例子'],
        outcome.situations.map((each) => [each.name, each.mustMatch, each.mustNotMatch, each.knownMisses, each.failed].map(String)),
        layout(invocation),
      );
      const failures = outcome.failures.map((failure) => `- ${outcome.path}:${failure.line}（${failure.situationName}）“${failure.text}”：应为${failure.expected}，实为${failure.actual}`);
      return [table, ...failures, outcome.failures.length === 0 ? `${outcome.total} 个例子全部相符。` : `${outcome.total} 个例子中 ${outcome.failures.length} 个不符。`].join('\n');
    });
    return outcome.ok ? EXIT.done : EXIT.needsPerson;
  },
};
