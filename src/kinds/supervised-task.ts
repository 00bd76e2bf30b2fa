/**
 * 批示督办 (supervised task): an instruction (批示) of the city's leaders, a task under supervision, or an item agreed on at a meeting,
 * with its deadline. Overdue = past the deadline and not 已完成.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const supervisedTask: KindDeclaration = {
  id: 'supervised-task',
  title: '批示督办',
  unit: '件',
  fields: [
    {
      id: 'date',
      title: '批示日期',
      type: 'date',
      required: true,
      doc: '批示、交办或者议定的日期',
      sample: '2024-04-09',
    },
    {
      id: 'matter',
      title: '督办事项',
      type: 'text',
      required: true,
      maxLength: 500,
      doc: '要办什么',
      sample: '（示例，虚构）建立行纪衔接工作机制',
    },
    {
      id: 'origin',
      title: '事项来源',
      type: 'choice',
      choicesFrom: 'task_origins',
      doc: '领导批示、交办、会议议定',
      sample: '领导批示',
    },
    { id: 'leader', title: '批示领导', type: 'text', maxLength: 100, doc: '写职务不写姓名', sample: '市委主要领导' },
    { id: 'content', title: '批示内容', type: 'text', doc: '批示或者议定的原文要点', sample: '（示例，虚构）' },
    { id: 'meeting_no', title: '会议编号', type: 'text', maxLength: 100, doc: '由哪次会议议定，填会议的编号' },
    { id: 'agency', title: '承办单位', type: 'text', maxLength: 200, doc: '谁承办', sample: '某市法治办' },
    { id: 'region', title: '行政区划', type: 'region', doc: '承办单位所属的市或县区', sample: '盘锦市' },
    { id: 'deadline', title: '办理时限', type: 'date', doc: '应当办结的日期', sample: '2024-06-30' },
    { id: 'urged', title: '催办次数', type: 'count', doc: '催办几次', sample: '1' },
    {
      id: 'status',
      title: '办理状态',
      type: 'choice',
      choicesFrom: 'progress_states',
      doc: '未开始、办理中、已完成',
      sample: '已完成',
    },
    { id: 'done_on', title: '办结日期', type: 'date', doc: '办结的日期', sample: '2024-06-20' },
    { id: 'result', title: '办理结果', type: 'text', doc: '结果怎样', sample: '（示例，虚构）' },
    { id: 'lead_no', title: '线索编号', type: 'text', maxLength: 100, doc: '涉及哪件线索' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['date', 'matter'],
  numbered: true,
  links: [
    { field: 'meeting_no', kind: 'meeting', target: 'record_no' },
    { field: 'lead_no', kind: 'lead', target: 'lead_no' },
  ],
  day: 'date',
  counted: [{ by: [] }, { by: ['origin'] }, { by: ['agency'] }, { by: ['status'] }, { by: ['origin', 'status'] }],
  sums: ['urged'],
};
