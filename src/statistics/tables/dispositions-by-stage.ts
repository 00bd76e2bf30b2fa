/** 按办理环节: what the commission told back, by stage and way of disposition. */
import { countTable } from '../count-table.js';

export const dispositionsByStage = countTable({
  id: 'dispositions-by-stage',
  title: '处置反馈按环节统计',
  askedBy: '纪委监委',
  doc: '签收、处置、立案、办结各有多少次反馈',
  kind: 'disposition',
  by: ['stage'],
  split: 'method',
  counted: '反馈数',
  unit: '件',
});
