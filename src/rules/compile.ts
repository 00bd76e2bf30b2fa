/**
 * Compiles a RuleFile once: all phrases into one machine, all conditions into closures that hold no text of the rule
 * file but the phrases' numbers. The checker (checker.ts) runs the result for every lead.
 */
import type { FieldDeclaration } from '../domain/kind.js';
import { fieldIndex, fieldsOf } from '../domain/kind.js';
import { readCondition } from './condition.js';
import type { Condition, RuleFile } from './model.js';
import { operatorNamed } from './operators/index.js';
import type { CompiledCondition, CompileWorld, ListReference } from './operators/operator.js';
import { compileAutomaton } from './text/automaton.js';
import type { CompiledActors, CompiledContext } from './text/discount.js';
import type { Lexicon, Watch } from './text/reading.js';

/** 情形 compiled; `bit` is its place in the wake mask. */
export interface CompiledSituation {
  readonly id: string;
  readonly certain: CompiledCondition | null;
  readonly hint: CompiledCondition | null;
  readonly bit: number;
}

export interface CompiledRules {
  readonly situations: readonly CompiledSituation[];
  readonly lexicon: Lexicon;
  /** Text fields that conditions read, as positions in the values of a lead. */
  readonly textFields: readonly number[];
  /** Bits of situations that no phrase gates: examined for every lead. */
  readonly always: number;
  /** Compiles one more condition over the same phrases; lists it adds are empty. Only for mutants. */
  compile(condition: Condition): CompiledCondition;
}

/** Phrase lists numbered as they are asked for; the same list is compiled once. */
const listRegister = (ruleFile: RuleFile) => {
  const numbers = new Map<string, number>();
  const phrases: (readonly string[])[] = [];
  const number = (reference: ListReference): number => {
    const key = typeof reference === 'string' ? `=${reference}` : reference.join('\u0001');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, phrases.length);
    phrases.push(typeof reference === 'string' ? (ruleFile.vocabularies.get(reference)?.phrases ?? []) : reference);
    return phrases.length - 1;
  };
  return { number, phrases };
};

/** A phrase of n characters turns up by chance far less often than one of n - 1. */
const commonness = (phrases: readonly string[]): number =>
  phrases.reduce((sum, phrase) => sum + 30 ** -phrase.length, 0);

/** Chinese words for a condition: the author's own title, else put together by the operators. */
export const conditionTitle = (condition: Condition): string =>
  condition.title ??
  operatorNamed(condition.operator).describe(condition.options, (raw) => conditionTitle(readCondition(raw, [])));

const buildLexicon = (
  ruleFile: RuleFile,
  lists: readonly (readonly string[])[],
  situations: readonly CompiledSituation[],
): Lexicon => {
  const rarity = (list: number): number => commonness(lists[list] ?? []);
  const phraseNumber = new Map<string, number>();
  const listsOf: number[][] = [];
  lists.forEach((phrases, list) => {
    for (const phrase of phrases) {
      const id = phraseNumber.get(phrase) ?? phraseNumber.size;
      phraseNumber.set(phrase, id);
      const known = listsOf[id];
      if (!known) listsOf[id] = [list];
      else if (!known.includes(list)) known.push(list);
    }
  });
  const watches: Watch[][] = lists.map(() => []);
  for (const { certain, hint, bit } of situations)
    for (const needs of [...(certain?.gates ?? []), ...(hint?.gates ?? [])]) {
      const rarest = needs.reduce((best, next) => (rarity(next) < rarity(best) ? next : best));
      watches[rarest]?.push({ needs: needs.filter((list) => list !== rarest), bit });
    }
  const phrases = [...phraseNumber.keys()];
  const codes = (marks: string): ReadonlySet<number> => new Set([...marks].map((mark) => mark.charCodeAt(0)));
  return {
    automaton: compileAutomaton(phrases),
    lengths: Int32Array.from(phrases, (phrase) => phrase.length),
    lists: listsOf,
    listCount: lists.length,
    watches,
    clauseEnds: codes(ruleFile.clauseEnds),
    sentenceEnds: codes(ruleFile.sentenceEnds),
  };
};

/** 编译规则. The rule file has passed the lint, so every name resolves. */
export const compileRules = (ruleFile: RuleFile): CompiledRules => {
  const { kind } = ruleFile;
  const fields = new Map<string, FieldDeclaration>(fieldsOf(kind).map((field) => [field.id, field]));
  const register = listRegister(ruleFile);
  const textFields: number[] = [];
  const contexts: CompiledContext[] = ruleFile.contexts.map((context) => ({
    id: context.id,
    title: context.title,
    marks: context.marks.map((mark) => ({ ...mark, list: register.number(mark.list) })),
  }));
  const actors: CompiledActors = {
    title: ruleFile.actors.title,
    official: register.number(ruleFile.actors.official),
    outsider: register.number(ruleFile.actors.outsider),
    objectMarks: register.number(ruleFile.actors.objectMarks),
    aside: register.number(ruleFile.actors.aside),
  };
  const world: CompileWorld = {
    textFields: ruleFile.textFields,
    contexts,
    actors,
    field(id) {
      const declaration = fields.get(id);
      if (!declaration) throw new RangeError(`no field "${id}"`);
      return { index: fieldIndex(kind, id), declaration };
    },
    list: register.number,
    commonness: (list) => commonness(register.phrases[list] ?? []),
    reading(field) {
      const index = fieldIndex(kind, field);
      const known = textFields.indexOf(index);
      return known >= 0 ? known : textFields.push(index) - 1;
    },
    compile: (condition) =>
      operatorNamed(condition.operator).compile(condition.options, conditionTitle(condition), world, [
        ...condition.path,
        condition.operator,
      ]),
  };
  const situations = ruleFile.situations.map(({ id, certain, hint }, i) => ({
    id,
    certain: certain && world.compile(certain),
    hint: hint && world.compile(hint),
    bit: 1 << i,
  }));
  let always = 0;
  for (const { certain, hint, bit } of situations)
    if (certain?.gates === null || hint?.gates === null) always |= bit;
  return {
    situations,
    lexicon: buildLexicon(ruleFile, register.phrases, situations),
    textFields,
    always,
    compile: world.compile,
  };
};
