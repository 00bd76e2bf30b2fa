/**
 * 移送函登记 (notice): a letter that went out, known by its number. An office begins with a past: letters sent on paper are
 * imported here with their number and state, and draft nothing. What this program issues itself is recorded by its own
 * steps and need not be imported.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const notice: KindDeclaration = {
  id: 'notice',
  title: '移送函登记',
  unit: '件',
  fields: [
    {
      id: 'number',
      title: '移送文号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '发文字号：机关代字〔年份〕序号号',
      sample: '某法治办移〔2024〕1号',
    },
    {
      id: 'lead_no',
      title: '线索编号',
      type: 'text',
      required: true,
      maxLength: 100,
      doc: '移送的是哪件线索',
      sample: '示例〔2024〕001',
    },
    {
      id: 'state',
      title: '办理状态',
      type: 'choice',
      required: true,
      choices: ['已制发', '已送达', '已签收', '已退回', '已撤回'],
      doc: '移送函现在到了哪一步',
      sample: '已签收',
    },
    {
      id: 'issued_on',
      title: '制发日期',
      type: 'date',
      required: true,
      doc: '移送函的成文日期',
      sample: '2024-05-20',
    },
    { id: 'delivered_on', title: '送达日期', type: 'date', doc: '送到接收机关的日期', sample: '2024-05-21' },
    { id: 'received_on', title: '签收日期', type: 'date', doc: '接收机关签收的日期', sample: '2024-05-21' },
    { id: 'closed_on', title: '退回或撤回日期', type: 'date', doc: '退回或撤回的日期' },
    {
      id: 'receiver',
      title: '接收机关',
      type: 'text',
      maxLength: 200,
      doc: '主送的纪检监察机关',
      sample: '某县纪委监委',
    },
    { id: 'why', title: '退回或撤回原因', type: 'text', doc: '退回或撤回的，写明原因' },
    { id: 'approved_by', title: '批准人', type: 'text', maxLength: 100, doc: '谁批准移送', sample: '郑某' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['number'],
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'issued_on',
  counted: [{ by: [] }, { by: ['state'] }, { by: ['receiver'] }],
  sums: [],
};
