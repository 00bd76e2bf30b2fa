/**
 * Compiles a RuleFile once: all phrases into one machine, all conditions into closures that hold no text of the rule
 * file but the phrases' numbers. The checker (checker.ts) runs the result for every lead.
 */
import type { FieldDeclaration } from '../domain/kind.js';
import { fieldIndex, fieldsOf } from '../domain/kind.js';
import { readCondition } from './condition.js';
import type { Condition, ListReference, RuleFile } from './model.js';
import { operatorNamed } from './operators/index.js';
import type { CompiledCondition, CompileWorld } from './operators/operator.js';
import { compileAutomaton } from './text/automaton.js';
import type { CompiledActors, CompiledContext } from './text/discount.js';
import { givePoints, noPoints } from './text/packed-points.js';
import type { ByPhrase, PhraseTable } from './text/phrase-table.js';
import type { Lexicon, Watch } from './text/reading.js';
import { ScoreBoard } from './text/scale.js';

/**
 * 情形 compiled. The bits are the places of its two conditions in the wake mask: a condition without its bit need not be
 * asked, it is false.
 */
export interface CompiledSituation {
  readonly id: string;
  readonly certain: CompiledCondition | null;
  readonly hint: CompiledCondition | null;
  readonly certainBit: number;
  readonly hintBit: number;
}

/** Bits of a mask. With more conditions than that some share a bit, and are asked more often than need be. */
const BITS = 31;

export interface CompiledRules {
  readonly situations: readonly CompiledSituation[];
  readonly lexicon: Lexicon;
  /** Text fields that conditions read, as positions in the values of a lead. */
  readonly textFields: readonly number[];
  /** Bits of conditions that no phrase gates: asked for every lead. */
  readonly always: number;
  /** Compiles one more condition over the same phrases; lists it adds are empty. Only for mutants. */
  compile(condition: Condition): CompiledCondition;
}

/** Phrase lists numbered as they are asked for; the same list is compiled once. */
const listRegister = (ruleFile: RuleFile) => {
  const numbers = new Map<string, number>();
  const phrases: (readonly string[])[] = [];
  const late = new Set<number>();
  const weighed = new Set<number>();
  const number = (reference: ListReference): number => {
    const key = typeof reference === 'string' ? `=${reference}` : reference.join('\u0001');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, phrases.length);
    phrases.push(typeof reference === 'string' ? (ruleFile.vocabularies.get(reference)?.phrases ?? []) : reference);
    return phrases.length - 1;
  };
  /** A list that only takes force away from matches; one that a condition also looks for is early after all. */
  const numberLate = (reference: ListReference): number => {
    const before = phrases.length;
    const id = number(reference);
    if (id === before) late.add(id);
    return id;
  };
  const numberEarly = (reference: ListReference): number => {
    const id = number(reference);
    late.delete(id);
    weighed.delete(id);
    return id;
  };
  /** A list that is only weighed is scanned with the early ones, but nobody asks whether it occurs. */
  const numberWeighed = (reference: ListReference): number => {
    const before = phrases.length;
    const id = number(reference);
    if (id === before) weighed.add(id);
    // Weighed and late: scanned early, and noted there.
    else late.delete(id);
    return id;
  };
  /** A list that no phrase is in. */
  const unwritten = (): number => phrases.push([]) - 1;
  return { number: numberEarly, numberLate, numberWeighed, unwritten, late, weighed, phrases };
};

/** A phrase of n characters turns up by chance far less often than one of n - 1. */
const commonness = (phrases: readonly string[]): number =>
  phrases.reduce((sum, phrase) => sum + 30 ** -phrase.length, 0);

/** Chinese words for a condition: the author's own title, else put together by the operators. */
const conditionTitle = (condition: Condition): string =>
  condition.title ??
  operatorNamed(condition.operator).describe(condition.options, (raw) => conditionTitle(readCondition(raw, [])));

/** The lists of each phrase that are wanted, in one array. */
const byPhrase = (listsOf: readonly (readonly number[])[], wanted: (list: number) => boolean): ByPhrase => {
  const from = new Int32Array(listsOf.length + 1);
  const ids = new Int32Array(listsOf.reduce((sum, lists) => sum + lists.length, 0));
  let count = 0;
  listsOf.forEach((lists, phrase) => {
    for (const list of lists) if (wanted(list)) ids[count++] = list;
    from[phrase + 1] = count;
  });
  return { from, ids: ids.slice(0, count) };
};

/** Points of each phrase by the sums they count in: what its lists give it, added up. */
const pointsByPhrase = (listsOf: readonly (readonly number[])[], sums: ScoreBoard['sums']): Float64Array => {
  const gives: { readonly sum: number; readonly points: number }[][] = [];
  sums.forEach((lists, sum) => {
    for (const { list, points } of lists) {
      const known = gives[list];
      if (known) known.push({ sum, points });
      else gives[list] = [{ sum, points }];
    }
  });
  const rows = noPoints(listsOf.length);
  listsOf.forEach((lists, phrase) => {
    for (const list of lists) for (const { sum, points } of gives[list] ?? []) givePoints(rows, phrase, sum, points);
  });
  return rows;
};

/** Phrases of some of the lists, compiled for scanning. `unnoted`: lists that are only weighed. */
const phraseTable = (
  lists: readonly (readonly string[])[],
  wanted: (list: number) => boolean,
  unnoted: ReadonlySet<number>,
  sums: ScoreBoard['sums'],
  sentenceMarks: string,
): PhraseTable => {
  const numbers = new Map<string, number>();
  const listsOf: number[][] = [];
  const number = (noted: boolean): void =>
    lists.forEach((phrases, list) => {
      for (const phrase of wanted(list) && unnoted.has(list) !== noted ? phrases : []) {
        const id = numbers.get(phrase) ?? numbers.size;
        numbers.set(phrase, id);
        const known = listsOf[id];
        if (!known) listsOf[id] = [list];
        else if (!known.includes(list)) known.push(list);
      }
    });
  number(true);
  const notedPhrases = numbers.size;
  number(false);
  const phrases = [...numbers.keys()];
  return {
    automaton: compileAutomaton(phrases, sentenceMarks),
    lengths: Int32Array.from(phrases, (phrase) => phrase.length),
    lists: byPhrase(listsOf, () => true),
    noted: byPhrase(listsOf, (list) => !unnoted.has(list)),
    notedPhrases,
    points: pointsByPhrase(listsOf, sums),
    sumCount: sums.length,
    isNoted: Uint8Array.from(lists, (_, list) => (unnoted.has(list) ? 0 : 1)),
    listCount: lists.length,
  };
};

const punctuation = (ruleFile: RuleFile): Uint8Array => {
  const marks = new Uint8Array(65_536);
  for (const mark of ruleFile.clauseEnds) marks[mark.charCodeAt(0)] = 1;
  for (const mark of ruleFile.sentenceEnds) marks[mark.charCodeAt(0)] = 2;
  return marks;
};

const buildLexicon = (
  ruleFile: RuleFile,
  { phrases: lists, late, weighed }: ReturnType<typeof listRegister>,
  situations: readonly CompiledSituation[],
  scoreBoard: ScoreBoard,
  texts: number,
): Lexicon => {
  const rarity = lists.map(commonness);
  const watches: Watch[][] = lists.map(() => []);
  for (const { certain, hint, certainBit, hintBit } of situations)
    for (const [condition, bit] of [
      [certain, certainBit],
      [hint, hintBit],
    ] as const)
      for (const needs of condition?.gates ?? []) {
        const rarest = needs.reduce((best, next) => ((rarity[next] ?? 0) < (rarity[best] ?? 0) ? next : best));
        watches[rarest]?.push({ needs: needs.filter((list) => list !== rarest), bit });
      }
  return {
    early: phraseTable(lists, (list) => !late.has(list), weighed, scoreBoard.sums, ruleFile.sentenceEnds),
    late: phraseTable(lists, (list) => late.has(list), new Set(), [], ''),
    isLate: Uint8Array.from(lists, (_, list) => (late.has(list) ? 1 : 0)),
    watches,
    scoreBoard,
    texts,
    marks: punctuation(ruleFile),
  };
};

/** 编译规则. The rule file has passed the lint, so every name resolves. */
export const compileRules = (ruleFile: RuleFile): CompiledRules => {
  const { kind } = ruleFile;
  const fields = new Map<string, FieldDeclaration>(fieldsOf(kind).map((field) => [field.id, field]));
  const register = listRegister(ruleFile);
  const textFields: number[] = [];
  const scoreBoard = new ScoreBoard((list) => (register.phrases[list] ?? []).length);
  const contexts: CompiledContext[] = ruleFile.contexts.map((context) => ({
    id: context.id,
    title: context.title,
    marks: context.marks.map((mark) => ({ ...mark, list: register.numberLate(mark.list) })),
    scale:
      context.scale &&
      scoreBoard.add(
        context.scale.lists.map(({ list, points }) => ({ list: register.numberWeighed(list), points })),
        context.scale.atLeast,
        'text',
      ),
  }));
  const actors: CompiledActors = {
    title: ruleFile.actors.title,
    official: register.numberLate(ruleFile.actors.official),
    outsider: register.numberLate(ruleFile.actors.outsider),
    objectMarks: register.numberLate(ruleFile.actors.objectMarks),
    aside: register.numberLate(ruleFile.actors.aside),
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
    lateList: register.numberLate,
    weighedLists: (name) => ruleFile.scales.get(name)?.lists ?? [],
    scale: (lists, atLeast, within) =>
      scoreBoard.add(
        lists.map(({ list, points }) => ({ list: register.numberWeighed(list), points })),
        atLeast,
        within,
      ),
    scaleGate: (scale, from) => scoreBoard.gate(scale, from, register.unwritten),
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
    // Looked up when it is asked: a situation may name one that is written after it.
    situation: (id) => certains.get(id) ?? null,
  };
  const certains = new Map<string, CompiledCondition>();
  const situations = ruleFile.situations.map(({ id, certain, hint }, i) => {
    const sure = certain && world.compile(certain);
    if (sure) certains.set(id, sure);
    return {
      id,
      certain: sure,
      hint: hint && world.compile(hint),
      certainBit: 1 << ((2 * i) % BITS),
      hintBit: 1 << ((2 * i + 1) % BITS),
    };
  });
  scoreBoard.close();
  let always = 0;
  for (const { certain, hint, certainBit, hintBit } of situations) {
    if (certain?.gates === null) always |= certainBit;
    if (hint?.gates === null) always |= hintBit;
  }
  return {
    situations,
    lexicon: buildLexicon(ruleFile, register, situations, scoreBoard, textFields.length),
    textFields,
    always,
    compile: world.compile,
  };
};
