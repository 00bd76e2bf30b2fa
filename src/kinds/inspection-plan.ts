/**
 * 督察要点 (inspection plan): what the year's rule-of-law inspection (法治督察) gives weight to, and how much of it has been covered.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const inspectionPlan: KindDeclaration = {
  id: 'inspection-plan',
  title: '督察要点',
  unit: '项',
  fields: [
    { id: 'year', title: '年度', type: 'year', required: true, doc: '哪一年的督察要点', sample: '2024' },
    {
      id: 'focus',
      title: '重点内容',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '列为年度重点的内容',
      sample: '习近平法治思想学习贯彻情况',
    },
    {
      id: 'objects',
      title: '督察对象',
      type: 'text',
      maxLength: 500,
      doc: '督察哪些单位',
      sample: '四个县区和市直执法部门',
    },
    { id: 'object_count', title: '督察对象数', type: 'count', doc: '计划督察几个单位', sample: '23' },
    { id: 'covered', title: '已督察数', type: 'count', doc: '已经督察几个单位', sample: '20' },
    {
      id: 'status',
      title: '完成状态',
      type: 'choice',
      choicesFrom: 'progress_states',
      doc: '未开始、办理中、已完成',
      sample: '办理中',
    },
    { id: 'result', title: '督察结果', type: 'text', doc: '发现了什么', sample: '（示例，虚构）' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['year', 'focus'],
  numbered: true,
  links: [],
  day: 'year',
  counted: [{ by: [] }, { by: ['status'] }],
  sums: ['object_count', 'covered'],
};
