/**
 * What an operator (条件写法) of the rule language is: one file declares its name, the schema of its options, its lint,
 * how it compiles, how it reads in Chinese and how `rules test --mutate` damages it. Listed in index.ts.
 * A compiled condition answers three ways, for a blank field is neither yes nor no.
 */
import type { Evidence } from '../../domain/assessment.js';
import type { ConditionNode, Truth } from '../../domain/explanation.js';
import type { Severity } from '../../domain/finding.js';
import type { FieldDeclaration, Value } from '../../domain/kind.js';
import type { Condition, ListReference, RulePath, Scales, WeighedReference } from '../model.js';
import type { CompiledActors, CompiledContext } from '../text/discount.js';
import type { Reading } from '../text/reading.js';
import type { CompiledScale, SumOf } from '../text/scale.js';

/** Ordered so that "all" is the least and "any" the greatest of the parts. */
export const FALSE = 0;
export const UNDETERMINED = 1;
export const TRUE = 2;
export type TruthValue = typeof FALSE | typeof UNDETERMINED | typeof TRUE;

const TRUTHS: readonly [Truth, Truth, Truth] = ['false', 'undetermined', 'true'];
export const truthOf = (value: TruthValue): Truth => TRUTHS[value];

/** One lead under examination. */
export interface LeadView {
  readonly values: readonly Value[];
  readonly readings: readonly Reading[];
  readonly lawOf: string | null;
  /** A text that conditions read is blank: what they need may be missing instead of absent. */
  readonly blankText: boolean;
}

/** Alternatives, each a set of lists that must all occur. */
export type Gates = readonly (readonly number[])[];

export interface CompiledCondition {
  /**
   * Alternatives of phrase lists: unless all lists of one alternative occur, the condition is false; null where that
   * cannot be said. Keeps a clean lead from being examined at all.
   */
  readonly gates: Gates | null;
  /** Roughly how many look-ups an answer takes; where the order makes no difference, the cheap ones are asked first. */
  readonly cost: number;
  evaluate(lead: LeadView): TruthValue;
  /** The words a true outcome rests on, the fields an undetermined one lacks. */
  collect(lead: LeadView, evidence: Evidence[], missing: Set<string>): void;
  explain(lead: LeadView): ConditionNode;
}

/** Remembers the last lead's answer: what stands above a condition asks again when it gathers evidence. */
export const oncePerLead = (examine: (lead: LeadView) => TruthValue): ((lead: LeadView) => TruthValue) => {
  let examined: LeadView | null = null;
  let answer: TruthValue = FALSE;
  return (lead) => {
    if (lead === examined) return answer;
    answer = examine(lead);
    examined = lead;
    return answer;
  };
};

/** What a condition may ask for while it is compiled. */
export interface CompileWorld {
  readonly textFields: readonly string[];
  readonly contexts: readonly CompiledContext[];
  readonly actors: CompiledActors;
  field(id: string): { readonly index: number; readonly declaration: FieldDeclaration };
  list(reference: ListReference): number;
  /** A list that only rules matches out; scanned when a match needs it. */
  lateList(reference: ListReference): number;
  /** Lists and points of a named scale (计分表). */
  weighedLists(name: string): readonly WeighedReference[];
  scale(lists: readonly WeighedReference[], atLeast: number, within: SumOf): CompiledScale;
  /** A list that occurs where the lists of a scale reach `from`; null where there is none for it. */
  scaleGate(scale: CompiledScale, from: number): number | null;
  /** Position of a text field's Reading in the lead. */
  reading(field: string): number;
  compile(condition: Condition): CompiledCondition;
  /** The certain condition of another situation; null where it has none. */
  situation(id: string): CompiledCondition | null;
}

/** What a condition may ask for while it is linted. */
export interface LintWorld {
  readonly fields: readonly FieldDeclaration[];
  readonly contextIds: readonly string[];
  readonly vocabularyNames: readonly string[];
  readonly scales: Scales;
  readonly situationIds: readonly string[];
  /** Phrases of a known list, or null. */
  phrases(reference: ListReference): readonly string[] | null;
  report(code: string, path: RulePath, message: string, hint: string, severity?: Severity): void;
  /** Reports an unknown name with the nearest known one; true where it is known. */
  known(what: string, name: string, names: readonly string[], path: RulePath): boolean;
}

/** 变异: the condition with one thing changed, to see whether an example notices. */
export interface Mutation {
  readonly title: string;
  readonly options: unknown;
}

export interface Operator {
  readonly name: string;
  /** Chinese, a few words, for the editor's completion list. */
  readonly title: string;
  /** Chinese, one or two sentences for the rule author. */
  readonly doc: string;
  readonly schema: object;
  children(options: unknown, path: RulePath): readonly Condition[];
  lint(options: unknown, path: RulePath, world: LintWorld): void;
  compile(options: unknown, title: string, world: CompileWorld, path: RulePath): CompiledCondition;
  /** Chinese words for the condition; `inner` words a child. */
  describe(options: unknown, inner: (child: unknown) => string): string;
  /** What a composing operator says above its parts, and before each of them; null where its title says it all. */
  heading(options: unknown): Heading | null;
  mutate(options: unknown, scales: Scales): readonly Mutation[];
}

interface Heading {
  readonly text: string;
  readonly parts: readonly string[];
}

interface OperatorDeclaration<Options> {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly schema: object;
  children?(options: Options, path: RulePath): readonly Condition[];
  lint?(options: Options, path: RulePath, world: LintWorld): void;
  compile(options: Options, title: string, world: CompileWorld, path: RulePath): CompiledCondition;
  describe(options: Options, inner: (child: unknown) => string): string;
  heading?(options: Options): Heading;
  mutate(options: Options, scales: Scales): readonly Mutation[];
}

/** Makes an operator from one written for its own option type. */
export const defineOperator = <Options>(declaration: OperatorDeclaration<Options>): Operator => {
  // Options reach an operator only after its own schema has accepted them; this is the one place that relies on it.
  const narrow = (options: unknown): Options => options as Options;
  return Object.freeze({
    name: declaration.name,
    title: declaration.title,
    doc: declaration.doc,
    schema: declaration.schema,
    children: (options: unknown, path: RulePath) => declaration.children?.(narrow(options), path) ?? [],
    lint: (options: unknown, path: RulePath, world: LintWorld) => declaration.lint?.(narrow(options), path, world),
    compile: (options: unknown, title: string, world: CompileWorld, path: RulePath) =>
      declaration.compile(narrow(options), title, world, path),
    describe: (options: unknown, inner: (child: unknown) => string) => declaration.describe(narrow(options), inner),
    heading: (options: unknown) => declaration.heading?.(narrow(options)) ?? null,
    mutate: (options: unknown, scales: Scales) => declaration.mutate(narrow(options), scales),
  });
};
