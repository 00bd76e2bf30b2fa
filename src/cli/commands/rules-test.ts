/** `xingji rules test`: runs the examples inside the rule file; `--coverage` and `--mutate` tell what they leave unproved. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';
import { flagOption } from '../typed.js';

const TRUTHS = { true: '成立', false: '不成立', undetermined: '无法判断' } as const;
const OUTCOMES = { met: '符合', hinted: '疑似', undetermined: '无法判断', 'not-met': '不符合' } as const;

export const rulesTest: CommandBody = {
  options: [
    { flags: '--coverage', summary: '每个条件在例子里见过哪些结果，列出没见过的' },
    { flags: '--mutate', summary: '逐处改动条件和词表，列出没有例子能发现的改动' },
  ],
  examples: ['xingji rules test', 'xingji rules test 我们的规则.yaml --coverage --json'],
  run: async (invocation) => {
    const { testRules } = await import('../../pipeline/rule-work.js');
    const { options, args } = invocation;
    const tested = testRules(surroundings(invocation), args[0] ?? null, {
      coverage: flagOption(options, 'coverage'),
      mutate: flagOption(options, 'mutate'),
    });
    await answer(invocation, { command: 'rules test', ...tested }, async () => {
      const { plainTable } = await import('../../render/index.js');
      const table = plainTable(
        ['情形', '应符合', '不应符合', '已知漏判', '已知多判', '不符的例子'],
        tested.situations.map((each) =>
          [each.name, each.mustMatch, each.mustNotMatch, each.knownMisses, each.knownExcesses, each.failed].map(String),
        ),
        layout(invocation),
      );
      const failures = tested.failures.map(
        (failure) =>
          `- ${failure.situationName}“${failure.text}”：应为${failure.expected}，实为${OUTCOMES[failure.actual]}`,
      );
      const unseen = (tested.coverage?.conditions ?? [])
        .filter((condition) => condition.unseen.length > 0)
        .map(
          (condition) =>
            `- ${condition.situation} ${condition.at} ${condition.title}：没见过${condition.unseen.map((truth) => TRUTHS[truth]).join('、')}`,
        );
      const survivors = (tested.mutation?.survivors ?? []).map(
        (mutant) => `- ${mutant.situation} ${mutant.path.join('.')}：${mutant.title}`,
      );
      return [
        table,
        ...failures,
        tested.ok ? `${tested.total} 个例子全部相符。` : `${tested.total} 个例子中 ${tested.failures.length} 个不符。`,
        ...(tested.coverage
          ? [
              `条件覆盖：${tested.coverage.seen}/${tested.coverage.total}。${unseen.length > 0 ? '没见过的结果：' : ''}`,
              ...unseen,
            ]
          : []),
        ...(tested.mutation
          ? [
              `改动检验：${tested.mutation.mutants} 处改动，例子发现 ${tested.mutation.killed} 处。${survivors.length > 0 ? '没有例子能发现的：' : ''}`,
              ...survivors,
            ]
          : []),
      ].join('\n');
    });
    return tested.ok ? EXIT.done : EXIT.needsPerson;
  },
};
