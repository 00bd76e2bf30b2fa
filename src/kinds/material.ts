/**
 * 证据材料 (material): one item of the list of materials (移送清单) that goes with a lead. The lead's own field 证据材料 only names
 * what there is; the items here carry copies and pages.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const material: KindDeclaration = {
  id: 'material',
  title: '证据材料',
  unit: '份',
  fields: [
    {
      id: 'lead_no',
      title: '线索编号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '属于哪件线索',
      sample: '示例〔2024〕001',
    },
    {
      id: 'name',
      title: '材料名称',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '材料的完整名称，移送清单照此打印',
      sample: '行政处罚案卷',
    },
    {
      id: 'form',
      title: '原件或复印件',
      type: 'choice',
      choicesFrom: 'material_forms',
      doc: '原件、复印件、电子数据等',
      sample: '复印件',
    },
    { id: 'copies', title: '份数', type: 'count', doc: '共几份', sample: '1' },
    { id: 'pages', title: '页数', type: 'count', doc: '共几页', sample: '36' },
    { id: 'secrecy', title: '密级标注', type: 'text', maxLength: 50, doc: '不涉密留空；从不自动标注' },
    { id: 'provided_by', title: '提供单位', type: 'text', maxLength: 200, doc: '材料从哪里取得', sample: '复议机构' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['lead_no', 'name'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: null,
  counted: [{ by: [] }, { by: ['lead_no'] }],
  sums: ['copies', 'pages'],
};
