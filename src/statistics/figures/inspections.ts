/** 监督检查: joint and field inspections, problems found and put right. */
import { ratio } from '../checked-totals.js';
import { CountIndex, countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';
import { percentFigure } from './percent.js';

export const inspectionFigures: FigureGroup = {
  title: '监督检查',
  kinds: ['inspection'],
  queries: (context) => [
    countQuery(context, { kind: 'inspection', by: ['type'] }),
    countQuery(context, { kind: 'inspection', measure: 'sum:problems' }),
    countQuery(context, { kind: 'inspection', measure: 'sum:rectified' }),
  ],
  build: ([byType, problems, rectified]) => {
    const types = new CountIndex(byType);
    return [
      ...['联合监督检查', '实地督察'].map((type) => ({ item: type, value: types.of([type]), unit: '次' })),
      { item: '发现问题', value: totalOf(problems), unit: '个' },
      { item: '其中：已整改', value: totalOf(rectified), unit: '个' },
      percentFigure('检查问题整改率（已整改÷发现问题）', ratio(totalOf(rectified), totalOf(problems))),
    ];
  },
};
