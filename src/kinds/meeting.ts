/**
 * 会议 (meeting): joint meetings (联席会议), case analysis meetings (案情分析会) and county dispatch meetings (专题调度会). Items agreed on
 * are counted here; one that is followed up by itself is a `supervised-task` that names the meeting.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const meeting: KindDeclaration = {
  id: 'meeting',
  title: '会议',
  unit: '次',
  fields: [
    {
      id: 'type',
      title: '会议类型',
      type: 'choice',
      required: true,
      choices: ['联席会议', '案情分析会', '专题调度会'],
      doc: '联席会议、案情分析会、专题调度会',
      sample: '联席会议',
    },
    { id: 'date', title: '会议日期', type: 'date', required: true, doc: '召开日期', sample: '2024-04-18' },
    { id: 'region', title: '行政区划', type: 'region', doc: '市级会议填市，县区调度会填县区', sample: '盘锦市' },
    { id: 'convener', title: '召集单位', type: 'text', maxLength: 200, doc: '谁召集或者主持', sample: '某市法治办' },
    { id: 'attendees', title: '参加单位', type: 'list', doc: '参加单位，可多个', sample: '某市法治办、某市纪委监委' },
    { id: 'attendance', title: '参加人数', type: 'count', doc: '到会人数', sample: '12' },
    { id: 'topics', title: '议题', type: 'text', doc: '研究什么', sample: '（示例，虚构）研究两件线索的移送意见' },
    { id: 'lead_no', title: '研究线索', type: 'list', doc: '研究了哪些线索，可多个', sample: '示例〔2024〕001' },
    {
      id: 'resolutions',
      title: '议定事项',
      type: 'text',
      doc: '议定了什么，谁负责',
      sample: '（示例，虚构）由督察科补充取证',
    },
    { id: 'items', title: '议定事项数', type: 'count', doc: '议定事项几项', sample: '3' },
    { id: 'items_done', title: '已办结事项数', type: 'count', doc: '其中已办结几项', sample: '2' },
    { id: 'deadline', title: '办理时限', type: 'date', doc: '议定事项最迟哪天办结', sample: '2024-05-31' },
    { id: 'minutes_no', title: '纪要文号', type: 'text', maxLength: 100, doc: '会议纪要的文号' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['type', 'date'],
  numbered: true,
  links: [{ field: 'lead_no', kind: 'lead', target: 'lead_no' }],
  day: 'date',
  counted: [{ by: [] }, { by: ['type'] }, { by: ['region'] }],
  sums: ['attendance', 'items', 'items_done'],
};
