/**
 * 县区推进 (county progress): how far each county has come with the mechanism, one row per county that is amended as it moves; the
 * ledger keeps the earlier states.
 */
import type { KindDeclaration } from '../domain/kind.js';

export const countyProgress: KindDeclaration = {
  id: 'county-progress',
  title: '县区推进',
  unit: '个',
  fields: [
    { id: 'region', title: '行政区划', type: 'region', required: true, doc: '哪个县区', sample: '兴隆台区' },
    {
      id: 'updated_on',
      title: '更新日期',
      type: 'date',
      required: true,
      doc: '这一行情况截至哪天',
      sample: '2024-06-30',
    },
    {
      id: 'mechanism',
      title: '机制状态',
      type: 'choice',
      choicesFrom: 'mechanism_states',
      doc: '未建立、已建立、运行良好',
      sample: '已建立',
    },
    { id: 'established_on', title: '建立日期', type: 'date', doc: '县区机制建立的日期', sample: '2023-08-15' },
    { id: 'first_transfer_on', title: '首次移送日期', type: 'date', doc: '县区第一次移送线索的日期' },
    { id: 'debts', title: '欠账事项数', type: 'count', doc: '还有几项欠账没有补上', sample: '2' },
    { id: 'debt_list', title: '欠账事项', type: 'text', doc: '欠账是哪些', sample: '（示例，虚构）未召开联席会议' },
    { id: 'progress', title: '推进情况', type: 'text', doc: '已经做了什么', sample: '（示例，虚构）' },
    { id: 'remarks', title: '备注', type: 'text', doc: '其他需要说明的' },
  ],
  key: ['region'],
  links: [],
  day: 'updated_on',
  counted: [{ by: [] }, { by: ['mechanism'] }],
  sums: ['debts'],
};
