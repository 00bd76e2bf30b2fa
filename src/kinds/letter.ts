/**
 * 移送函 as the tables count it: a lead's newest letter with what it takes of the lead. Not recorded by anybody: the ledger
 * keeps it in step with notices and leads (src/ledger/letters.ts), so it stands beside KINDS and cannot be imported. Letters that went
 * out on paper are the kind `notice`.
 *
 * The days of waiting are dimensions: their counts are a histogram, from which medians follow without reading a letter.
 */
import type { FieldDeclaration, KindDeclaration } from '../domain/kind.js';
import { NOTICE_STATE_TITLES } from '../domain/notice.js';

export const ISSUED = '是';

/** 尚未制发: the states of a letter that still waits. */
export const WAITING: readonly string[] = [NOTICE_STATE_TITLES.drafted, NOTICE_STATE_TITLES.approved];

export const RECEIVED: string = NOTICE_STATE_TITLES.received;

const date = (id: string, title: string, doc: string): FieldDeclaration => ({ id, title, type: 'date', doc });

export const letter: KindDeclaration = {
  id: 'letter',
  title: '移送函',
  unit: '件',
  fields: [
    { id: 'lead_no', title: '线索编号', type: 'text', doc: '移送的线索' },
    { id: 'region', title: '行政区划', type: 'region', doc: '线索所在区划；线索作废的为空' },
    { id: 'agency', title: '被反映单位', type: 'text', doc: '线索的被反映单位' },
    {
      id: 'state',
      title: '办理状态',
      type: 'choice',
      choices: Object.values(NOTICE_STATE_TITLES),
      doc: '最新一份移送函办到哪一步',
    },
    { id: 'number', title: '发文字号', type: 'text', doc: '制发前为空' },
    { id: 'receiver', title: '接收机关', type: 'text', doc: '主送的纪检监察机关' },
    date('found_on', '发现日期', '线索的发现日期'),
    date('drafted_on', '拟稿日期', ''),
    date('issued_on', '制发日期', ''),
    date('delivered_on', '送达日期', ''),
    date('received_on', '签收日期', ''),
    date('counted_on', '统计日期', '制发日期，尚未制发的为拟稿日期'),
    { id: 'issued', title: '是否制发', type: 'flag', doc: '制发过，撤回、退回的也算' },
    { id: 'delivered', title: '是否送达', type: 'flag', doc: '有送达日期' },
    { id: 'issue_days', title: '发现到制发天数', type: 'count', doc: '自然日' },
    { id: 'receipt_days', title: '制发到签收天数', type: 'count', doc: '自然日' },
  ],
  key: ['lead_no'],
  links: [],
  day: 'counted_on',
  counted: [
    { by: [] },
    { by: ['state'] },
    { by: ['region'] },
    { by: ['region', 'state'] },
    { by: ['receiver', 'state', 'delivered'] },
    { by: ['receiver', 'receipt_days'], only: { state: [RECEIVED] } },
    { by: ['region', 'issue_days'], only: { issued: [ISSUED] } },
    { by: ['region', 'found_on'], only: { state: WAITING } },
  ],
  sums: [],
};
