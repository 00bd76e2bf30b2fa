/**
 * `weigh` 权衡: points for phrase lists and for conditions; it holds where their sum reaches `at-least`. For facts that no
 * single phrase settles: many small signs for, some against. Phrases count as they stand, whoever acts and whatever
 * denies them: a list of denials with negative points says that better. A list gives points once for each different
 * phrase, for `most` of them at most.
 */
import type { Evidence } from '../../domain/assessment.js';
import type { ConditionNode } from '../../domain/explanation.js';
import { readCondition } from '../condition.js';
import type { Condition, RulePath } from '../model.js';
import type { Reading } from '../text/reading.js';
import { pointsOf, type WeighedList } from '../text/scale.js';
import { askPart, costOf, unionOfGates } from './composed.js';
import {
  type CompiledCondition,
  defineOperator,
  FALSE,
  type LeadView,
  oncePerLead,
  TRUE,
  truthOf,
  UNDETERMINED,
} from './operator.js';

interface ListItem {
  readonly list: string;
  readonly points: number;
}

interface ConditionItem {
  readonly when: unknown;
  readonly points: number;
}

interface Options {
  readonly 'at-least': number;
  readonly most: number;
  readonly of: readonly (ListItem | ConditionItem)[];
}

const POINTS = { type: 'integer', description: '每个不同的短语（或这一条件）得几分；负数为减分' };

export const AT_LEAST_SCHEMA = { type: 'integer', minimum: 1, description: '合计至少几分' };
export const MOST_SCHEMA = { type: 'integer', minimum: 1, description: '每个词表最多计几个不同的短语' };
export const WEIGHED_LIST_SCHEMA = {
  type: 'object',
  required: ['list', 'points'],
  additionalProperties: false,
  properties: { list: { type: 'string', minLength: 1, description: '词表名' }, points: POINTS },
};

const isList = (item: ListItem | ConditionItem): item is ListItem => 'list' in item;

const listsIn = (options: Options): readonly ListItem[] => options.of.filter(isList);

const conditionsIn = (options: Options, path: RulePath): readonly { condition: Condition; points: number }[] =>
  options.of.flatMap((item, i) =>
    isList(item) ? [] : [{ condition: readCondition(item.when, [...path, 'of', i, 'when']), points: item.points }],
  );

interface Part {
  readonly condition: CompiledCondition;
  readonly points: number;
}

/** What speaks for, before what speaks against: without the first the second need not be asked. */
const inOrderOfWeight = (parts: readonly Part[]) => {
  const order = [...parts].sort((a, b) => b.points - a.points || a.condition.cost - b.condition.cost);
  return order.map((part, i) => {
    const rest = order.slice(i);
    return {
      ...part,
      /** The most and the least that this part and those after it can add. */
      restUp: rest.reduce((sum, { points }) => sum + Math.max(0, points), 0),
      restDown: rest.reduce((sum, { points }) => sum + Math.min(0, points), 0),
    };
  });
};

const signed = (points: number): string => (points > 0 ? `+${points}` : `${points}`);

export const weigh = defineOperator<Options>({
  name: 'weigh',
  title: '权衡',
  doc: '各词表、各条件计分（可以是负分），合计达到 at-least 即成立。词表按不同的短语计，每个词表最多计 most 个；短语不论语境和行为人。',
  schema: {
    type: 'object',
    required: ['at-least', 'most', 'of'],
    additionalProperties: false,
    properties: {
      'at-least': AT_LEAST_SCHEMA,
      most: MOST_SCHEMA,
      of: {
        type: 'array',
        minItems: 1,
        items: {
          anyOf: [
            WEIGHED_LIST_SCHEMA,
            {
              type: 'object',
              required: ['when', 'points'],
              additionalProperties: false,
              properties: { when: { $ref: '#/$defs/condition' }, points: POINTS },
            },
          ],
        },
      },
    },
  },
  children: (options, path) => conditionsIn(options, path).map(({ condition }) => condition),
  lint(options, path, world) {
    let highest = 0;
    options.of.forEach((item, i) => {
      if (isList(item)) world.known('词表', item.list, world.vocabularyNames, [...path, 'of', i, 'list']);
      highest += Math.max(0, item.points) * (isList(item) ? options.most : 1);
    });
    if (highest < options['at-least'])
      world.report(
        'rule-condition-constant',
        [...path, 'at-least'],
        `各项合计最高 ${highest} 分，达不到 ${options['at-least']} 分，永远不会成立。`,
        '减小 at-least，或补充加分的项。',
      );
  },
  compile(options, title, world, path) {
    const lists = listsIn(options).map(({ list, points }): WeighedList => ({ list: world.list(list), points }));
    const names = listsIn(options).map(({ list }) => list);
    const scale = world.scale(lists, options.most, options['at-least']);
    const parts = conditionsIn(options, path).map(({ condition, points }) => ({
      condition: world.compile(condition),
      points,
    }));
    const slots = world.textFields.map((field) => ({ field, slot: world.reading(field) }));
    const readingsOf = (lead: LeadView): readonly { field: string; reading: Reading }[] =>
      slots.flatMap(({ field, slot }) => {
        const reading = lead.readings[slot];
        return reading ? [{ field, reading }] : [];
      });
    const listSum = (lead: LeadView): number => {
      let sum = 0;
      for (const { slot } of slots) {
        const reading = lead.readings[slot];
        if (reading) sum += reading.scoreOf(scale);
      }
      return sum;
    };
    const asked = inOrderOfWeight(parts);
    const evaluate = oncePerLead((lead) => {
      let low = listSum(lead);
      let high = low;
      // Most leads are settled by their lists and the first conditions; the others are not asked.
      for (const { condition, points, restUp, restDown } of asked) {
        if (high + restUp < scale.atLeast) return FALSE;
        if (low + restDown >= scale.atLeast) return TRUE;
        const outcome = askPart(condition, lead);
        if (outcome === FALSE) continue;
        if (outcome === TRUE || points < 0) low += points;
        if (outcome === TRUE || points > 0) high += points;
      }
      return low >= scale.atLeast ? TRUE : high >= scale.atLeast ? UNDETERMINED : FALSE;
    });
    /** One place for each list in favour. */
    const evidenceOf = (lead: LeadView): readonly Evidence[] =>
      readingsOf(lead).flatMap(({ field, reading }) =>
        lists.flatMap(({ list, points }) => {
          const [hit] = points > 0 ? reading.hitsOf(list) : [];
          return hit ? [{ field, ...hit, text: reading.text.slice(hit.start, hit.end) }] : [];
        }),
      );
    const inFavour: CompiledCondition[] = parts.filter(({ points }) => points > 0).map(({ condition }) => condition);
    const gated = unionOfGates(inFavour);
    return {
      cost: lists.length + costOf(parts.map(({ condition }) => condition)),
      gates: gated === null || scale.reached === null ? null : [...gated, [scale.reached]],
      evaluate,
      collect(lead, evidence, missing) {
        for (const condition of inFavour)
          if (condition.evaluate(lead) !== FALSE) condition.collect(lead, evidence, missing);
        evidence.push(...evidenceOf(lead));
      },
      explain(lead): ConditionNode {
        const scores = readingsOf(lead).flatMap(({ reading }) =>
          lists.flatMap((one, i) => {
            const points = pointsOf(reading, one, scale.most);
            return points === 0 ? [] : [`${names[i]}${signed(points)}`];
          }),
        );
        const conditions = parts.map(({ condition, points }) => {
          const node = condition.explain(lead);
          return { ...node, title: `${signed(points)} 分：${node.title}` };
        });
        const told = `词表合计 ${listSum(lead)} 分${scores.length === 0 ? '' : `（${scores.join('，')}）`}`;
        return {
          operator: 'weigh',
          title: `${title}：${told}，连同下列条件须达 ${scale.atLeast} 分`,
          outcome: truthOf(evaluate(lead)),
          fields: [...world.textFields],
          found: evidenceOf(lead),
          conditions,
        };
      },
    };
  },
  describe(options, inner) {
    const items = options.of.map(
      (item) => `${isList(item) ? `〔${item.list}〕` : `（${inner(item.when)}）`}${signed(item.points)}`,
    );
    return `权衡达 ${options['at-least']} 分：${items.join('，')}`;
  },
  mutate(options) {
    const atLeast = options['at-least'];
    const without = (i: number): Options => ({ ...options, of: options.of.filter((_, other) => other !== i) });
    return [
      { title: `至少 ${atLeast} 分改为 ${atLeast + 2} 分`, options: { ...options, 'at-least': atLeast + 2 } },
      { title: `至少 ${atLeast} 分改为 ${atLeast - 2} 分`, options: { ...options, 'at-least': atLeast - 2 } },
      ...(options.of.length < 2
        ? []
        : options.of.map((_, i) => ({ title: `去掉第 ${i + 1} 项`, options: without(i) }))),
    ];
  },
});
