/**
 * 多级联动汇总 (roll-up): the office itself and every county below it, side by side in the main figures, and the city as
 * their sum. A county without records is printed as 0: that is what the table is for.
 */
import { figureTable } from '../figure-table.js';
import { PERSONS, PERSONS_NOTE } from '../persons.js';

export const regionRollup = figureTable({
  id: 'region-rollup',
  title: '市县两级工作汇总',
  askedBy: '市委',
  doc: '市本级和各县（区）主要数字并列，看谁推进慢',
  by: 'region',
  figures: [
    { id: 'leads', title: '问题线索', unit: '件', kind: 'lead' },
    { id: 'transfers', title: '应移送', unit: '件', kind: 'lead', where: () => ({ decision: ['transfer'] }) },
    { id: 'cases', title: '典型案例', unit: '起', kind: 'typical-case' },
    { id: 'persons', title: '追责问责', unit: '人', kind: 'accountability', measure: PERSONS },
    { id: 'problems', title: '查摆问题', unit: '个', kind: 'supervision', measure: 'sum:problems' },
    { id: 'rules', title: '完善制度', unit: '件', kind: 'supervision', measure: 'sum:rules' },
    { id: 'certificates', title: '清理证件', unit: '个', kind: 'supervision', measure: 'sum:certificates' },
  ],
  notes: [PERSONS_NOTE],
  chart: { kind: 'heat', unit: '', figures: ['leads', 'transfers', 'cases', 'persons'] },
});
