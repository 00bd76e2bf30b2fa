// The seeded sheet of invented leads that the bars speak of: 20 columns, summaries of 80 to 300 characters, one lead in five tells of
// something serious, one in fifty has a line break and quotation marks in a cell. The same seed gives the same bytes on every machine.
// Trap: each random number is drawn in the order of the text below; another order gives another sheet.
import { closeSync, openSync, writeSync } from 'node:fs';

const HEADINGS = [
  '线索编号',
  '线索来源',
  '发现日期',
  '登记日期',
  '行政区划',
  '被反映单位',
  '行政领域',
  '层级',
  '来源案号',
  '行为类型',
  '主要问题',
  '被反映人',
  '职务',
  '职级',
  '干部管理权限',
  '政治面貌',
  '证据材料',
  '涉及市场主体',
  '发现人',
  '备注',
];
const CHANNELS = ['法治督察', '行政复议', '执法监督'];
const CONDUCT = ['行政不作为', '乱作为', '滥用职权'];
const COUNTIES = ['双台子区', '兴隆台区', '大洼区', '盘山县'];
const DOMAINS = [
  '市场监管',
  '生态环境',
  '自然资源',
  '交通运输',
  '应急管理',
  '城市管理',
  '农业农村',
  '文化旅游',
  '卫生健康',
  '人力社保',
  '住房建设',
  '公安',
];
const SUFFIX = ['局', '执法大队', '综合行政执法支队'];
const LEVELS = ['市', '县区'];
const RANKS = ['一般干部', '乡科级', '县处级', '厅局级', ''];
const POSTS = ['局长', '副局长', '大队长', '科长', '执法队员', '窗口工作人员', '分管副主任', '法制审核员'];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split(''),
  _GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'.split('');
const BUSINESSES = [
  '宏达建材有限公司',
  '绿源农业合作社',
  '恒通物流有限公司',
  '聚鑫餐饮管理有限公司',
  '新锐科技有限公司',
  '福泽医药连锁有限公司',
  '金桥汽车维修厂',
  '美景装饰工程有限公司',
];
const FINDERS = ['督察组', '复议机构', '案卷评查', '群众举报', '专项检查'];
const ORDINARY = [
  '经调阅案卷，该案于立案后依程序调取证据并制作询问笔录',
  '申请人于法定期限内提出申请，窗口当日登记并出具回执',
  '现场检查由两名执法人员进行，出示证件并告知权利义务',
  '该案从受理到作出处理决定共用时二十余日，其间组织听证一次',
  '处罚决定书载明违法事实、依据和救济途径',
  '复议机构听取双方意见后组织调解，双方对基本事实没有争议',
  '督察组通过查阅台账、个别谈话、实地走访了解有关情况',
  '有关单位按要求报送了书面说明和附件清单',
  '执法全过程记录资料按年度归档，音像资料随卷保存',
  '法制审核意见已附卷，集体讨论记录完整',
  '同类案件裁量基准已在门户网站公示',
  '涉案场所负责人签收责令改正通知书',
  '该事项已与信访部门核对，未见重复登记',
  '案件材料共三册，附证据目录',
  '当事人的陈述申辩意见已记录并复核',
  '送达回证由当事人本人签收',
  '罚没款项已缴入国库，票据附卷',
  '相关科室负责人参加了情况说明会',
  '企业对办理时限表示认可',
  '后续由承办科室按季度回访',
];
const SERIOUS = [
  ['对群众举报长期不予查处', '未履行法定监管职责', '超越职权作出处罚', '收受好处后不予立案', '应当立案而不立案'],
  [
    '拒绝向复议机关提供案卷',
    '指使工作人员销毁检查记录',
    '补造送达回证应付督察组',
    '督察期间隐匿台账',
    '授意证人作虚假陈述',
  ],
  ['向承办人打招呼要求从轻处理', '批条子要求暂缓立案', '多次过问案件并要求不予处罚', '授意承办人撤销案件'],
  [
    '以吊销许可相威胁要求企业撤回复议申请',
    '企业投诉后连续上门检查报复',
    '以放弃投诉作为办证条件',
    '拒不接收企业的复议申请',
  ],
  ['复议决定作出后六个月仍未履行', '收到检察建议后虚假整改', '判决生效后拒不执行', '以新文号重复作出已被撤销的处罚'],
  ['检查前向企业通风报信', '将举报人信息透露给被举报单位', '把案情提前告知当事人', '泄露联合检查方案'],
];

/** mulberry32. */
const random = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const two = (n) => String(n).padStart(2, '0');
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const summary = (plain, next, between, pick) => {
  const length = between(80, 300);
  let topic = plain ? -1 : between(0, 5);
  const second = topic >= 0 && next() < 0.1 ? between(0, 5) : -1;
  const at = between(0, 2);
  let text = '';
  for (let sentence = 0; text.length < length; sentence++) {
    if (topic >= 0 && sentence === at) {
      text += `反映该机关${pick(SERIOUS[topic])}${second >= 0 ? `，并${pick(SERIOUS[second])}` : ''}`;
      topic = -2;
    } else {
      text += pick(ORDINARY);
      if (next() < 0.3) text += `，涉及金额${between(1, 9000)}元`;
      if (next() < 0.2) text += `（${between(2021, 2025)}年${between(1, 12)}月）`;
    }
    text += next() < 0.75 ? '。' : '；';
  }
  if (text.length > 300) text = `${text.slice(0, 299)}。`;
  const middle = text.length >> 1;
  return next() < 0.02 ? `${text.slice(0, middle)}\n"原话"${text.slice(middle)}` : text;
};

export const writeLeads = (rows, path, seed = 20240601) => {
  const next = random(seed);
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[Math.floor(next() * list.length)];
  const file = openSync(path, 'w');
  let lines = [HEADINGS.join(',')];
  const flush = () => {
    if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  for (let i = 1; i <= rows; i++) {
    const plain = next() >= 0.2;
    const year = between(2022, 2024);
    const day = `${year}-${two(between(1, 12))}-${two(between(1, 28))}`;
    const county = pick(COUNTIES);
    const domain = pick(DOMAINS);
    const channel = pick(CHANNELS);
    const row = [
      `XS${year}${String(i).padStart(8, '0')}`,
      channel,
      day,
      day,
      county,
      `${county}${domain}${pick(SUFFIX)}`,
      domain,
      pick(LEVELS),
      `${county[0]}${channel[0]}〔${year}〕${between(1, 9999)}号`,
      plain ? '无' : pick(CONDUCT),
      summary(plain, next, between, pick),
      `${pick(SURNAMES)}某${next() < 0.6 ? '某' : ''}`,
      pick(POSTS),
      pick(RANKS),
      next() < 0.5 ? '市管' : '县管',
      next() < 0.55 ? '中共党员' : '群众',
      between(0, 12) ? `案卷材料${between(1, 12)}份` : '',
      next() < 0.35 ? pick(BUSINESSES) : '',
      pick(FINDERS),
      next() < 0.15 ? '已电话告知,待补充材料' : '',
    ];
    lines.push(row.map(quoted).join(','));
    if (lines.length >= 20_000) flush();
  }
  flush();
  closeSync(file);
};
