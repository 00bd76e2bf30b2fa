/**
 * Explains one lead (比对说明): every situation with its conditions as a tree in the rule file's own shape. Runs the same
 * compiled conditions as the check, so it cannot disagree with it. 为什么不符合 (--why-not) is a view of one situation.
 */
import type { LeadExplanation, SituationExplanation } from '../domain/explanation.js';
import { basesOn } from './basis.js';
import type { CompiledRules } from './compile.js';
import type { RuleFile } from './model.js';
import type { LeadView } from './operators/operator.js';
import { outcomeOf } from './outcome.js';

export const explainLead = (ruleFile: RuleFile, rules: CompiledRules, lead: LeadView): LeadExplanation => ({
  situations: ruleFile.situations.flatMap((situation, i): SituationExplanation[] => {
    const compiled = rules.situations[i];
    if (!compiled) return [];
    const outcome = outcomeOf(compiled, lead);
    return [
      {
        id: situation.id,
        number: situation.number,
        name: situation.name,
        outcome: outcome?.outcome ?? 'not-met',
        quote: situation.quote,
        basis: basesOn(situation.basis, lead.lawOf),
        evidence: outcome?.evidence ?? [],
        missing: outcome?.missing ?? [],
        certain: compiled.certain?.explain(lead) ?? null,
        hint: compiled.hint?.explain(lead) ?? null,
      },
    ];
  }),
});
