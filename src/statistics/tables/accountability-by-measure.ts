/**
 * 按处理措施: persons by measure, the measures in their groups (党纪处分, 政务处分, 组织处理 …). Party discipline and
 * governmental sanction may fall on one person together: group rows and the total count each person once.
 */

import type { ChoiceGroup } from '../../domain/choice.js';
import { mustCover } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

const KIND = 'accountability';

const groupsOf = (context: StatisticsContext): readonly ChoiceGroup[] => context.choiceGroups.measures ?? [];

const OTHER = '未分组';

export const accountabilityByMeasure: StatisticsTable = {
  id: 'accountability-by-measure',
  title: '追责问责人员按处理措施统计',
  askedBy: '纪委监委',
  doc: '党纪处分、政务处分、组织处理等各有多少人，同一人只计一次',
  kinds: [KIND],
  options: {},
  queries: (context) => [
    countQuery(context, { kind: KIND, measure: PERSONS }),
    countQuery(context, { kind: KIND, measure: PERSONS, by: ['measures'] }),
    ...groupsOf(context).map(({ values }) =>
      countQuery(context, { kind: KIND, measure: PERSONS, where: { measures: values } }),
    ),
  ],
  build: ([all, byMeasure, ...ofGroups], context) => {
    const total = totalOf(all);
    const measures = new CountIndex(byMeasure);
    const groupOf = new Map(groupsOf(context).flatMap(({ group, values }) => values.map((value) => [value, group])));
    const dimension = dimensionOf(kindOf(KIND), 'measures', context);
    const printed = printedValues(
      dimension,
      measures.tuples.map(([measure]) => measure ?? null),
    );
    const rowsOf = (group: string): readonly { readonly item: string; readonly persons: number }[] =>
      printed
        .filter((measure) => (groupOf.get(measure ?? '') ?? OTHER) === group)
        .map((measure) => ({ item: dimension.titleOf(measure), persons: measures.of([measure]) }));
    const rows = groupsOf(context).flatMap(({ group }, i) => {
      const persons = totalOf(ofGroups[i]);
      mustCover(
        'accountability-by-measure',
        group,
        persons,
        rowsOf(group).map((row) => row.persons),
      );
      return [{ group, item: '小计', persons }, ...rowsOf(group).map((row) => ({ group, ...row }))];
    });
    const further = rowsOf(OTHER).map((row) => ({ group: OTHER, ...row }));
    mustCover(
      'accountability-by-measure',
      'the total',
      total,
      [...rows, ...further].map((row) => row.persons),
    );
    return {
      columns: [
        { id: 'group', title: '类别', type: 'text' },
        { id: 'item', title: '处理措施', type: 'text' },
        { id: 'persons', title: '人数', type: 'count', unit: '人' },
      ],
      rows: [...rows, ...further],
      totals: { group: '合计', persons: total },
      notes: [PERSONS_NOTE, '一人受几种措施的，各措施各计一人，小计与合计只计一人，因此各行之和可大于合计。'],
    };
  },
};
