/**
 * Every activity of the published description (DOMAIN section 6), what is recorded of it and where it comes out. docs/activities.md is
 * made from this list; a kind or table that is in no row, or a row that names none that exists, fails activities.test.ts.
 */
import { KINDS } from '../../src/kinds/index.js';
import { TABLES } from '../../src/statistics/index.js';

export interface Activity {
  readonly no: number;
  /** The words of the description. */
  readonly said: string;
  readonly english: string;
  readonly kinds: readonly string[];
  readonly tables: readonly string[];
  /** Another command, option or field that tells of it, or why nothing does. */
  readonly also?: string;
}

const row = (
  no: number,
  said: string,
  english: string,
  kinds: readonly string[],
  tables: readonly string[],
  also?: string,
): Activity => ({ no, said, english, kinds, tables, ...(also === undefined ? {} : { also }) });

export const ACTIVITIES: readonly Activity[] = [
  row(
    1,
    '“行纪衔接”工作机制运行以来',
    'the mechanism, since its start',
    [],
    ['overview'],
    '`--period since-start` (the default), `office:` in xingji.yaml',
  ),
  row(
    2,
    '“急难愁盼”和破坏营商环境的突出问题',
    'people in need, harm to the business environment',
    ['lead'],
    ['leads-by-tag'],
    'field 问题标签',
  ),
  row(3, '经验做法入选典型案例集', 'honours', ['honor'], ['honors']),
  row(
    4,
    '每一起行政执法案件、每一件行政事项',
    'the case or matter behind a lead',
    ['lead'],
    ['leads-by-domain'],
    'fields 来源案号, 行政领域; the description asks for no figure',
  ),
  row(5, '强化措施配合、业务支持', 'mutual support', ['support-request'], ['support-requests']),
  row(6, '定期召开联席会议', 'joint meetings, action items', ['meeting'], ['meetings', 'meeting-items']),
  row(7, '重要情况随时互相通报', 'notification both ways', ['notification'], ['notifications']),
  row(
    8,
    '四个重点的联合监督检查',
    'joint inspections by the four focuses',
    ['inspection'],
    ['inspections', 'inspection-yield'],
  ),
  row(9, '法治督察、行政复议、执法监督', 'source channels', ['lead'], ['leads-by-channel', 'lead-trend']),
  row(10, '滥用行政职权、行政不作为和乱作为', 'kinds of conduct', ['lead'], ['leads-by-conduct']),
  row(
    11,
    '符合移送条件的第一时间移送',
    'transfer at once',
    ['lead', 'notice', 'material'],
    ['transfer-timeliness', 'notices-by-state'],
    '`notice list`, `notice render` (letter, list, register, receipt), `due`, `lead list --decision none`',
  ),
  row(
    12,
    '便于快速启动追责程序',
    'disposal by the commission',
    ['disposition'],
    ['dispositions-by-stage', 'transfer-outcomes', 'disposal-timeliness', 'notice-receipts'],
  ),
  row(13, '以“典型案例”方式通报全市', 'typical cases', ['typical-case'], ['typical-cases', 'repeated-problems']),
  row(14, '治理“病灶源头”', 'root causes', ['root-cause'], ['root-causes']),
  row(15, '列为法治督察年度重点内容', 'inspection plan of the year', ['inspection-plan'], ['inspection-plan']),
  row(16, '列入行政执法资格考试内容', 'qualification exams', ['exam'], ['exams']),
  row(17, '开展纪法规定知识培训', 'training', ['training'], ['training']),
  row(
    18,
    '政治效果、纪法效果、社会效果',
    'three effects',
    [],
    ['overview'],
    'a paragraph that the office writes; the overview has its figures',
  ),
  row(
    19,
    '主要领导亲自批示、部署、协调',
    'instructions of the leadership',
    ['supervised-task'],
    ['supervised-tasks', 'supervised-tasks-by-origin'],
  ),
  row(20, '召开案情分析会', 'case analysis meetings', ['meeting'], ['meetings', 'meeting-items']),
  row(21, '督办重要任务', 'supervised tasks, overdue ones', ['supervised-task'], ['supervised-tasks']),
  row(
    22,
    '组织部定期调取“行政不作为”情况',
    'inaction, for the organisation department',
    ['retrieval'],
    ['inaction-by-agency', 'retrievals'],
    '`report inaction-by-agency --records`: each lead with its summary and result',
  ),
  row(23, '作为考核市管干部的依据', 'use in the assessment of cadres', ['retrieval'], ['retrievals'], 'field 使用情况'),
  row(
    24,
    '对“七种情形”进行了严管',
    'the seven situations',
    ['lead'],
    ['leads-by-situation'],
    '`rules show`, `explain`; the rule version stands on every table',
  ),
  row(
    25,
    '及时移送市纪委监委机关处理',
    'transfer to the commission',
    ['notice'],
    ['notice-receipts', 'leads-by-region'],
    '`notice list`',
  ),
  row(
    26,
    '典型案例4起，追责问责23名涉案人员',
    'persons held accountable',
    ['accountability', 'subject', 'typical-case'],
    ['overview', 'accountability-by-measure'],
  ),
  row(
    27,
    '1人被移送司法机关',
    'one person to the judicial organs',
    ['accountability'],
    ['overview', 'accountability-by-rank'],
  ),
  row(28, '县（处）级9人，乡（科）级及以下14人', 'by rank', ['accountability'], ['overview', 'accountability-by-rank']),
  row(
    29,
    '两个县区多名分管负责同志、连续两任主要负责同志',
    'by region, role and tenure',
    ['accountability'],
    ['accountability-by-region', 'accountability-by-role', 'overview'],
  ),
  row(30, '查处一案、治理一片、教育全员', 'the effect', [], ['repeated-problems'], 'a sentence that the office writes'),
  row(
    31,
    '“纠错案件台账”供市委巡察',
    'error-correction ledger for the inspection teams',
    ['correction', 'material-supply'],
    [
      'correction-ledger',
      'correction-by-agency',
      'correction-by-area',
      'correction-rate',
      'correction-rate-by-year',
      'material-supply',
    ],
  ),
  row(32, '为专项整治提供法律咨询', 'legal advice by campaign', ['legal-service'], ['legal-service-by-campaign']),
  row(33, '协助解决法律适用问题', 'questions of applicable law', ['legal-service'], ['legal-service']),
  row(
    34,
    '5名公职律师提供20余次法律指导',
    'public lawyers, legal guidance',
    ['public-lawyer', 'legal-service'],
    ['legal-service', 'legal-service-by-class', 'overview'],
  ),
  row(35, '主动纠错、积极履职', 'self-correction', ['correction'], ['correction-by-way']),
  row(36, '衔接不到位、授权不规范、职权不清晰', 'questions of authority', ['authority-issue'], ['authority-issues']),
  row(
    37,
    '查封施工现场、强制拆除的不规范授权',
    'irregular delegation, the first sample',
    ['authority-issue'],
    ['authority-issues'],
    '`record list authority-issue`',
  ),
  row(
    38,
    '“机动车静态停车管理”职权衔接',
    'parking, the second sample',
    ['authority-issue'],
    ['authority-issues'],
    '`record list authority-issue`',
  ),
  row(
    39,
    '查摆问题137个、完善制度485件、清理证件258个',
    'results of enforcement supervision',
    ['supervision'],
    ['supervision-by-agency', 'overview'],
  ),
  row(
    40,
    '行政复议案件62降至5、39降至3',
    'reconsideration cases by year',
    ['reconsideration', 'reconsideration-year'],
    ['reconsideration-by-year', 'reconsideration-by-area', 'reconsideration-by-result', 'overview'],
  ),
  row(
    41,
    '督察反馈意见整改',
    'rectification after inspection feedback',
    ['rectification'],
    ['rectification-by-source', 'rectifications'],
  ),
  row(42, '到县区实地督察', 'field inspections', ['inspection'], ['inspections', 'inspection-yield']),
  row(43, '召开县区专题调度会', 'dispatch meetings', ['meeting'], ['meetings', 'meeting-items']),
  row(44, '约谈推进缓慢县区', 'interviews', ['interview'], ['interviews']),
  row(45, '分析没有移送案件原因', 'zero-transfer counties', ['zero-transfer'], ['zero-transfer']),
  row(46, '推动县区完善机制、补足欠账', 'county progress', ['county-progress'], ['county-progress']),
  row(
    47,
    '“多级联动”',
    'city and counties together',
    ['lead'],
    ['region-rollup', 'leads-by-region'],
    '`--region` takes a region with all below it',
  ),
  row(
    48,
    '整改落实、追责问责纳入日常工作',
    'day-to-day supervision',
    ['rectification', 'accountability'],
    ['rectification-by-region', 'leads-by-agency', 'lead-funnel'],
  ),
  row(
    49,
    '为三类评估提供助力',
    'three assessments',
    [],
    ['assessment-business-environment', 'assessment-party-conduct', 'assessment-anti-corruption'],
    '`report --pack business-environment`, `party-conduct`, `anti-corruption`',
  ),
];

const titled = (ids: readonly string[], all: readonly { readonly id: string; readonly title: string }[]): string =>
  ids.map((id) => `${all.find((each) => each.id === id)?.title ?? '?'} \`${id}\``).join('<br>');

export const activitiesPage = (): string =>
  `# Every activity of the mechanism

Made by \`npm run docs\`. The activities are numbered as in the published description, sentence by sentence; each is recorded by importing
the kinds named (templates: \`xingji init\`; listed by \`xingji record list KIND\`) and comes out of \`xingji report TABLE\`. A test
imports the worked example and finds every table filled.

| | activity | in English | recorded as (\`--kind\`) | comes out of (\`xingji report …\`) | besides |
|---|---|---|---|---|---|
${ACTIVITIES.map(
  ({ no, said, english, kinds, tables, also = '' }) =>
    `| 6.${no} | ${said} | ${english} | ${titled(kinds, KINDS)} | ${titled(tables, TABLES)} | ${also} |`,
).join('\n')}
`;
