/**
 * 监督检查成效 by the four 重点 (areas, departments, matters, problems): inspections, problems found, put right, and leads that came of
 * them. An inspection of several 重点 stands under each of them.
 */
import { ratio } from '../checked-totals.js';
import { figureTable } from '../figure-table.js';

const KIND = 'inspection';

export const inspectionYield = figureTable({
  id: 'inspection-yield',
  title: '监督检查成效按“四个重点”统计',
  askedBy: '纪委监委',
  doc: '重点区域、部门、事项、问题各检查几次、发现多少问题、转出多少线索',
  by: 'focus',
  figures: [
    { id: 'inspections', title: '检查次数', unit: '次', kind: KIND },
    { id: 'joint', title: '其中：联合监督检查', unit: '次', kind: KIND, where: () => ({ type: ['联合监督检查'] }) },
    { id: 'field', title: '其中：实地督察', unit: '次', kind: KIND, where: () => ({ type: ['实地督察'] }) },
    { id: 'problems', title: '发现问题', unit: '个', kind: KIND, measure: 'sum:problems' },
    { id: 'rectified', title: '已整改', unit: '个', kind: KIND, measure: 'sum:rectified' },
    { id: 'rate', title: '整改率', type: 'percent', derive: (of) => ratio(of('rectified'), of('problems')) },
    {
      id: 'leads',
      title: '转为线索',
      unit: '件',
      kind: KIND,
      keep: { fields: ['lead_no'], passes: ([leadNo]) => leadNo !== null },
    },
  ],
  notes: ['整改率＝已整改问题÷发现问题。一次检查涉及几个重点的，各重点各列一次。'],
  chart: { kind: 'bars', unit: '', figures: ['problems', 'rectified', 'leads'] },
});
