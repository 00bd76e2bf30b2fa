/** `xingji rules check`: lint of the rule file with file, line and column. */
import { EXIT } from '../../domain/failure.js';
import { answer, layout, surroundings } from '../answer.js';
import type { CommandBody } from '../command.js';

export const rulesCheck: CommandBody = {
  examples: ['xingji rules check', 'xingji rules check 我们的规则.yaml'],
  run: async (invocation) => {
    const { checkRules } = await import('../../pipeline/rule-work.js');
    const outcome = checkRules(surroundings(invocation), invocation.args[0] ?? null);
    const errors = outcome.findings.filter((finding) => finding.severity === 'error').length;
    await answer(
      invocation,
      {
        command: 'rules check',
        ok: errors === 0,
        path: outcome.path,
        ruleFile: outcome.ruleFile,
        findings: outcome.findings,
      },
      async () => {
        const { findingsText } = await import('../../render/index.js');
        const text = outcome.findings.length > 0 ? `${findingsText(outcome.findings, layout(invocation))}\n` : '';
        return `${text}${outcome.path}：${errors === 0 ? '可以使用' : `${errors} 处错误，不能使用`}${outcome.findings.length > errors ? `，${outcome.findings.length - errors} 处提醒` : ''}。`;
      },
    );
    return errors === 0 ? EXIT.done : EXIT.badRuleFile;
  },
};
