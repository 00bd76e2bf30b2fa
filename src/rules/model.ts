/**
 * 规则文件 (rule file) as read and linted: what the compiler, the examples and the printed document work on.
 * Plain data with the Chinese names of its parts; made by load.ts only, so every reference in it is known to resolve.
 * Conditions stay as written (one operator and its options): only the operator's own file knows what they mean.
 */
import type { LegalBasis, RuleFileId, SituationName } from '../domain/assessment.js';
import type { Deadline } from '../domain/deadline.js';
import type { KindDeclaration } from '../domain/kind.js';

export type RulePath = readonly (string | number)[];

/** 条件 as written: `{together: […], title: …}` is operator `together`; `path` is where it stands in the file. */
export interface Condition {
  readonly operator: string;
  readonly options: unknown;
  /** Chinese words of the rule author, where given. */
  readonly title: string | null;
  readonly path: RulePath;
}

/** 词表 (vocabulary): a named list of phrases; `phrases` includes those of the lists it takes in. */
export interface Vocabulary {
  readonly name: string;
  readonly note: string | null;
  readonly phrases: readonly string[];
}

/** How far a mark reaches: the clause, the sentence, the whole text, or so many characters in between. */
export type Reach = 'clause' | 'sentence' | 'text' | number;

/** 语境标志: words before or after a phrase that take its force away. */
export interface ContextMark {
  readonly list: string;
  readonly stands: 'before' | 'after';
  readonly reach: Reach;
}

/** 语境 (context): 被否定, 假设, 引述规定 …: a phrase that stands in it does not count. */
export interface TextContext {
  readonly id: string;
  readonly title: string;
  readonly marks: readonly ContextMark[];
  /** The whole text is such a context where it reaches this scale. */
  readonly scale: Scale | null;
}

/** A phrase list by its name, or written in place. */
export type ListReference = string | readonly string[];

/** A phrase list with the points of each different phrase of it. */
export interface WeighedReference {
  readonly list: ListReference;
  readonly points: number;
}

/** 权衡: points for phrase lists, and how many make it true. */
interface Scale {
  readonly atLeast: number;
  readonly lists: readonly WeighedReference[];
}

/** 计分表: what speaks for and against a thing, with points; `phrases` of the file stand here as lists written in place. */
export interface NamedScale {
  readonly name: string;
  readonly note: string | null;
  readonly lists: readonly WeighedReference[];
}

export type Scales = ReadonlyMap<string, NamedScale>;

/** 行为主体: who counts as official, who does not, and how an object is told from a subject. */
export interface Actors {
  readonly title: string;
  readonly official: string;
  readonly outsider: string;
  /** Words right before a name that make it the object: 向, 对, 给. */
  readonly objectMarks: string;
  /** Words right after a name that make it a possessor or a speaker: 的, 反映, 称. */
  readonly aside: string;
}

/** 移送要件: what a lead must carry before any transfer. */
export interface TransferNeed {
  readonly field: string;
  readonly minLength: number;
}

export type ExampleExpectation = 'match' | 'no-match' | 'known-miss' | 'known-excess';

/** 例子: a lead invented by the rule author, with what the situation must say of it. */
export interface RuleExample {
  readonly expectation: ExampleExpectation;
  /** Field ids and values; `summary` at least. */
  readonly lead: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly path: RulePath;
}

/** 情形规则: one of the seven. `certain` and `hint` are null for a slot that only a person can fill. */
export interface SituationRule extends SituationName {
  readonly quote: string;
  readonly open: boolean;
  readonly note: string | null;
  readonly basis: readonly LegalBasis[];
  readonly certain: Condition | null;
  readonly hint: Condition | null;
  readonly examples: readonly RuleExample[];
}

/** 情形并存口径 of a pair: both may be met, the first makes the second redundant, or the two exclude each other. */
export interface OverlapPolicy {
  readonly pair: readonly [string, string];
  readonly policy: 'both' | 'first' | 'exclusive';
  readonly reason: string;
}

export interface RuleFile {
  readonly id: RuleFileId;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: { readonly title: string; readonly url: string | null; readonly published: string | null };
  readonly kind: KindDeclaration;
  readonly textFields: readonly string[];
  readonly clauseEnds: string;
  readonly sentenceEnds: string;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly scales: Scales;
  readonly contexts: readonly TextContext[];
  readonly actors: Actors;
  readonly transferNeeds: readonly TransferNeed[];
  readonly transferBasis: readonly LegalBasis[];
  readonly situations: readonly SituationRule[];
  readonly deadlines: readonly Deadline[];
  readonly overlap: readonly OverlapPolicy[];
}
