/**
 * 错误目录, input side (catalogue of errors): for each code of reading and of changed records an input that provokes it. Run by error-page.ts, which takes the words from
 * what the program really says; so docs/errors.md cannot drift from the program, and a new code needs a case here.
 */

import { csv, LEAD_HEADINGS, leadRow, NOTHING, TRANSFER } from '../cli/desk.js';

export interface ErrorCase {
  /** What a person did, in Chinese; a heading of the page. */
  readonly title: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Commands before the one that is looked at. */
  readonly before?: readonly (readonly string[])[];
  readonly run: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly now?: string;
  readonly codes: readonly string[];
}

/** The one lead that most cases begin with. */
export const ONE = { '线索.csv': csv([leadRow('甲-1')]) };
/** The command that most cases begin with. */
export const IMPORTED = [['import', '线索.csv']];
const COLUMNS = [...LEAD_HEADINGS, '行政区划', '身份证号', '认定情形', '来源案号'];
/** A lead right in all but the cells given. */
const wrong = (leadNo: string, cells: Readonly<Record<string, string>>): string[] => {
  const row = [...leadRow(leadNo), '', '', '', ''];
  return COLUMNS.map((heading, i) => cells[heading] ?? row[i] ?? '');
};
const BYTES = { zip: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 1, 2, 3]), pdf: Buffer.from('%PDF-1.7\n') };

const CELLS: ErrorCase = {
  title: '线索表里有写错的单元格',
  files: {
    '线索.csv': csv(
      [
        wrong('甲-1', { 发现日期: '2024-02-30' }),
        wrong('甲-2', { 发现日期: '2024年5月' }),
        wrong('甲-3', { 发现日期: '05/08/24' }),
        wrong('甲-4', { 发现日期: '上周' }),
        wrong('甲-5', { 发现日期: '2025-05-08' }),
        wrong('甲-6', { 发现日期: '45420' }),
        wrong('甲-7', { 线索来源: '督察' }),
        wrong('甲-8', { 被反映单位: '' }),
        wrong('甲-9', { 被反映单位: '某'.repeat(201) }),
        wrong('甲-10', { 行政区划: '盘上县' }),
        wrong('甲-11', { 行政区划: '鼓楼区' }),
        wrong('甲-12', { 身份证号: '11010519491231002' }),
        wrong('甲-13', { 来源案号: '2.1110E+17' }),
        wrong('甲-14', { 来源案号: '211122202400123000' }),
        wrong('甲-15', { 认定情形: '第九种' }),
        wrong('甲-16', { 主要问题: `${TRANSFER}\u0007` }),
        wrong('甲-17', {}),
        wrong('甲-17', { 被反映单位: '某市某局' }),
        leadRow('甲-18'),
        wrong('甲-19', { 主要问题: `某“人”说"${TRANSFER}` }),
        wrong('甲-20', { 主要问题: `"${TRANSFER}"又一句` }),
      ],
      COLUMNS,
    ),
  },
  run: ['import', '线索.csv'],
  codes: [
    'date-not-real',
    'date-incomplete',
    'date-ambiguous',
    'date-not-read',
    'date-in-future',
    'date-serial',
    'choice-unknown',
    'field-blank',
    'cell-too-long',
    'region-unknown',
    'identity-not-right',
    'number-damaged',
    'number-doubtful',
    'situation-unknown',
    'control-character',
    'duplicate-in-file',
    'row-ragged',
    'quote-in-middle',
    'quote-misplaced',
  ],
};

export const READING: readonly ErrorCase[] = [
  CELLS,
  {
    title: '别的记录表里有写错的数',
    files: {
      '成果.csv': '单位,时段,查摆问题,完善执法制度\n某局,2023年,三十,5\n某局,最近,3,5\n',
      '年度.csv': '行政区划,行政管理类别,年度,收案数\n盘山县,公安交管,去年,5\n',
      '追责.csv': '案例编号,姓名,单位,处理措施,移送司法\n甲-1,陈某,某局,诫勉,待定\n',
      '服务.csv':
        '日期,律师,服务事项,服务类型,服务对象\n2024-05-08,吴某,合同审查,法律咨询,某局\n2024-05-08,吴某,合同审查,法律咨询,某镇\n',
    },
    run: ['import', '成果.csv', '年度.csv', '追责.csv', '服务.csv'],
    codes: ['count-not-read', 'period-not-read', 'year-not-read', 'flag-not-read', 'told-apart'],
  },
  {
    title: '表头有问题',
    files: {
      '线索.csv': csv(
        [[...leadRow('甲-1'), 'x', '另一单位', '没有表头的内容']],
        [...LEAD_HEADINGS, '证据材抖', '被反映单位', ''],
      ),
      '缺列.csv': csv([['甲-2', '行政复议', '某县某局', TRANSFER]], ['线索编号', '线索来源', '被反映单位', '主要问题']),
    },
    run: ['import', '线索.csv', '缺列.csv'],
    codes: ['heading-unknown', 'heading-duplicate', 'heading-blank', 'heading-missing'],
  },
  {
    title: '引号没有成对，或整条记录不成样子',
    files: {
      '线索.csv': csv([wrong('甲-1', { 主要问题: `"${TRANSFER}` })], COLUMNS),
      '线索.yaml': `- {线索编号: 甲-2, 线索来源: 行政复议, 发现日期: 2024-05-08, 被反映单位: {名称: 某县某局}, 主要问题: ${TRANSFER}}\n`,
    },
    run: ['import', '线索.csv', '线索.yaml'],
    codes: ['quote-unclosed', 'yaml-nested'],
  },
  {
    title: '一次导入里有读不了的文件',
    files: {
      ...ONE,
      '空.csv': '',
      '坏字节.csv': Buffer.concat([
        Buffer.from('线索编号,线索来源\n甲,'),
        Buffer.from([0xff, 0xfe, 0x80]),
        Buffer.from('\n'),
      ]),
      '扫描件.csv': BYTES.pdf,
      '压缩.csv': BYTES.zip,
      '炸弹.yaml': 'a: &a [x,x]\nb: [*a,*a]\n',
      '写错.yaml': '- {线索编号: 甲-2\n',
      '标题.csv': '某市问题线索登记表\n',
      '别的表.csv': '单位,备注,地点\n某局,无,某地\n',
    },
    run: [
      'import',
      '线索.csv',
      '空.csv',
      '坏字节.csv',
      '扫描件.csv',
      '压缩.csv',
      '炸弹.yaml',
      '写错.yaml',
      '标题.csv',
      '别的表.csv',
      '没有.csv',
    ],
    codes: [
      'file-empty',
      'encoding-broken',
      'file-binary',
      'workbook-unreadable',
      'yaml-alias-bomb',
      'yaml-syntax',
      'headings-not-found',
      'kind-not-told',
      'file-missing',
    ],
  },
  {
    title: '文件夹里有不导入的文件',
    files: { '收件/线索.csv': csv([leadRow('甲-1')]), '收件/说明.doc': 'x' },
    run: ['import', '收件'],
    codes: ['file-passed-over'],
  },
  {
    title: '文件夹里没有可导入的文件',
    files: { '收件/说明.doc': 'x' },
    run: ['import', '收件'],
    codes: ['folder-empty'],
  },
  { title: '一个文件都读不了', files: { '空.csv': '' }, run: ['import', '空.csv', '没有.csv'], codes: ['no-input'] },
  {
    title: '线索太多，一个 JSON 装不下',
    files: { '线索.csv': csv(Array.from({ length: 10_001 }, (_, i) => leadRow(`甲-${i}`, NOTHING))) },
    run: ['check', '线索.csv'],
    codes: ['check-too-many'],
  },
  { title: '写了不存在的记录种类', files: ONE, run: ['import', '线索.csv', '--kind', 'leed'], codes: ['kind-unknown'] },
];

export const CHANGES: readonly ErrorCase[] = [
  {
    title: '要求保留台账原样',
    files: { ...ONE, '改.csv': csv([leadRow('甲-1', `${TRANSFER}另有一事。`)]) },
    before: IMPORTED,
    run: ['import', '改.csv', '--on-change', 'keep'],
    codes: ['change-kept'],
  },
  {
    title: '要求退回有变动的记录',
    files: { ...ONE, '改.csv': csv([leadRow('甲-1', `${TRANSFER}另有一事。`)]) },
    before: IMPORTED,
    run: ['import', '改.csv', '--on-change', 'reject'],
    codes: ['change-rejected'],
  },
  {
    title: '又导入了旧内容',
    files: { ...ONE, '改.csv': csv([leadRow('甲-1', `${TRANSFER}另有一事。`)]) },
    before: [...IMPORTED, ['import', '改.csv']],
    run: ['import', '线索.csv'],
    codes: ['older-revision'],
  },
  {
    title: '又导入了已作废的记录，内容不同',
    files: { ...ONE, '改.csv': csv([leadRow('甲-1', `${TRANSFER}另有一事。`)]) },
    before: [...IMPORTED, ['record', 'void', 'lead', '甲-1', '--why', '重复']],
    run: ['import', '改.csv'],
    codes: ['record-voided'],
  },
  {
    title: '登记的移送函没有对应的线索',
    files: {
      '移送函.csv':
        '移送文号,线索编号,办理状态,制发日期,接收机关\n某法治办移〔2023〕8号,无此,已制发,2023-05-08,某县纪委监委\n',
    },
    run: ['import', '移送函.csv'],
    codes: ['notice-lead-unknown'],
  },
  {
    title: '登记的移送函与已编的文号或已发的函冲突',
    files: {
      'xingji.yaml':
        'office: {name: 某市委依法治市办, region: "211100", numberPrefix: 某法治办移}\nreceivers: [{region: "211100", name: 某市纪委监委}]\n',
      '线索.csv': csv([leadRow('甲-1'), leadRow('甲-2')]),
      '移送函.csv':
        '移送文号,线索编号,办理状态,制发日期\n某法治办移〔2024〕1号,甲-2,已制发,2024-05-08\n某法治办移〔2024〕9号,甲-1,已制发,2024-05-08\n',
    },
    before: [...IMPORTED, ['notice', 'issue', '--approve', '甲-1']],
    run: ['import', '移送函.csv'],
    codes: ['notice-number-taken', 'notice-already-issued'],
  },
];
