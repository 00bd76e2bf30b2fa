/**
 * 措施配合 (support request): one side asks the other for measures (措施配合) or professional help (业务支持). Help by a public lawyer
 * is the kind `legal-service`.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const supportRequest: KindDeclaration = {
  id: 'support-request',
  title: '措施配合',
  unit: '次',
  fields: [
    { id: 'date', title: '日期', type: 'date', required: true, doc: '提出请求的日期', sample: '2024-03-12' },
    {
      id: 'matter',
      title: '事项',
      type: 'text',
      required: true,
      maxLength: 500,
      doc: '请求配合什么',
      sample: '（示例，虚构）协助调取执法记录',
    },
    {
      id: 'support',
      title: '配合类型',
      type: 'choice',
      choicesFrom: 'support_types',
      doc: '措施配合、业务支持',
      sample: '业务支持',
    },
    { id: 'requester', title: '请求单位', type: 'text', maxLength: 200, doc: '谁提出', sample: '某市纪委监委' },
    { id: 'provider', title: '配合单位', type: 'text', maxLength: 200, doc: '谁配合', sample: '某市法治办' },
    { id: 'lead_no', title: '线索编号', type: 'text', maxLength: 100, doc: '涉及哪件线索' },
    { id: 'done_on', title: '完成日期', type: 'date', doc: '配合完成的日期', sample: '2024-03-18' },
    { id: 'result', title: '配合结果', type: 'text', doc: '结果怎样', sample: '（示例，虚构）' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['date', 'matter'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'date',
  counted: [{ by: [] }, { by: ['support'] }, { by: ['requester'] }, { by: ['provider'] }],
  sums: [],
};
