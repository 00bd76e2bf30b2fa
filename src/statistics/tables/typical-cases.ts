/** 典型案例通报: the cases circulated to the whole city, one row each, in order of the day. */

import { fieldsOf } from '../../domain/kind.js';
import { mustAddUp } from '../checked-totals.js';
import { countQuery, listQuery, totalOf } from '../counts.js';
import { kindOf } from '../kind-of.js';
import { recordRows } from '../records-table.js';
import type { StatisticsTable } from '../table.js';

const KIND = 'typical-case';
const SHOWN = ['case_no', 'title', 'published_on', 'organ', 'region', 'agency', 'situations', 'handling'];

export const typicalCases: StatisticsTable = {
  id: 'typical-cases',
  title: '典型案例通报情况',
  askedBy: '市委',
  doc: '向全市通报的典型案例逐起列出',
  kinds: [KIND],
  options: {},
  queries: (context) => [countQuery(context, { kind: KIND }), listQuery(context, KIND)],
  build: ([all, list], context) => {
    const records = list?.records ?? [];
    mustAddUp('typical-cases', 'the number of cases', totalOf(all), [records.length]);
    const kind = kindOf(KIND);
    const fields = fieldsOf(kind).filter((field) => SHOWN.includes(field.id));
    const { columns, rows } = recordRows(kind, fields, records, context);
    return { columns, rows, totals: { case_no: '合计', title: `${records.length} 起` } };
  },
};
