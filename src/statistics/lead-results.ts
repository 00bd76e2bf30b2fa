/**
 * 处理结果 (results) of leads in a list: the last thing that the commission told of each, e.g. 立案（2024-06-03）. 组织部 and 巡察 ask for it beside
 * every lead. The pipeline hands over the dispositions of the leads listed.
 */
import { fieldIndex, type Value } from '../domain/kind.js';
import type { TableBody } from '../domain/table.js';
import { kindOf } from './kind-of.js';

const KIND = 'disposition';

/** Of each lead the newest; of one day, the later row. */
export const withResults = (body: TableBody, dispositions: readonly (readonly Value[])[]): TableBody => {
  const kind = kindOf(KIND);
  const [lead = 0, stage = 0, date = 0, method = 0] = ['lead_no', 'stage', 'date', 'method'].map((id) =>
    fieldIndex(kind, id),
  );
  const newest = new Map<string, { readonly day: string; readonly text: string }>();
  for (const values of dispositions) {
    const day = String(values[date] ?? '');
    const key = String(values[lead]);
    if ((newest.get(key)?.day ?? '') > day) continue;
    const way = values[method] === null ? '' : `：${values[method]}`;
    newest.set(key, { day, text: `${values[stage]}${way}（${day}）` });
  }
  return {
    ...body,
    columns: [...body.columns, { id: 'result', title: '处理结果', type: 'text' }],
    rows: body.rows.map((row) => ({ ...row, result: newest.get(String(row.lead_no))?.text ?? null })),
  };
};
