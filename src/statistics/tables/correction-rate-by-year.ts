/**
 * 行政复议纠错率逐年, from the yearly counts (行政复议年度数). They do not tell cases ended after the agency changed its act, so the
 * definition that needs those cannot be given here; the table by cases has it.
 */
import { ratio } from '../checked-totals.js';
import { figureTable } from '../figure-table.js';

const KIND = 'reconsideration-year';

export const correctionRateByYear = figureTable({
  id: 'correction-rate-by-year',
  title: '行政复议纠错率逐年统计',
  askedBy: '市委巡察',
  doc: '按年度数看纠错率怎样变化，写明算法',
  by: 'year',
  figures: [
    { id: 'received', title: '收案', unit: '件', kind: KIND, measure: 'sum:received' },
    { id: 'accepted', title: '受理', unit: '件', kind: KIND, measure: 'sum:accepted' },
    { id: 'concluded', title: '审结', unit: '件', kind: KIND, measure: 'sum:concluded' },
    { id: 'corrected', title: '直接纠错', unit: '件', kind: KIND, measure: 'sum:corrected' },
    {
      id: 'direct_of_concluded',
      title: '纠错率甲：直接纠错÷审结',
      type: 'percent',
      derive: (of) => ratio(of('corrected'), of('concluded')),
    },
    {
      id: 'direct_of_accepted',
      title: '纠错率丙：直接纠错÷受理',
      type: 'percent',
      derive: (of) => ratio(of('corrected'), of('accepted')),
    },
  ],
  notes: [
    '年度数没有“改正后终止”一项，纠错率乙（含改正后终止）只能按案件统计，见“行政复议纠错率（三种口径）”。',
    '只统计年度数，不与逐案登记的案件相加。',
  ],
  chart: { kind: 'bars', unit: '件', figures: ['concluded', 'corrected'] },
});
