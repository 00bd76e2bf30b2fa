/**
 * 错误目录 (catalogue of errors): for each code an input that provokes it; here command line, ledger, notices and tables,
 * beside it files and cells. Run by error-page.ts; a new code needs a case, or a reason why no small input provokes it.
 */
import { csv, leadRow, NOTHING } from '../cli/desk.js';
import { write } from '../rules/small-rule-file.js';
import { CHANGES, type ErrorCase, IMPORTED, ONE, READING } from './error-cases-of-input.js';

const OFFICE = 'office: {name: 某市委依法治市办, region: "211100", numberPrefix: 某法治办移}\n';

const TYPED: readonly ErrorCase[] = [
  { title: '命令写错', run: ['reprot'], codes: ['command-unknown'] },
  { title: '只写了一组命令的名字', run: ['notice'], codes: ['command-missing'] },
  { title: '选项写错', run: ['report', '--formt', 'csv'], codes: ['option-unknown'] },
  { title: '选项后面没有值', run: ['report', '--format'], codes: ['option-value-missing'] },
  {
    title: '选项的值不在可选范围',
    run: ['import', '线索.csv', '--on-change', 'amned'],
    codes: ['option-value-unknown'],
  },
  { title: '天数不是数', run: ['due', '--within', '三天'], codes: ['option-not-a-number'] },
  { title: '日期写错', run: ['report', '--from', '2024-13-01'], codes: ['option-not-a-date'] },
  { title: '没有写要导入什么', run: ['import'], codes: ['argument-missing'] },
  { title: '多写了参数', run: ['doctor', '多余'], codes: ['argument-surplus'] },
  { title: '终端名字写错', run: ['completion', 'basch'], codes: ['argument-unknown'] },
  { title: '固定时钟写错', run: ['doctor'], now: '昨天', codes: ['now-not-a-time'] },
  { title: '运行号写错', run: ['run', 'show', '第一次'], codes: ['run-number'] },
  { title: '配置文件不存在', run: ['lead', 'list', '--config', '没有.yaml'], codes: ['config-missing'] },
  { title: '配置写错', files: { 'xingji.yaml': 'offise: {}\n' }, run: ['lead', 'list'], codes: ['config-key-unknown'] },
  {
    title: '同一区划写了两个接收机关',
    files: { 'xingji.yaml': 'receivers: [{region: "211100", name: 甲}, {region: "211100", name: 乙}]\n' },
    run: ['lead', 'list'],
    codes: ['config-receiver-repeated'],
  },
  { title: '规则文件不存在', run: ['rules', 'check', '没有.yaml'], codes: ['rules-missing'] },
  {
    title: '规则文件里的依据写错',
    files: {
      '规则.yaml': write({
        basis:
          '[{statute: 甲法, article: 第一条}, {statute: 乙法, article: 第一条, from: 2024-02-30}, {statute: 丙法, article: 第一条, from: 2024-01-01, to: 2023-01-01}, {statute: 丁法, article: 第一条, from: 2010-01-01, to: 2015-01-01}, {statute: 丁法, article: 第二条, from: 2020-01-01}]',
      }),
    },
    run: ['rules', 'check', '规则.yaml'],
    codes: ['rule-basis-undated', 'rule-date-not-real', 'rule-basis-period', 'rule-basis-gap'],
  },
  {
    title: '规则文件里的条件、词表和并存口径写错',
    files: {
      '规则.yaml': write({
        certain: '{any: [{says: 泄密}, {says: 泄密}]}',
        vocabularies: `  没用: [没人用]\n  太多: [${'字'.repeat(70_000)}]`,
        second:
          '  - {id: second, number: 2, name: 无条件, quote: 无, basis: [], examples: {match: [甲。], no-match: [乙。]}}',
        overlap:
          '[{pair: [leaking, second], policy: both, reason: 甲}, {pair: [second, leaking], policy: both, reason: 乙}]',
      }).replace('open: true,', 'open: true, certain: {says: 泄密},'),
    },
    run: ['rules', 'check', '规则.yaml'],
    codes: [
      'rule-condition-repeated',
      'rule-list-unused',
      'rule-too-many-phrases',
      'rule-condition-missing',
      'rule-overlap-repeated',
      'rule-open-slot',
    ],
  },
  {
    title: '规则文件里的情形看自己',
    files: { '规则.yaml': write({ certain: '{any: [{says: 泄密}, {meets: [leaking]}]}' }) },
    run: ['rules', 'check', '规则.yaml'],
    codes: ['rule-situation-circle'],
  },
  {
    title: '规则文件不能用',
    files: { ...ONE, '规则.yaml': 'id: x\n' },
    run: ['import', '线索.csv', '--rules', '规则.yaml'],
    codes: ['rules-invalid', 'rule-schema'],
  },
];

const LEDGER: readonly ErrorCase[] = [
  { title: '还没有台账', run: ['report'], codes: ['ledger-missing'] },
  {
    title: '台账文件其实不是台账',
    files: { '文.db': '这不是台账' },
    run: ['report', '--ledger', '文.db'],
    codes: ['ledger-not-a-ledger'],
  },
  {
    title: '台账文件已损坏',
    files: { '坏.db': Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096, 7)]) },
    run: ['report', '--ledger', '坏.db'],
    codes: ['ledger-not-a-ledger'],
  },
  {
    title: '时钟比台账里最后一次登记还早',
    files: ONE,
    before: IMPORTED,
    run: ['import', '线索.csv'],
    now: '2023-01-01T09:00:00',
    codes: ['clock-behind'],
  },
  { title: '线索编号写错', files: ONE, before: IMPORTED, run: ['lead', 'show', '甲-9'], codes: ['lead-unknown'] },
  {
    title: '记录标识写错',
    files: ONE,
    before: IMPORTED,
    run: ['ledger', 'history', 'lead', '甲-9'],
    codes: ['record-unknown'],
  },
  {
    title: '情形写错',
    files: ONE,
    before: IMPORTED,
    run: ['explain', '甲-1', '--why-not', '干涉'],
    codes: ['situation-unknown'],
  },
  { title: '没有这次运行', files: ONE, before: IMPORTED, run: ['run', 'show', '99'], codes: ['run-unknown'] },
  {
    title: '研判没有写全',
    files: ONE,
    before: IMPORTED,
    run: ['decide', '甲-1', '--decision', 'transfer'],
    codes: ['judgement-incomplete'],
  },
  {
    title: '作废没有写原因',
    files: ONE,
    before: IMPORTED,
    run: ['record', 'void', 'lead', '甲-1'],
    codes: ['void-why'],
  },
  {
    title: '备份文件已经存在',
    files: { ...ONE, '备份.db': 'x' },
    before: IMPORTED,
    run: ['ledger', 'backup', '备份.db'],
    codes: ['backup-exists'],
  },
];

const NOTICES: readonly ErrorCase[] = [
  {
    title: '没有配置单位就制发',
    files: ONE,
    before: IMPORTED,
    run: ['notice', 'issue', '--approve', '--all'],
    codes: ['office-not-configured'],
  },
  { title: '没有写哪些线索', files: ONE, before: IMPORTED, run: ['notice', 'approve'], codes: ['notices-asked'] },
  {
    title: '不知道移送给谁',
    files: { ...ONE, 'xingji.yaml': OFFICE },
    before: IMPORTED,
    run: ['notice', 'issue', '--approve', '甲-1'],
    codes: ['notice-receiver-unknown'],
  },
  {
    title: '步骤不能跳',
    files: ONE,
    before: IMPORTED,
    run: ['notice', 'deliver', '甲-1'],
    codes: ['notice-step-closed'],
  },
  {
    title: '办理日期在将来',
    files: ONE,
    before: IMPORTED,
    run: ['notice', 'approve', '甲-1', '--on', '2024-06-01'],
    codes: ['notice-day-future'],
  },
  {
    title: '办理日期早于上一步',
    files: ONE,
    before: IMPORTED,
    run: ['notice', 'approve', '甲-1', '--on', '2024-05-01'],
    codes: ['notice-day-order'],
  },
  {
    title: '没有写原因',
    files: ONE,
    before: IMPORTED,
    run: ['notice', 'cancel', '甲-1'],
    codes: ['notice-why-missing'],
  },
];

const LETTERS: readonly ErrorCase[] = [
  {
    title: '线索没有移送函',
    files: { '线索.csv': csv([leadRow('甲-1', NOTHING)]) },
    before: IMPORTED,
    run: ['notice', 'approve', '甲-1'],
    codes: ['notice-none'],
  },
  {
    title: '模板文件夹里没有模板',
    files: { ...ONE, 'xingji.yaml': 'templates: 模板\n', '模板/说明.txt': 'x' },
    before: IMPORTED,
    run: ['notice', 'render', '--all', '--format', 'docx'],
    codes: ['templates-none'],
  },
  {
    title: '没有 LibreOffice 而要 PDF',
    files: ONE,
    before: IMPORTED,
    environment: { PATH: '/nonexistent' },
    run: ['notice', 'render', '--all', '--format', 'pdf'],
    codes: ['pdf-no-office'],
  },
];

const REPORTS: readonly ErrorCase[] = [
  {
    title: '没有这张统计表',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-regio'],
    codes: ['table-unknown'],
  },
  {
    title: '时段看不懂',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--period', '24Q2'],
    codes: ['period-not-understood'],
  },
  {
    title: '时段给了两次',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--period', '2024', '--from', '2024-01-01'],
    codes: ['period-twice'],
  },
  {
    title: '起止日期颠倒',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--from', '2024-05-01', '--to', '2024-01-01'],
    codes: ['period-reversed'],
  },
  {
    title: '没有时段却要比较',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-channel', '--compare', 'previous'],
    codes: ['compare-needs-period'],
  },
  {
    title: '分组的字段写错',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-agency', '--by', 'conductt'],
    codes: ['dimension-unknown'],
  },
  {
    title: '这张表不能这样用',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--columns', 'month'],
    codes: ['table-option-unsupported'],
  },
  { title: '“当时所知”的日期写错', files: ONE, before: IMPORTED, run: ['report', '--as-of', '昨天'], codes: ['as-of'] },
  {
    title: '没有这个行政区划',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--region', '盘上县'],
    codes: ['region-unknown'],
  },
  {
    title: '没有这个单位',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-region', '--agency', '盘锦市应急管理'],
    codes: ['agency-unknown'],
  },
  {
    title: '条件写法不对',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-region', '--where', '行政不作为'],
    codes: ['where-not-understood'],
  },
  {
    title: '条件里的值写错',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'leads-by-region', '--where', '行为类型=行政不做为'],
    codes: ['where-value-unknown'],
  },
  {
    title: '没有这套报送表',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--pack', 'montly', '--out', '报送'],
    codes: ['pack-unknown'],
  },
  {
    title: '一套表没有写放在哪里',
    files: ONE,
    before: IMPORTED,
    run: ['report', '--pack', 'monthly'],
    codes: ['pack-needs-out'],
  },
  {
    title: '一套表不能同时写表名',
    files: ONE,
    before: IMPORTED,
    run: ['report', 'overview', '--pack', 'monthly', '--out', '报送'],
    codes: ['pack-option-unsupported'],
  },
];

export const ERROR_GROUPS: readonly (readonly [string, readonly ErrorCase[]])[] = [
  ['读取和校验', READING],
  ['与台账不同', CHANGES],
  ['命令、配置和规则文件', TYPED],
  ['台账', LEDGER],
  ['移送函', [...NOTICES, ...LETTERS]],
  ['统计表', REPORTS],
];
