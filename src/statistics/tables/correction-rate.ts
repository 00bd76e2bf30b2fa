/**
 * 行政复议纠错率 from single cases, by area. Three definitions circulate and give different rates of the same cases, so all
 * three stand side by side, each named by what is divided by what. A case that was not accepted is not concluded either.
 */
import { ratio } from '../checked-totals.js';
import { type CountedFigure, figureTable } from '../figure-table.js';
import type { StatisticsContext } from '../table.js';

const KIND = 'reconsideration';

/** The results of a group of reconsideration_results in data/choices.csv. */
const results =
  (group: string) =>
  (context: StatisticsContext): Readonly<Record<string, readonly string[]>> => ({
    result: (context.choiceGroups.reconsideration_results ?? [])
      .filter((each) => each.group === group)
      .flatMap((each) => each.values),
  });

const filled = (values: readonly (string | null)[]): boolean => !values.includes(null);

const concluded: Pick<CountedFigure, 'unit' | 'kind' | 'keep'> = {
  unit: '件',
  kind: KIND,
  keep: { fields: ['accepted_on', 'concluded_on'], passes: filled },
};

export const correctionRate = figureTable({
  id: 'correction-rate',
  title: '行政复议纠错率（三种口径）',
  askedBy: '市委巡察',
  doc: '按案件统计纠错率，三种通行算法并列，各写明分子分母',
  by: 'area',
  figures: [
    { id: 'received', title: '收案', unit: '件', kind: KIND },
    { id: 'accepted', title: '受理', unit: '件', kind: KIND, keep: { fields: ['accepted_on'], passes: filled } },
    { id: 'concluded', title: '审结', ...concluded },
    { id: 'direct', title: '直接纠错', ...concluded, where: results('直接纠错') },
    { id: 'after_change', title: '改正后终止', ...concluded, where: results('改正后终止') },
    {
      id: 'direct_of_concluded',
      title: '纠错率甲：直接纠错÷审结',
      type: 'percent',
      derive: (of) => ratio(of('direct'), of('concluded')),
    },
    {
      id: 'all_of_concluded',
      title: '纠错率乙：（直接纠错＋改正后终止）÷审结',
      type: 'percent',
      derive: (of) => ratio(of('direct') + of('after_change'), of('concluded')),
    },
    {
      id: 'direct_of_accepted',
      title: '纠错率丙：直接纠错÷受理',
      type: 'percent',
      derive: (of) => ratio(of('direct'), of('accepted')),
    },
  ],
  notes: [
    '直接纠错指撤销、部分撤销、变更、确认违法、确认无效、责令履行；引用纠错率时请写明是哪种口径。',
    '案件按收案日期计入时段；不予受理的不算审结。只统计逐案登记的案件，不与年度数相加。',
  ],
  chart: { kind: 'bars', unit: '件', figures: ['concluded', 'direct', 'after_change'] },
});
