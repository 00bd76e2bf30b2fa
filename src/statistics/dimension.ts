/**
 * 统计口径 (dimensions): what a kind may be counted by, how a value of it is titled, and which values are printed even
 * when nothing was counted for them.
 *
 * Closed lists (choices, regions, situations, decisions) print every value, so that a county without a lead shows as 0.
 * Values outside the list follow in pinyin order, and blank ones last as 未填写: nothing counted is left out.
 */
import { DECISION_TITLES, DECISIONS, type Decision } from '../domain/assessment.js';
import { Failure } from '../domain/failure.js';
import { type FieldType, fieldsOf, type KindDeclaration } from '../domain/kind.js';
import { nearest } from '../domain/nearest.js';
import { byCodePoint, byPinyin } from './order.js';
import type { StatisticsContext } from './table.js';

const BLANK_TITLE = '未填写';

export interface Dimension {
  readonly id: string;
  readonly title: string;
  /** The values printed in any case, in order; null where the values come from the records alone. */
  readonly values: readonly string[] | null;
  /** True where one record may count under several values, so that rows do not add up to the total. */
  readonly several: boolean;
  /** True for open lists of names, which a reader wants by size: the most frequent first. */
  readonly ranked: boolean;
  readonly titleOf: (value: string | null) => string;
  /** Orders the values that `values` does not have. */
  readonly compare: (a: string, b: string) => number;
}

const plain = (value: string | null): string => value ?? BLANK_TITLE;

const isDecision = (value: string): value is Decision => value in DECISION_TITLES;

/** 本级与下级: the office's own region and those directly below it, in printing order. */
export const ownRegions = (context: StatisticsContext): readonly string[] => {
  const own = context.office.region;
  const within = context.regions.filter((region) => region.code === own || region.parent === own);
  const asked = context.filters.region;
  return within.map((region) => region.code).filter((code) => !asked || asked.includes(code));
};

const regionTitle = (context: StatisticsContext): ((value: string | null) => string) => {
  const names = new Map(context.regions.map((region) => [region.code, region.name]));
  const divided = context.regions.some((region) => region.parent === context.office.region);
  // The office's own row is 本级 only where there are counties beside it; it is not the sum of them.
  if (divided) names.set(context.office.region, `${names.get(context.office.region) ?? context.office.region}本级`);
  return (value) => (value === null ? BLANK_TITLE : (names.get(value) ?? value));
};

const SPECIAL: Readonly<Record<string, (context: StatisticsContext) => Omit<Dimension, 'id' | 'compare' | 'ranked'>>> =
  {
    decision: () => ({
      title: '比对结论',
      values: DECISIONS,
      several: false,
      titleOf: (value) => (value !== null && isDecision(value) ? DECISION_TITLES[value] : plain(value)),
    }),
    situation: (context) => {
      const names = new Map(context.situations.map((situation) => [situation.id, situation.name]));
      return {
        title: '情形',
        values: context.situations.map((situation) => situation.id),
        several: true,
        titleOf: (value) => (value === null ? '不符合任何情形' : (names.get(value) ?? value)),
      };
    },
  };

/** The values of a choice field: its own list, or the office's list of that name. */
const choicesOf = (
  field: { readonly choices?: readonly string[]; readonly choicesFrom?: string },
  context: StatisticsContext,
): readonly string[] | null =>
  field.choices ??
  (field.choicesFrom ? (context.choiceGroups[field.choicesFrom] ?? []).flatMap((group) => group.values) : null);

const isName = (type: FieldType): boolean => type === 'text' || type === 'choice' || type === 'list';

/** What a kind may be counted by: every field that is not confidential, and for leads the outcome of the check. */
const known = (kind: KindDeclaration): readonly { readonly id: string; readonly title: string }[] => [
  ...fieldsOf(kind).filter((field) => !field.privacy),
  ...(kind.assessed
    ? [
        { id: 'decision', title: '比对结论' },
        { id: 'situation', title: '情形' },
      ]
    : []),
];

/** 口径 of a kind by field id or Chinese heading. Confidential fields cannot be counted by: a count of one reveals. */
export const dimensionOf = (kind: KindDeclaration, name: string, context: StatisticsContext): Dimension => {
  const candidates = known(kind);
  const match = candidates.find((candidate) => candidate.id === name || candidate.title === name);
  if (!match) {
    const near = nearest(name, [...candidates.map((c) => c.title), ...candidates.map((c) => c.id)]);
    throw new Failure(
      2,
      'dimension-unknown',
      `“${kind.title}”不能按“${name.slice(0, 40)}”统计。`,
      `${near ? `是否指“${near}”？` : ''}可用的口径：${candidates.map((c) => `${c.title}（${c.id}）`).join('、')}。`,
    );
  }
  const field = fieldsOf(kind).find((candidate) => candidate.id === match.id);
  const special = SPECIAL[field?.type === 'situations' ? 'situation' : match.id];
  if (special) {
    const { titleOf, ...rest } = special(context);
    // Blank in a field that was filled in by hand is not the same as a lead that meets no situation.
    const titles = field ? (value: string | null) => (value === null ? BLANK_TITLE : titleOf(value)) : titleOf;
    return { id: match.id, compare: byCodePoint, ranked: false, ...rest, titleOf: titles, title: match.title };
  }
  const usual = { ...match, values: null, several: false, ranked: false, titleOf: plain, compare: byCodePoint };
  if (!field) return usual;
  if (field.type === 'region') return { ...usual, values: ownRegions(context), titleOf: regionTitle(context) };
  const values = field.type === 'flag' ? ['是', '否'] : choicesOf(field, context);
  return {
    ...usual,
    values,
    several: field.type === 'list',
    ranked: values === null && isName(field.type),
    compare: isName(field.type) ? byPinyin : byCodePoint,
  };
};

/** The values of a dimension that a table prints: its closed list, then what else was counted, blank last. */
export const printedValues = (
  dimension: Dimension,
  counted: Iterable<string | null>,
  all = true,
): readonly (string | null)[] => {
  const seen = new Set(counted);
  const blank = seen.delete(null);
  const listed = dimension.values ?? [];
  const further = [...seen].filter((value): value is string => value !== null && !listed.includes(value));
  return [
    ...listed.filter((value) => all || seen.has(value)),
    ...further.sort(dimension.compare),
    ...(blank ? [null] : []),
  ];
};
