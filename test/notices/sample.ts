/** 示例线索（虚构）: one invented lead from which letters of different size are made in the tests. */
import type { LetterInput, ValuesById } from '../../src/notices/index.js';

const SUMMARY =
  '2024年3月，行政复议机关两次向该局调取行政处罚案卷，该局均未提供。副局长陈某要求工作人员把检查记录销毁，并统一口径称案卷遗失，致使复议机关无法查清事实。';

const at = (phrase: string): { field: string; start: number; end: number; text: string } => ({
  field: 'summary',
  start: SUMMARY.indexOf(phrase),
  end: SUMMARY.indexOf(phrase) + phrase.length,
  text: phrase,
});

export const sampleLead: ValuesById = {
  lead_no: '示例〔2024〕001',
  source_channel: '行政复议',
  source_case_no: '示例复议〔2024〕12号',
  occurred_from: '2024-03-01',
  occurred_to: '2024-04-10',
  found_on: '2024-05-08',
  received_on: '2024-05-09',
  region: '211122',
  level: '县区',
  agency: '某县某局',
  agency_domain: '市场监管',
  subject_name: '陈某',
  subject_post: '副局长',
  subject_rank: '乡科级',
  cadre_authority: '县管',
  political_status: '中共党员',
  subject_id: '211122198001011234',
  conduct: '滥用职权',
  summary: SUMMARY,
  claimed: ['obstructing-evidence'],
  evidence: '复议案卷、询问笔录',
  market_entity: '某商贸有限公司',
  issue_tags: ['破坏营商环境'],
  secrecy: null,
  reporter: '钱某某',
  reporter_contact: '13900000000',
  found_by: '行政复议科',
  contact: '周某',
  remarks: null,
};

export const sampleInput: LetterInput = {
  lead: sampleLead,
  regionName: '盘山县',
  situations: [
    {
      id: 'obstructing-evidence',
      number: 2,
      name: '拒绝或阻挠取证',
      evidence: [at('均未提供'), at('销毁'), at('统一口径')],
      basis: [
        { statute: '中华人民共和国行政复议法', article: '第八十二条' },
        { statute: '中华人民共和国行政复议法', article: '第八十四条' },
        { statute: '行政执法监督条例', article: '第四十一条', unverified: true },
      ],
    },
  ],
  transferBasis: [{ statute: '中华人民共和国监察法', article: '第三十四条' }],
  office: '中共某市委全面依法治市委员会办公室',
  receiver: '中共某县纪律检查委员会 某县监察委员会',
  number: '某法治办移〔2024〕1号',
  date: '2024-05-20',
  contact: { person: null, phone: '0427-0000000' },
  feedbackDeadline: '2024-08-20',
  feedbackLimit: { workingDays: 65, unverified: false },
  subjects: [],
  materials: [],
};

/** The same lead with so many persons complained of. */
export const withPersons = (count: number): LetterInput => ({
  ...sampleInput,
  subjects: Array.from({ length: count }, (_, i) => ({
    lead_no: '示例〔2024〕001',
    name: i === 0 ? '陈某' : `示例人员${i + 1}`,
    agency: null,
    post: i === 0 ? '副局长' : '工作人员',
    rank: i === 0 ? '乡科级' : '一般干部',
    cadre_authority: '县管',
    political_status: i % 2 === 0 ? '中共党员' : '群众',
    subject_id: i % 3 === 0 ? '21112219800101123X' : null,
  })),
});

/** The same lead told at length, in so many paragraphs. */
export const withParagraphs = (count: number): LetterInput => ({
  ...sampleInput,
  lead: {
    ...sampleLead,
    summary: [
      SUMMARY,
      ...Array.from(
        { length: count - 1 },
        (_, i) =>
          `${i + 1}月，该局在办理某商贸有限公司食品标签一案时，未告知当事人陈述、申辩的权利即作出罚款5000元的决定；当事人申请行政复议后，该局以“领导出差”“系统故障”为由先后3次逾期不提交书面答复和证据，经复议机关发函催要仍不补正，造成案件超过法定审理期限。`,
      ),
    ].join('\n'),
  },
});
