/** 执法监督成果 (enforcement supervision results): problems found (问题, 个), rules improved (制度, 件), certificates cleared (证件, 个). */
import type { KindDeclaration } from '../domain/kind.js';

export const supervision: KindDeclaration = {
  id: 'supervision',
  title: '执法监督成果',
  unit: '条',
  fields: [
    {
      id: 'agency',
      title: '单位',
      type: 'text',
      required: true,
      maxLength: 200,
      doc: '被监督的执法单位',
      sample: '某市某局',
    },
    {
      id: 'period',
      title: '时段',
      type: 'period',
      required: true,
      doc: '2023、2023年2季度、2023年5月',
      sample: '2023',
    },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘锦市' },
    { id: 'problems', title: '查摆问题', type: 'count', required: true, doc: '查摆问题，个', sample: '3' },
    { id: 'rules', title: '完善执法制度', type: 'count', required: true, doc: '完善执法制度，件', sample: '2' },
    {
      id: 'certificates',
      title: '清理行政执法证件',
      type: 'count',
      required: true,
      doc: '清理行政执法证件，个',
      sample: '1',
    },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['agency', 'period'],
  numbered: true,
  links: [],
  day: 'period',
  counted: [{ by: [] }, { by: ['agency'] }, { by: ['region'] }],
  sums: ['problems', 'rules', 'certificates'],
};
