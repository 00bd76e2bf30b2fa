/**
 * 题注 (caption): the lines that prove a table: period, state of the ledger, filters, records counted, rules, chain head.
 * The same lines stand in every format that people read.
 */

import { fieldsOf } from '../domain/kind.js';
import type { Caption } from '../domain/table.js';
import { KINDS } from '../kinds/index.js';

export interface CaptionLine {
  readonly title: string;
  readonly text: string;
}

const OPTION_TITLES: Readonly<Record<string, string>> = { by: '口径', decision: '比对结论', situation: '情形' };

/** The Chinese name of a filter: that of the field in the first kind that has it. */
const filterTitle = (id: string): string =>
  OPTION_TITLES[id] ?? KINDS.flatMap((kind) => fieldsOf(kind)).find((field) => field.id === id)?.title ?? id;

/** Characters of a hash that people compare; JSON has it whole. */
const SHORT_HASH = 12;

const timeText = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const spanText = ({ from, to, title }: Caption['period']): string =>
  from === null && to === null ? title : `${title}（${from ?? '不限'} 至 ${to ?? '不限'}）`;

export const captionLines = (caption: Caption): readonly CaptionLine[] => {
  const filters = Object.entries(caption.filters).map(([id, value]) =>
    id === 'where'
      ? value
      : `${filterTitle(id)}为${id === 'by' ? value.split(',').map(filterTitle).join('、') : value}`,
  );
  return [
    { title: '单位', text: caption.office },
    { title: '统计时段', text: spanText(caption.period) },
    { title: '截至', text: timeText(caption.asOf) },
    { title: '筛选', text: filters.length ? filters.join('；') : '无' },
    { title: '记录数', text: String(caption.recordCount) },
    {
      title: '规则版本',
      text: `${caption.ruleFile.id} ${caption.ruleFile.version}（${caption.ruleFile.sha256.slice(0, SHORT_HASH)}）`,
    },
    { title: '链头', text: caption.chainHead.slice(0, SHORT_HASH) },
  ];
};
