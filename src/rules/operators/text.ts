/**
 * What the text operators (says, together, follows) share: the options every one has, how they become a Finder, and the
 * condition around it. Not an operator itself. The evidence of a match is the stretch from its first to its last phrase
 * where that is short enough to read at a glance, else each phrase.
 */
import type { Evidence } from '../../domain/assessment.js';
import type { DiscountedPhrase } from '../../domain/explanation.js';
import type { ListReference, RulePath } from '../model.js';
import { discountOf, outsiderActing } from '../text/discount.js';
import { type Discounted, type Finder, findApart, type Judge, type Match, type Within } from '../text/finder.js';
import type { Reading } from '../text/reading.js';
import {
  type CompiledCondition,
  type CompileWorld,
  FALSE,
  type LeadView,
  type LintWorld,
  type Mutation,
  oncePerLead,
  TRUE,
  type TruthValue,
  truthOf,
  UNDETERMINED,
} from './operator.js';

/** Options that every text operator has besides its own. */
export interface TextOptions {
  /** Text fields to read; those of the rule file's `text.fields` where not given. */
  readonly fields?: readonly string[];
  /** official (default): not where an outsider acts. any: whoever acts. */
  readonly actor?: 'official' | 'any';
  /** Contexts that do not matter here: a phrase counts although denied, hypothetical … */
  readonly despite?: readonly string[];
  /** The match does not count where one of these lists occurs in the same clause, sentence or text. */
  readonly without?: { readonly lists: readonly ListReference[]; readonly within?: Within };
  readonly missing?: 'undetermined' | 'not-met';
}

export const WITHIN_SCHEMA = {
  enum: ['clause', 'sentence', 'text'],
  description: 'clause 同一分句（逗号之间），sentence 同一句，text 全文',
};

export const LIST_SCHEMA = {
  description: '词表名，或直接写出的短语列表',
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  ],
};

export const TEXT_PROPERTIES = {
  fields: { type: 'array', minItems: 1, items: { type: 'string' }, description: '读哪些文字字段' },
  actor: { enum: ['official', 'any'], description: 'official（默认）：行为人是企业、群众的不算；any：不论谁做的' },
  despite: { type: 'array', items: { type: 'string' }, description: '此处不考虑的语境，如 denied' },
  without: {
    type: 'object',
    required: ['lists'],
    additionalProperties: false,
    description: '附近出现这些词就不算',
    properties: { lists: { type: 'array', minItems: 1, items: LIST_SCHEMA }, within: WITHIN_SCHEMA },
  },
  missing: { enum: ['undetermined', 'not-met'], description: '文字空白时：无法判断（默认）或视为不成立' },
};

/** How a list reads in a sentence: its name in brackets, or the first phrases written in place. */
export const listTitle = (list: ListReference): string =>
  typeof list === 'string' ? `〔${list}〕` : `“${list.slice(0, 4).join('／')}${list.length > 4 ? '…' : ''}”`;

export const WITHIN_TITLES: Readonly<Record<Within, string>> = { clause: '同一分句', sentence: '同一句', text: '全文' };

/** Checks one list reference. */
export const lintList = (list: ListReference, path: RulePath, world: LintWorld): void => {
  if (typeof list !== 'string') return;
  if (world.known('词表', list, world.vocabularyNames, path) && world.phrases(list)?.length === 0)
    world.report(
      'rule-condition-constant',
      path,
      `词表“${list}”是空的，这一条件永远不会成立。`,
      '补充短语或删去条件。',
    );
};

export const lintText = (options: TextOptions, path: RulePath, world: LintWorld): void => {
  options.fields?.forEach((name, i) => {
    const at = [...path, 'fields', i];
    const names = world.fields.map((field) => field.id);
    if (!world.known('字段', name, names, at)) return;
    const field = world.fields.find((candidate) => candidate.id === name);
    if (field && field.type !== 'text')
      world.report(
        'rule-type-clash',
        at,
        `字段“${name}”（${field.title}）不是文字字段。`,
        '换成文字字段，如 summary。',
      );
  });
  options.despite?.forEach((name, i) => {
    world.known('语境', name, world.contextIds, [...path, 'despite', i]);
  });
  options.without?.lists.forEach((list, i) => {
    lintList(list, [...path, 'without', 'lists', i], world);
  });
};

/** Which hits count for a condition with these options. */
export const judgeOf = (options: TextOptions, world: CompileWorld): Judge => {
  const contexts = world.contexts.filter((context) => !options.despite?.includes(context.id));
  const { actors } = world;
  const official = options.actor !== 'any';
  const scales = contexts.flatMap(({ scale }) => scale ?? []);
  const discount: Judge['discount'] = (reading, hit, head) =>
    discountOf(reading, hit, contexts) ?? (head && official ? outsiderActing(reading, hit, actors) : null);
  return {
    discount,
    // What the whole text says is worked out once a text: asked first, it spares looking around every hit.
    counts: (reading, hit, head) =>
      !scales.some((scale) => reading.weighing(scale) !== null) && discount(reading, hit, head) === null,
    lenient: contexts.length === 0 && !official,
  };
};

/** Adds the `without` of the options to a finder. */
export const apartOf = (finder: Finder, options: TextOptions, world: CompileWorld): Finder =>
  options.without
    ? findApart(
        finder,
        options.without.lists.map((list) => world.lateList(list)),
        options.without.within ?? 'sentence',
      )
    : finder;

const GLANCE = 40;

const stretches = (match: Match): readonly { start: number; end: number }[] =>
  match.end - match.start <= GLANCE ? [match] : match.parts;

/** The condition around a finder: true where it finds something in one of the fields. */
export const textCondition = (
  operator: string,
  title: string,
  options: TextOptions,
  finder: Finder,
  world: CompileWorld,
): CompiledCondition => {
  const fields = options.fields ?? world.textFields;
  const readings = fields.map((field) => ({ field, index: world.field(field).index, slot: world.reading(field) }));
  const blank: TruthValue = options.missing === 'not-met' ? FALSE : UNDETERMINED;
  const readingsOf = (lead: LeadView): readonly { field: string; reading: Reading }[] =>
    readings.flatMap(({ field, index, slot }) => {
      const reading = lead.readings[slot];
      return reading && lead.values[index] !== null ? [{ field, reading }] : [];
    });
  // What the answer rests on is its evidence too: kept from the one until it is asked for the other.
  let answer: { readonly lead: LeadView; readonly reading: Reading; readonly matches: readonly Match[] } | null = null;
  const matchesIn = (reading: Reading, lead: LeadView): readonly Match[] =>
    answer?.lead === lead && answer.reading === reading ? answer.matches : finder.find(reading);
  const examine = (lead: LeadView): TruthValue => {
    let read = false;
    for (const { index, slot } of readings) {
      const reading = lead.readings[slot];
      if (!reading || lead.values[index] === null) continue;
      read = true;
      if (!reading.hasAll(finder.lists)) continue;
      if (finder.plain) return TRUE;
      const matches = finder.find(reading);
      if (matches.length === 0) continue;
      answer = { lead, reading, matches };
      return TRUE;
    }
    return read ? FALSE : blank;
  };
  const evaluate = oncePerLead(examine);
  const evidenceOf = (field: string, reading: Reading, matches: readonly Match[]): Evidence[] =>
    matches.flatMap((match) =>
      stretches(match).map(({ start, end }) => ({ field, start, end, text: reading.text.slice(start, end) })),
    );
  return {
    gates: [finder.lists],
    cost: finder.lists.length,
    evaluate,
    collect(lead, evidence, missing) {
      const present = readingsOf(lead);
      if (present.length === 0) for (const { field } of readings) missing.add(field);
      for (const { field, reading } of present) evidence.push(...evidenceOf(field, reading, matchesIn(reading, lead)));
    },
    explain(lead) {
      const found: Evidence[] = [];
      const discounted: DiscountedPhrase[] = [];
      for (const { field, reading } of readingsOf(lead)) {
        const dropped: Discounted[] = [];
        found.push(...evidenceOf(field, reading, finder.find(reading, dropped)));
        const quote = ({ start, end }: { start: number; end: number }): Evidence => ({
          field,
          start,
          end,
          text: reading.text.slice(start, end),
        });
        for (const { hit, discount } of dropped)
          discounted.push({
            ...quote(hit),
            because: discount.because,
            title: discount.title,
            by: quote(discount.by),
          });
      }
      return { operator, title, outcome: truthOf(evaluate(lead)), fields, found, discounted };
    },
  };
};

/** 变异 that every text operator knows: its restrictions taken away. */
export const relaxText = (options: TextOptions): readonly Mutation[] => [
  ...(options.without ? [{ title: '去掉“附近出现这些词就不算”', options: { ...options, without: undefined } }] : []),
  ...(options.despite ? [{ title: '去掉“不考虑的语境”', options: { ...options, despite: undefined } }] : []),
  ...(options.actor === 'any'
    ? [{ title: '“不论谁做的”改为“公职人员做的”', options: { ...options, actor: 'official' } }]
    : []),
];
