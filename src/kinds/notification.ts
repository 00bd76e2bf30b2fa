/**
 * 情况通报 (notification): important facts that the office and the commission tell each other (互相通报), in both directions.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const notification: KindDeclaration = {
  id: 'notification',
  title: '情况通报',
  unit: '次',
  fields: [
    {
      id: 'direction',
      title: '通报方向',
      type: 'choice',
      required: true,
      choicesFrom: 'notification_directions',
      doc: '谁向谁通报',
      sample: '法治办通报纪委',
    },
    { id: 'date', title: '通报日期', type: 'date', required: true, doc: '通报的日期', sample: '2024-04-02' },
    {
      id: 'matter',
      title: '通报事项',
      type: 'text',
      required: true,
      maxLength: 500,
      doc: '通报什么情况',
      sample: '（示例，虚构）复议案卷调取情况',
    },
    { id: 'lead_no', title: '关联线索', type: 'list', doc: '涉及哪些线索，可多个' },
    { id: 'secrecy', title: '密级标注', type: 'text', maxLength: 50, doc: '不涉密留空；从不自动标注' },
    { id: 'scope', title: '知悉范围', type: 'text', maxLength: 200, doc: '限哪些人员知悉' },
    { id: 'signed_by', title: '签收人', type: 'text', maxLength: 100, doc: '谁签收', sample: '案件监督管理室' },
    { id: 'signed_on', title: '签收日期', type: 'date', doc: '签收的日期', sample: '2024-04-02' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['direction', 'date', 'matter'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'date',
  counted: [{ by: [] }, { by: ['direction'] }],
  sums: [],
};
