/**
 * 行政复议年度数 (reconsideration by year): yearly counts of reconsideration cases by region and administrative area
 * (行政管理类别), as the reconsideration organ hands them over. Single cases are the kind `reconsideration`.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const reconsiderationYear: KindDeclaration = {
  id: 'reconsideration-year',
  title: '行政复议年度数',
  unit: '条',
  fields: [
    { id: 'region', title: '行政区划', type: 'region', required: true, doc: '市或县区名称或代码', sample: '盘锦市' },
    {
      id: 'area',
      title: '行政管理类别',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '公安交管、城管执法等',
      sample: '公安交管',
    },
    { id: 'year', title: '年度', type: 'year', required: true, doc: '统计年度', sample: '2023' },
    { id: 'received', title: '收案数', type: 'count', required: true, doc: '当年收到的复议案件，件', sample: '5' },
    { id: 'accepted', title: '受理数', type: 'count', doc: '受理，件', sample: '5' },
    { id: 'concluded', title: '审结数', type: 'count', doc: '审结，件', sample: '4' },
    { id: 'upheld', title: '维持数', type: 'count', doc: '维持（含驳回），件', sample: '2' },
    { id: 'corrected', title: '直接纠错数', type: 'count', doc: '撤销、变更、确认违法、责令履行，件', sample: '1' },
    { id: 'settled', title: '调解和解终止数', type: 'count', doc: '调解、和解、撤回终止，件', sample: '1' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['region', 'area', 'year'],
  links: [],
  day: 'year',
  counted: [{ by: [] }, { by: ['area'] }, { by: ['region'] }, { by: ['region', 'area'] }],
  sums: ['received', 'accepted', 'concluded', 'upheld', 'corrected', 'settled'],
};
