/** 监督检查登记: joint and field inspections one by one, with problems, how far they are put right, and leads. */
import { ratio } from '../checked-totals.js';
import { listTable, numberValue, textValue } from '../list-table.js';
import { isPast, OVERDUE_NOTE } from '../overdue.js';

export const inspections = listTable({
  id: 'inspections',
  title: '监督检查情况',
  askedBy: '法治建设办',
  doc: '每次联合检查、实地督察发现多少问题、整改到哪一步',
  kind: 'inspection',
  fields: ['name', 'type', 'start', 'region', 'focus', 'lead_no', 'problems', 'rectified', 'deadline'],
  computed: [
    {
      id: 'rate',
      title: '整改率',
      type: 'percent',
      of: (field) => ratio(numberValue(field('rectified')), numberValue(field('problems'))),
      total: (sum) => ratio(sum('rectified'), sum('problems')),
    },
    {
      id: 'state',
      title: '整改情况',
      type: 'text',
      of: (field, context) => {
        if (numberValue(field('rectified')) >= numberValue(field('problems'))) return '已完成';
        return isPast(textValue(field('deadline')), context) ? '逾期' : '整改中';
      },
    },
  ],
  notes: [OVERDUE_NOTE],
});
