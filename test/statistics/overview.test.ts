import { describe, expect, it } from 'vitest';
import { bodyOf, type SmallLedger } from './small-ledger.js';

const person = (name: string, more: Readonly<Record<string, string | number | string[]>> = {}) => ({
  case_no: '通报1号',
  name,
  post: '局长',
  agency: '某局',
  rank: '乡科级',
  decided_on: '2024-06-01',
  measures: ['政务警告'],
  ...more,
});

const ledger: SmallLedger = {
  lead: [
    { lead_no: '1', found_on: '2024-05-01', decision: 'transfer', region: '211122' },
    { lead_no: '2', found_on: '2024-05-02', decision: 'none', region: '211102' },
  ],
  'typical-case': [{ case_no: '通报1号', title: '某案', published_on: '2024-07-01' }],
  accountability: [
    person('陈某', { rank: '县处级', region: '211122', role: '政府分管负责人', post: '副县长', agency: '某县政府' }),
    person('李某', { rank: '县处级', region: '211122', role: '政府分管负责人', post: '副县长', agency: '某县政府' }),
    person('王某', { rank: '县处级', region: '211104', role: '政府分管负责人', post: '副区长', agency: '某区政府' }),
    person('赵某', { role: '部门主要负责人', tenure: 1, agency: '某市应急管理局' }),
    person('赵某', { role: '部门主要负责人', tenure: 1, agency: '某市应急管理局', measures: ['党内警告'] }),
    person('孙某', { role: '部门主要负责人', tenure: 2, agency: '某市应急管理局', judicial_transfer: '是' }),
    person('周某', { role: '部门主要负责人', tenure: 1, agency: '某市住建局', rank: '一般干部' }),
  ],
  supervision: [
    { agency: '甲', period: '2023', problems: 3, rules: 5, certificates: 1 },
    { agency: '乙', period: '2023Q2', problems: 4, rules: 6, certificates: 0 },
  ],
  'reconsideration-year': [
    { region: '211100', area: '公安交管', year: 2022, received: 62 },
    { region: '211100', area: '公安交管', year: 2023, received: 5 },
    { region: '211100', area: '教育', year: 2023, received: 2 },
  ],
  'public-lawyer': [{ certificate_no: '1', name: '周某', assigned_on: '2023-03-01' }],
  'legal-service': [{ date: '2024-04-02', lawyer: '周某', matter: '某事', service: '法律适用' }],
};

const figures = (of: SmallLedger, ...rest: [Parameters<typeof bodyOf>[2]?]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(bodyOf('overview', of, ...rest).rows.map((row) => [`${row.group} ${row.item}`, row.value]));

describe('总览', () => {
  it('counts every figure of the mechanism from records', () => {
    expect(figures(ledger)).toMatchObject({
      '问题线索 线索总数': 2,
      '问题线索 其中：应移送': 1,
      '问题线索 其中：待补正': 0,
      '典型案例 通报典型案例': 1,
      '追责问责 追责问责人员': 6,
      '追责问责 其中：移送司法机关': 1,
      '追责问责 其中：厅（局）级及以上干部': 0,
      '追责问责 其中：县（处）级干部': 3,
      '追责问责 其中：乡（科）级及以下干部': 3,
      '执法监督 查摆问题': 7,
      '执法监督 完善执法制度': 11,
      '执法监督 清理行政执法证件': 1,
      '行政复议 公安交管类案件（2022年）': 62,
      '行政复议 公安交管类案件（2023年）': 5,
      '行政复议 公安交管类案件增减': -57,
      '行政复议 公安交管类案件增减幅度': -91.9,
      '公职律师 指派公职律师': 1,
      '法律服务 提供法律服务': 1,
      '法律服务 其中：法律适用': 1,
      '法律服务 其中：法律咨询': 0,
    });
  });

  it('counts a person with two measures in two rows once', () => {
    const twice = { ...ledger, accountability: [person('陈某'), person('陈某', { measures: ['免职'] })] };
    expect(figures(twice)['追责问责 追责问责人员']).toBe(1);
  });

  it('tells county governments with several deputies from those with one, and successive heads by tenure', () => {
    expect(figures(ledger)).toMatchObject({
      '追责问责 分管负责人被处理的县（区）政府': 2,
      '追责问责 其中：多名分管负责人被处理的县（区）政府': 1,
      '追责问责 同一部门连续几任主要负责人：某市应急管理局': 2,
    });
  });

  it('has no percentage on base 0', () => {
    expect(figures(ledger)['行政复议 教育类案件增减幅度']).toBeNull();
  });

  it('prints every figure as 0 for an empty ledger', () => {
    const empty = bodyOf('overview', {}).rows;
    expect(empty.length).toBeGreaterThan(15);
    expect(empty.every((row) => row.value === 0)).toBe(true);
  });

  it('cut to a county leaves out what has no county, and says so', () => {
    const body = bodyOf('overview', ledger, { filters: { region: ['211122'] } });
    expect(body.rows.find((row) => row.item === '追责问责人员')?.value).toBe(2);
    expect(body.rows.some((row) => row.group === '法律服务')).toBe(false);
    expect(body.notes?.at(-1)).toBe('筛选条件不适用于：法律服务，未列出。');
  });
});
