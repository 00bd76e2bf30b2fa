/**
 * `weigh` 权衡: points for phrase lists and for conditions; it holds where their sum reaches `at-least`. For facts that no
 * single phrase settles: many small signs for, some against. Phrases count as they stand, whoever acts and whatever
 * denies them: a list of denials with negative points says that better. Each different phrase of a list gives its points
 * once. With `within: sentence` every sentence is added up by itself and the best one counts: a plain statement is one also in
 * a long and otherwise regular text. A 计分表 of the rule file is such a row of lists under a name, so that 认定 and 提示 ask the same sum.
 */
import type { Evidence } from '../../domain/assessment.js';
import type { ConditionNode } from '../../domain/explanation.js';
import { readCondition } from '../condition.js';
import type { Condition, RulePath, WeighedReference } from '../model.js';
import type { Reading } from '../text/reading.js';
import { type SumOf, scoreOf } from '../text/scale.js';
import { askPart, costOf, unionOfGates } from './composed.js';
import {
  type CompiledCondition,
  defineOperator,
  FALSE,
  type Gates,
  type LeadView,
  oncePerLead,
  TRUE,
  truthOf,
  UNDETERMINED,
} from './operator.js';
import { LIST_SCHEMA, lintList, listTitle } from './text.js';
import { belonging, heaviest, ranksOf, signed, told, type Weighed } from './weigh-evidence.js';

interface ConditionItem {
  readonly when: unknown;
  readonly points: number;
}

interface Options {
  readonly scale?: string;
  readonly 'at-least': number;
  readonly within?: SumOf;
  readonly of?: readonly (WeighedReference | ConditionItem)[];
}

const POINTS = { type: 'integer', description: '每个不同的短语（或这一条件）得几分；负数为减分' };

export const AT_LEAST_SCHEMA = { type: 'integer', minimum: 1, description: '合计至少几分' };
export const WEIGHED_LIST_SCHEMA = {
  type: 'object',
  required: ['list', 'points'],
  additionalProperties: false,
  properties: { list: LIST_SCHEMA, points: POINTS },
};

const itemsOf = (options: Options): readonly (WeighedReference | ConditionItem)[] => options.of ?? [];

const isList = (item: WeighedReference | ConditionItem): item is WeighedReference => 'list' in item;

const conditionsIn = (options: Options, path: RulePath): readonly { condition: Condition; points: number }[] =>
  itemsOf(options).flatMap((item, i) =>
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

export const weigh = defineOperator<Options>({
  name: 'weigh',
  title: '权衡',
  doc: '计分表（scale）里的词表和短语、of 里的词表和条件各计几分（可以是负分），合计达到 at-least 即成立。每个不同的短语计一次；短语不论语境和行为人。',
  schema: {
    type: 'object',
    required: ['at-least'],
    anyOf: [{ required: ['scale'] }, { required: ['of'] }],
    additionalProperties: false,
    properties: {
      scale: { type: 'string', minLength: 1, description: '计分表名' },
      'at-least': AT_LEAST_SCHEMA,
      within: { enum: ['text', 'sentence'], description: 'text（默认）全文合计；sentence 逐句合计，取最高的一句' },
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
    const { scale } = options;
    if (scale !== undefined && !world.known('计分表', scale, [...world.scales.keys()], [...path, 'scale'])) return;
    if (options.within === 'sentence' && itemsOf(options).some((item) => !isList(item)))
      world.report(
        'rule-condition-shape',
        [...path, 'within'],
        '逐句合计（within: sentence）只能计词表和短语，不能计条件。',
        '去掉 of 里的条件，或改为全文合计。',
      );
    let highest = 0;
    const add = (list: WeighedReference): void => {
      highest += Math.max(0, list.points) * (world.phrases(list.list)?.length ?? 0);
    };
    if (scale !== undefined) world.scales.get(scale)?.lists.forEach(add);
    itemsOf(options).forEach((item, i) => {
      if (isList(item)) {
        lintList(item.list, [...path, 'of', i, 'list'], world);
        add(item);
      } else highest += Math.max(0, item.points);
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
    const references = [
      ...(options.scale === undefined ? [] : world.weighedLists(options.scale)),
      ...itemsOf(options).filter(isList),
    ];
    const atLeast = options['at-least'];
    const { within = 'text' } = options;
    const scale = world.scale(references, atLeast, within);
    const lists = references.map((one, i): Weighed => ({ ...one, number: scale.lists[i]?.list ?? 0 }));
    // Made when it is first asked for: only then is it known how many lists there are.
    let ranks: Uint16Array | null = null;
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
        if (!reading) continue;
        if (within === 'text') sum += scoreOf(reading, scale);
        else sum = Math.max(sum, scoreOf(reading, scale));
      }
      return sum;
    };
    const asked = inOrderOfWeight(parts);
    const evaluate = oncePerLead((lead) => {
      let low = listSum(lead);
      let high = low;
      // Most leads are settled by their lists and the first conditions; the others are not asked.
      for (const { condition, points, restUp, restDown } of asked) {
        if (high + restUp < atLeast) return FALSE;
        if (low + restDown >= atLeast) return TRUE;
        const outcome = askPart(condition, lead);
        if (outcome === FALSE) continue;
        if (outcome === TRUE || points < 0) low += points;
        if (outcome === TRUE || points > 0) high += points;
      }
      return low >= atLeast ? TRUE : high >= atLeast ? UNDETERMINED : FALSE;
    });
    const addEvidence = (lead: LeadView, evidence: Evidence[]): void => {
      for (const { field, slot } of slots) {
        const reading = lead.readings[slot];
        if (!reading) continue;
        ranks ??= ranksOf(lists, reading);
        for (const { start, end } of heaviest(reading, ranks, belonging(reading, scale)))
          evidence.push({ field, start, end, text: reading.text.slice(start, end) });
      }
    };
    const inFavour = parts.filter(({ points }) => points > 0);
    return {
      // Sums on the score board stand already.
      cost: (scale.number === null ? lists.length : 1) + costOf(parts.map(({ condition }) => condition)),
      gates: gatesOf(
        atLeast - inFavour.reduce((sum, { points }) => sum + points, 0),
        unionOfGates(inFavour.map(({ condition }) => condition)),
        (from) => world.scaleGate(scale, from),
      ),
      evaluate,
      collect(lead, evidence, missing) {
        for (const { condition } of inFavour)
          if (askPart(condition, lead) !== FALSE) condition.collect(lead, evidence, missing);
        addEvidence(lead, evidence);
      },
      explain(lead): ConditionNode {
        const scores = readingsOf(lead).flatMap(({ reading }) => {
          const belongs = belonging(reading, scale);
          return lists.flatMap((one) => told(reading, one, belongs));
        });
        const found: Evidence[] = [];
        addEvidence(lead, found);
        const conditions = parts.map(({ condition, points }) => {
          const node = condition.explain(lead);
          return { ...node, title: `${signed(points)} 分：${node.title}` };
        });
        const sum = `${within === 'text' ? '' : '最高的一句，'}词表和短语合计 ${listSum(lead)} 分${scores.length === 0 ? '' : `（${scores.join('，')}）`}`;
        const needed = parts.length === 0 ? `须达 ${atLeast} 分` : `连同下列条件须达 ${atLeast} 分`;
        return {
          operator: 'weigh',
          title: `${title}：${sum}，${needed}`,
          outcome: truthOf(evaluate(lead)),
          fields: [...world.textFields],
          found,
          conditions,
        };
      },
    };
  },
  describe(options, inner) {
    const items = itemsOf(options).map((item) =>
      isList(item) ? `${listTitle(item.list)}${signed(item.points)}` : `（${inner(item.when)}）${signed(item.points)}`,
    );
    const all = [...(options.scale === undefined ? [] : [`计分表〔${options.scale}〕`]), ...items];
    return `${options.within === 'sentence' ? '有一句' : ''}权衡达 ${options['at-least']} 分：${all.join('，')}`;
  },
  heading: (options) => ({
    text: `${options.scale === undefined ? '' : `计分表〔${options.scale}〕连同下列各项`}合计达 ${options['at-least']} 分`,
    parts: itemsOf(options).flatMap((item) => (isList(item) ? [] : [`${signed(item.points)} 分：`])),
  }),
  mutate(options, scales) {
    const atLeast = options['at-least'];
    const of = itemsOf(options);
    const step = Math.max(2, Math.round(atLeast / 5));
    const inScale = options.scale === undefined ? [] : (scales.get(options.scale)?.lists ?? []);
    return [
      { title: `至少 ${atLeast} 分改为 ${atLeast + step} 分`, options: { ...options, 'at-least': atLeast + step } },
      { title: `至少 ${atLeast} 分改为 ${atLeast - step} 分`, options: { ...options, 'at-least': atLeast - step } },
      ...of.map((_, i) => ({
        title: `去掉第 ${i + 1} 项`,
        options: { ...options, of: of.filter((__, other) => other !== i) },
      })),
      // A list of the scale is taken out by its own points with the other sign.
      ...inScale.map(({ list, points }) => ({
        title: `计分表里去掉${listTitle(list)}`,
        options: { ...options, of: [...of, { list, points: -points }] },
      })),
    ];
  },
});

/**
 * A lead whose lists bring less than `from` cannot reach the sum even if every condition holds. Where the conditions alone could
 * reach it, one of them or some list must speak for it.
 */
const gatesOf = (from: number, ofParts: Gates | null, gate: (from: number) => number | null): Gates | null => {
  const reached = gate(Math.max(1, from));
  if (reached === null) return null;
  if (from > 0) return [[reached]];
  return ofParts === null ? null : [...ofParts, [reached]];
};
