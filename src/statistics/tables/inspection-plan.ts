/** 督察要点完成情况: what the year's inspection gives weight to, and how many of those to be inspected were. */
import { ratio } from '../checked-totals.js';
import { listTable, numberValue } from '../list-table.js';

export const inspectionPlan = listTable({
  id: 'inspection-plan',
  title: '法治督察年度要点完成情况',
  askedBy: '市委',
  doc: '习近平法治思想等年度重点内容督察覆盖到多少单位',
  kind: 'inspection-plan',
  fields: ['focus', 'year', 'objects', 'object_count', 'covered', 'status', 'result'],
  computed: [
    {
      id: 'coverage',
      title: '覆盖率',
      type: 'percent',
      of: (field) => ratio(numberValue(field('covered')), numberValue(field('object_count'))),
      total: (sum) => ratio(sum('covered'), sum('object_count')),
    },
  ],
});
