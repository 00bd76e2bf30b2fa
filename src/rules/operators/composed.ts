/**
 * What the composing operators (all, any, at-least-of) share: compiling their parts and gathering from those that
 * count. Not an operator itself.
 */
import type { Evidence } from '../../domain/assessment.js';
import type { ConditionNode } from '../../domain/explanation.js';
import { readCondition } from '../condition.js';
import type { Condition, RulePath } from '../model.js';
import { occurAnywhere } from '../text/reading.js';
import {
  type CompiledCondition,
  type CompileWorld,
  FALSE,
  type Gates,
  type LeadView,
  type Mutation,
  oncePerLead,
  TRUE,
  type TruthValue,
  truthOf,
} from './operator.js';

/** Schema of a list of conditions. */
export const CONDITION_LIST = { type: 'array', minItems: 1, items: { $ref: '#/$defs/condition' } };

/** The parts of a composing condition as written. */
export const partsOf = (raw: readonly unknown[], path: RulePath): readonly Condition[] =>
  raw.map((part, i) => readCondition(part, [...path, i]));

/** Any part's alternatives will do; unknown if one part's are. */
export const unionOfGates = (parts: readonly CompiledCondition[]): Gates | null => {
  const union: (readonly number[])[] = [];
  for (const { gates } of parts) {
    if (gates === null) return null;
    union.push(...gates);
  }
  return union;
};

/** More alternatives than this cost more to check than they save. */
const MANY = 400;

/** Every part must hold, so each combination of their alternatives is one; parts that would make too many are left out. */
export const productOfGates = (parts: readonly CompiledCondition[]): Gates | null =>
  parts.reduce<Gates | null>((product, { gates }) => {
    if (gates === null) return product;
    if (product === null) return gates;
    if (product.length * gates.length > MANY) return product.length > gates.length ? product : gates;
    return product.flatMap((one) => gates.map((other) => [...new Set([...one, ...other])]));
  }, null);

export const costOf = (parts: readonly CompiledCondition[]): number => parts.reduce((sum, { cost }) => sum + cost, 0);

const cheapestFirst = (parts: readonly CompiledCondition[]): readonly CompiledCondition[] =>
  [...parts].sort((a, b) => a.cost - b.cost);

/**
 * The answer of a part, without asking it where its phrases do not occur: asking costs several times as much as looking,
 * and nearly all parts of nearly all leads are of that kind. Parts with many alternatives look themselves.
 */
export const askPart = (part: CompiledCondition, lead: LeadView): TruthValue => {
  const { gates } = part;
  if (
    gates !== null &&
    gates.length === 1 &&
    !lead.blankText &&
    !occurAnywhere(gates[0] as readonly number[], lead.readings)
  )
    return FALSE;
  return part.evaluate(lead);
};

/**
 * A condition made of parts; `judge` decides from the parts, whatever their order. Evidence is told in the author's: of every part
 * that holds, or where one is `enough`, of the first; the explanation shows all.
 */
export const composed = (
  operator: string,
  title: string,
  parts: readonly CompiledCondition[],
  gates: Gates | null,
  judge: (lead: LeadView, cheapFirst: readonly CompiledCondition[]) => TruthValue,
  enough = false,
): CompiledCondition => {
  const cheapFirst = cheapestFirst(parts);
  const evaluate = oncePerLead((lead) => judge(lead, cheapFirst));
  return {
    gates,
    cost: costOf(parts),
    evaluate,
    collect(lead: LeadView, evidence: Evidence[], missing: Set<string>): void {
      const outcome = evaluate(lead);
      if (outcome === FALSE) return;
      for (const part of parts) {
        const own = askPart(part, lead);
        if (own !== TRUE && (own === FALSE || outcome === TRUE)) continue;
        part.collect(lead, evidence, missing);
        if (enough && own === TRUE) return;
      }
    },
    explain(lead: LeadView): ConditionNode {
      const conditions = parts.map((part) => part.explain(lead));
      return { operator, title, outcome: truthOf(evaluate(lead)), fields: [], conditions };
    },
  };
};

/** 变异: each part left out in turn. */
export const withoutEach = (parts: readonly unknown[]): readonly Mutation[] =>
  parts.length < 2
    ? []
    : parts.map((_, i) => ({ title: `去掉第 ${i + 1} 项条件`, options: parts.filter((__, other) => other !== i) }));

/** Compiles the parts of a composing condition. */
export const compileParts = (raw: readonly unknown[], path: RulePath, world: CompileWorld) =>
  partsOf(raw, path).map((part) => world.compile(part));
