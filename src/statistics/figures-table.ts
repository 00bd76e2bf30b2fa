/**
 * 指标表 (tables of figures): one row per figure, group by group, e.g. the overview and the indicators of an assessment. Under a
 * filter that a kind does not have, its figures are left out and a note says so.
 */
import type { StatisticsAnswer } from '../domain/answering.js';
import type { TableBody } from '../domain/table.js';
import type { FigureGroup } from './figures/figure.js';
import { countable } from './filters.js';
import { kindOf } from './kind-of.js';
import type { StatisticsContext, StatisticsTable } from './table.js';

export interface FiguresTableSpec extends Pick<StatisticsTable, 'id' | 'title' | 'askedBy' | 'doc'> {
  readonly groups: readonly FigureGroup[];
  readonly notes?: readonly string[];
}

const shownGroups = (spec: FiguresTableSpec, context: StatisticsContext): readonly FigureGroup[] =>
  spec.groups.filter((group) => group.kinds.every((kind) => countable(kindOf(kind), context)));

const build = (spec: FiguresTableSpec, answers: readonly StatisticsAnswer[], context: StatisticsContext): TableBody => {
  const shown = shownGroups(spec, context);
  let next = 0;
  const answered = shown.map((group) => {
    const size = group.queries(context).length;
    next += size;
    return { group, own: answers.slice(next - size, next) };
  });
  const rows = answered.flatMap(({ group, own }) =>
    group.build(own, context).map((figure) => ({ group: group.title, ...figure })),
  );
  const left = spec.groups.filter((group) => !shown.includes(group)).map((group) => group.title);
  return {
    columns: [
      { id: 'group', title: '类别', type: 'text' },
      { id: 'item', title: '事项', type: 'text' },
      { id: 'value', title: '数量', type: 'count' },
      { id: 'unit', title: '单位', type: 'text' },
    ],
    rows,
    totals: null,
    charts: answered.flatMap(({ group, own }) => group.charts?.(own) ?? []),
    notes: [
      ...new Set([...(spec.notes ?? []), ...shown.flatMap((group) => group.notes ?? [])]),
      ...(left.length ? [`筛选条件不适用于：${left.join('、')}，未列出。`] : []),
    ],
  };
};

export const figuresTable = (spec: FiguresTableSpec): StatisticsTable => ({
  id: spec.id,
  title: spec.title,
  askedBy: spec.askedBy,
  doc: spec.doc,
  kinds: [...new Set(spec.groups.flatMap((group) => group.kinds))],
  partial: true,
  options: {},
  queries: (context) => shownGroups(spec, context).flatMap((group) => group.queries(context)),
  build: (answers, context) => build(spec, answers, context),
});
