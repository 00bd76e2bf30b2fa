/** A report with everything that makes a format stumble: long Chinese text, a formula, a negative number, base 0, marks. */
import type { StatisticsReport } from '../../src/domain/table.js';

export const SAMPLE: StatisticsReport = {
  caption: {
    table: 'sample',
    title: '问题线索按单位统计',
    period: { from: '2024-01-01', to: '2024-12-31', title: '2024年' },
    asOf: '2024-05-20T09:00:00',
    filters: { region: '盘山县' },
    ruleFile: { id: 'seven-situations', version: '1.0', sha256: 'a1b2c3d4e5f6'.padEnd(64, '0') },
    chainHead: 'f6e5d4c3b2a1'.padEnd(64, '0'),
    recordCount: 1234,
    office: '中共某市委全面依法治市委员会办公室',
  },
  columns: [
    { id: 'agency', title: '被反映单位', type: 'text' },
    { id: 'summary', title: '主要问题', type: 'text' },
    { id: 'count', title: '线索数', type: 'count', unit: '件' },
    { id: 'change_rate', title: '同比', type: 'percent' },
    { id: 'last_on', title: '最近发现日期', type: 'date' },
  ],
  rows: [
    {
      agency: '某市自然资源和规划局（某市林业和草原局）第三分局',
      summary: '复议机关两次要求提供案卷，该局均以“领导不在”推诿，编号 ABC-2024-0001 的检查记录至今未交。',
      count: 1200,
      change_rate: -0.9194,
      last_on: '2024-05-08',
    },
    { agency: '=HYPERLINK("http://x")', summary: '-1+2 <b>&', count: -3, change_rate: null, last_on: null },
    { agency: '某县城管执法局', summary: '一行\n两行', count: 0, change_rate: 0.125, last_on: '2024-01-31' },
  ],
  totals: { agency: '合计', count: 1197, change_rate: 0.5 },
  notes: ['一件线索涉及几个单位的，各单位各计一件，合计按线索只计一件；没有填写单位的线索不列入本表，也不计入合计。'],
};

/** A report whose columns never fit: a year of months. */
export const WIDE: StatisticsReport = {
  ...SAMPLE,
  columns: [
    { id: 'agency', title: '被反映单位', type: 'text' },
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `m${i}`,
      title: `2024年${i + 1}月`,
      type: 'count' as const,
      unit: '件',
    })),
  ],
  rows: [{ agency: '某县城管执法局', ...Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`m${i}`, i * 111])) }],
  totals: null,
  notes: [],
};
