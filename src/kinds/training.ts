/**
 * 培训 (training): a session on discipline and law for the staff of agencies. Counted by sessions and by person-times (人次).
 */
import type { KindDeclaration } from '../domain/kind.js';

export const training: KindDeclaration = {
  id: 'training',
  title: '培训',
  unit: '次',
  fields: [
    { id: 'date', title: '培训日期', type: 'date', required: true, doc: '开课的日期', sample: '2024-03-28' },
    {
      id: 'topic',
      title: '培训主题',
      type: 'text',
      required: true,
      maxLength: 300,
      doc: '讲什么',
      sample: '（示例，虚构）纪法规定知识培训',
    },
    {
      id: 'course',
      title: '课程类别',
      type: 'choice',
      choicesFrom: 'training_courses',
      doc: '习近平法治思想、纪法规定等',
      sample: '纪法规定',
    },
    { id: 'region', title: '行政区划', type: 'region', doc: '市或县区名称或代码', sample: '盘锦市' },
    {
      id: 'audience',
      title: '培训对象',
      type: 'text',
      maxLength: 300,
      doc: '哪些单位、哪些人员',
      sample: '市直执法部门执法人员',
    },
    { id: 'attendance', title: '参训人次', type: 'count', required: true, doc: '参加培训，人次', sample: '126' },
    {
      id: 'lecturer',
      title: '授课人',
      type: 'text',
      maxLength: 200,
      doc: '谁授课，写单位和职务',
      sample: '某市纪委监委审理室',
    },
    { id: 'hours', title: '学时', type: 'count', doc: '几个学时', sample: '4' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['date', 'topic'],
  numbered: true,
  links: [],
  day: 'date',
  counted: [{ by: [] }, { by: ['region'] }, { by: ['course'] }],
  sums: ['attendance', 'hours'],
};
