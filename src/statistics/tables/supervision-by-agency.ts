/** 执法监督成果按单位: problems found, rules improved, certificates cleared (问题/制度/证件) of each agency, added up. */
import { figureTable } from '../figure-table.js';

const KIND = 'supervision';

export const supervisionByAgency = figureTable({
  id: 'supervision-by-agency',
  title: '执法监督成果按单位统计',
  askedBy: '法治建设办',
  doc: '各单位查摆问题、完善执法制度、清理行政执法证件三项数字',
  by: 'agency',
  figures: [
    { id: 'problems', title: '查摆问题', unit: '个', kind: KIND, measure: 'sum:problems' },
    { id: 'rules', title: '完善执法制度', unit: '件', kind: KIND, measure: 'sum:rules' },
    { id: 'certificates', title: '清理行政执法证件', unit: '个', kind: KIND, measure: 'sum:certificates' },
  ],
  chart: { kind: 'bars', unit: '', figures: ['problems', 'rules', 'certificates'] },
});
