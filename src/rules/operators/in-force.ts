/** `in-force` 按行为时有效: a condition that applies only to acts of certain days (从旧), e.g. before a statute changed. */
import { isoDate } from '../../domain/calendar.js';
import { readCondition } from '../condition.js';
import { defineOperator, FALSE, type LeadView, type TruthValue, truthOf, UNDETERMINED } from './operator.js';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly when: unknown;
}

/** Pattern of a date in the rule file. */
export const DATE_SCHEMA = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** True for a date of the calendar written YYYY-MM-DD. */
export const isRealDate = (text: string): boolean =>
  isoDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))) === text;

export const inForce = defineOperator<Options>({
  name: 'in-force',
  title: '按行为时有效',
  doc: '只对发生日期（没有填的按发现日期）在 from 与 to 之间的行为适用 when 所列条件；两端都包括。',
  schema: {
    type: 'object',
    required: ['when'],
    minProperties: 2,
    additionalProperties: false,
    properties: {
      from: { ...DATE_SCHEMA, description: '自哪一天起（含）' },
      to: { ...DATE_SCHEMA, description: '到哪一天止（含）' },
      when: { $ref: '#/$defs/condition' },
    },
  },
  children: (options, path) => [readCondition(options.when, [...path, 'when'])],
  lint(options, path, world) {
    if (options.from !== undefined && options.to !== undefined && options.from > options.to)
      world.report('rule-condition-constant', path, 'from 晚于 to，这一条件永远不适用。', '核对起止日期。');
  },
  compile(options, title, world, path) {
    const part = world.compile(readCondition(options.when, [...path, 'when']));
    const applies = (lead: LeadView): TruthValue | null => {
      if (lead.lawOf === null) return UNDETERMINED;
      if (options.from !== undefined && lead.lawOf < options.from) return FALSE;
      if (options.to !== undefined && lead.lawOf > options.to) return FALSE;
      return null;
    };
    const evaluate = (lead: LeadView): TruthValue => {
      const outcome = part.evaluate(lead);
      const day = applies(lead);
      return day !== null && day < outcome ? day : outcome;
    };
    return {
      gates: part.gates,
      cost: part.cost,
      evaluate,
      collect(lead, evidence, missing) {
        if (applies(lead) === UNDETERMINED) missing.add('occurred_from');
        part.collect(lead, evidence, missing);
      },
      explain: (lead) => ({
        operator: 'in-force',
        title,
        outcome: truthOf(evaluate(lead)),
        fields: ['occurred_from'],
        value: lead.lawOf,
        conditions: [part.explain(lead)],
      }),
    };
  },
  describe: (options, inner) =>
    `${options.from ? `${options.from} 起` : ''}${options.to ? `至 ${options.to} ` : ''}发生的：${inner(options.when)}`,
  mutate: (options) => [{ title: '去掉施行日期的限制', options: { ...options, from: undefined, to: undefined } }],
});
