/**
 * Which outcomes of every condition the examples have shown (覆盖): true, false and, where a field can be blank,
 * undetermined. Reads the explanation trees, so it sees exactly what `explain` would show.
 */
import type { ConditionNode, Truth } from '../domain/explanation.js';
import type { Checker } from './checker.js';
import { exampleValues } from './examples.js';
import type { RuleFile } from './model.js';

export interface ConditionCoverage {
  readonly situation: string;
  /** `certain` or `hint`, then the position of each condition in its parent. */
  readonly at: string;
  readonly operator: string;
  readonly title: string;
  readonly seen: readonly Truth[];
  readonly unseen: readonly Truth[];
}

export interface CoverageReport {
  /** Outcomes seen and outcomes there are, over all conditions. */
  readonly seen: number;
  readonly total: number;
  readonly conditions: readonly ConditionCoverage[];
}

interface Tally {
  readonly situation: string;
  readonly at: string;
  readonly node: ConditionNode;
  readonly seen: Set<Truth>;
}

/** Only a condition that reads a field other than the always required summary can be left undetermined, and not where a blank is a no. */
const expected = (node: ConditionNode): readonly Truth[] => {
  const blankable =
    node.fields.some((field) => field !== 'summary') && node.operator !== 'present' && node.blankIsNo !== true;
  return blankable ? ['true', 'false', 'undetermined'] : ['true', 'false'];
};

/** 覆盖率 of the conditions by the examples of all situations. */
export const coverage = (ruleFile: RuleFile, checker: Checker): CoverageReport => {
  const tallies = new Map<string, Tally>();
  const visit = (situation: string, at: string, node: ConditionNode): void => {
    const key = `${situation} ${at}`;
    const tally = tallies.get(key) ?? { situation, at, node, seen: new Set<Truth>() };
    tallies.set(key, tally);
    tally.seen.add(node.outcome);
    node.conditions?.forEach((part, i) => {
      visit(situation, `${at}.${i + 1}`, part);
    });
  };
  for (const { examples } of ruleFile.situations)
    for (const example of examples)
      for (const { id, certain, hint } of checker.explain(exampleValues(ruleFile, example)).situations) {
        if (certain) visit(id, 'certain', certain);
        if (hint) visit(id, 'hint', hint);
      }
  const conditions = [...tallies.values()].map(({ situation, at, node, seen }): ConditionCoverage => {
    const wanted = expected(node);
    return {
      situation,
      at,
      operator: node.operator,
      title: node.title,
      seen: wanted.filter((truth) => seen.has(truth)),
      unseen: wanted.filter((truth) => !seen.has(truth)),
    };
  });
  const count = (of: (one: ConditionCoverage) => number): number => conditions.reduce((sum, one) => sum + of(one), 0);
  return {
    seen: count((one) => one.seen.length),
    total: count((one) => one.seen.length + one.unseen.length),
    conditions,
  };
};
