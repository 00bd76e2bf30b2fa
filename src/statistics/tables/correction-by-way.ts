/** 纠错案件按方式: ways of correction, and how many of them the agency set right by itself (主动纠错). */
import { countTable } from '../count-table.js';

export const correctionByWay = countTable({
  id: 'correction-by-way',
  title: '纠错案件按方式统计',
  askedBy: '市委巡察',
  doc: '撤销、变更、确认违法等各有多少，主动纠错占多少',
  kind: 'correction',
  by: ['way'],
  split: 'initiative',
  counted: '纠错案件',
  unit: '件',
  share: true,
});
