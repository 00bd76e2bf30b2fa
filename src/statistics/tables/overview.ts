/**
 * 总览 (overview): one row per figure of the mechanism, the table that opens every report. Its figures come group by
 * group from figures/; under a filter that a kind does not have, its figures are left out and a note says so.
 */

import type { StatisticsAnswer } from '../../domain/answering.js';
import type { TableBody } from '../../domain/table.js';
import { accountabilityFigures } from '../figures/accountability.js';
import type { FigureGroup } from '../figures/figure.js';
import { leadFigures } from '../figures/leads.js';
import { lawyerFigures, legalServiceFigures } from '../figures/legal-service.js';
import { reconsiderationFigures } from '../figures/reconsideration.js';
import { supervisionFigures } from '../figures/supervision.js';
import { typicalCaseFigures } from '../figures/typical-cases.js';
import { countable } from '../filters.js';
import { kindOf } from '../kind-of.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

const GROUPS: readonly FigureGroup[] = [
  leadFigures,
  typicalCaseFigures,
  accountabilityFigures,
  supervisionFigures,
  reconsiderationFigures,
  lawyerFigures,
  legalServiceFigures,
];

const shownGroups = (context: StatisticsContext): readonly FigureGroup[] =>
  GROUPS.filter((group) => group.kinds.every((kind) => countable(kindOf(kind), context)));

const build = (answers: readonly StatisticsAnswer[], context: StatisticsContext): TableBody => {
  const shown = shownGroups(context);
  let next = 0;
  const answered = shown.map((group) => {
    const size = group.queries(context).length;
    next += size;
    return { group, own: answers.slice(next - size, next) };
  });
  const rows = answered.flatMap(({ group, own }) =>
    group.build(own, context).map((figure) => ({ group: group.title, ...figure })),
  );
  const left = GROUPS.filter((group) => !shown.includes(group)).map((group) => group.title);
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
      ...shown.flatMap((group) => group.notes ?? []),
      ...(left.length ? [`筛选条件不适用于：${left.join('、')}，未列出。`] : []),
    ],
  };
};

export const overview: StatisticsTable = {
  id: 'overview',
  title: '“行纪衔接”工作机制运行情况总览',
  askedBy: '市委',
  doc: '机制运行的主要数字一表看全，用于汇报和通报',
  kinds: [...new Set(GROUPS.flatMap((group) => group.kinds))],
  partial: true,
  options: {},
  queries: (context) => shownGroups(context).flatMap((group) => group.queries(context)),
  build,
};
