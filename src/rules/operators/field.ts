/**
 * What the operators on one field (is, in, at-least, at-most, before, after, present) share: reading the value, what a
 * blank means, type checks and the explanation. Not an operator itself.
 */
import type { FieldDeclaration, FieldType, Value } from '../../domain/kind.js';
import type { RulePath } from '../model.js';
import {
  type CompiledCondition,
  type CompileWorld,
  FALSE,
  type LeadView,
  type LintWorld,
  TRUE,
  type TruthValue,
  truthOf,
  UNDETERMINED,
} from './operator.js';

/** Options that every field operator has. `missing` says what a blank means; it is never a silent no. */
export interface FieldOptions {
  readonly field: string;
  readonly missing?: 'undetermined' | 'not-met';
}

const FIELD_PROPERTIES = {
  field: { type: 'string', description: '字段，如 source_channel、conduct、found_on' },
  missing: {
    enum: ['undetermined', 'not-met'],
    description: '该字段空白时：undetermined 无法判断（默认），not-met 视为不成立',
  },
};

/** Schema of a field operator with further options. */
export const fieldSchema = (properties: object, required: readonly string[]): object => ({
  type: 'object',
  required: ['field', ...required],
  additionalProperties: false,
  properties: { ...FIELD_PROPERTIES, ...properties },
});

/** Checks that the field exists and is of a type the operator can compare; the declaration where it does. */
export const lintField = (
  options: FieldOptions,
  types: readonly FieldType[] | null,
  path: RulePath,
  world: LintWorld,
): FieldDeclaration | null => {
  const names = world.fields.map((field) => field.id);
  if (!world.known('字段', options.field, names, [...path, 'field'])) return null;
  const field = world.fields.find((candidate) => candidate.id === options.field);
  if (field && types && !types.includes(field.type)) {
    world.report(
      'rule-type-clash',
      [...path, 'field'],
      `字段“${options.field}”（${field.title}）的类型是 ${field.type}，这种条件只能用于 ${types.join('、')}。`,
      '换一个字段或换一种条件。',
    );
    return null;
  }
  return field ?? null;
};

const printed = (value: Value | undefined): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? value.join('、') : String(value);

/** A compiled comparison of one field; `test` never sees a blank. */
export const fieldCondition = (
  operator: string,
  title: string,
  options: FieldOptions,
  world: CompileWorld,
  test: (value: Exclude<Value, null>) => boolean,
): CompiledCondition => {
  const { index } = world.field(options.field);
  const blank: TruthValue = options.missing === 'not-met' ? FALSE : UNDETERMINED;
  const evaluate = (lead: LeadView): TruthValue => {
    const value = lead.values[index];
    return value === null || value === undefined ? blank : test(value) ? TRUE : FALSE;
  };
  return {
    gates: null,
    cost: 1,
    evaluate,
    collect(lead, evidence, missing) {
      const outcome = evaluate(lead);
      if (outcome === UNDETERMINED) missing.add(options.field);
      const text = printed(lead.values[index]);
      if (outcome === TRUE && text !== null) evidence.push({ field: options.field, start: 0, end: text.length, text });
    },
    explain: (lead) => ({
      operator,
      title,
      outcome: truthOf(evaluate(lead)),
      fields: [options.field],
      value: printed(lead.values[index]),
      ...(blank === FALSE ? { blankIsNo: true as const } : {}),
    }),
  };
};

/** 变异 that every field operator knows: a blank means the other thing. */
export const flipMissing = <O extends FieldOptions>(options: O) => ({
  title: `字段“${options.field}”空白时的口径对调`,
  options: { ...options, missing: options.missing === 'not-met' ? 'undetermined' : 'not-met' },
});
