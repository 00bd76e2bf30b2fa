// A seeded sheet of invented leads for the benchmarks: 20 columns, summaries of 80 to 300 characters, one lead in five tells of
// something that meets a situation. The same seed gives the same bytes on every machine.
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
const COUNTIES = ['双台子区', '兴隆台区', '大洼区', '盘山县'];
const DOMAINS = ['市场监管', '生态环境', '自然资源', '交通运输', '应急管理', '城市管理', '农业农村', '住房建设'];
const ORDINARY = [
  '经查阅案卷，立案、取证、告知程序齐全',
  '窗口当日登记并出具回执',
  '两名执法人员出示证件后进行检查',
  '处罚决定书写明了救济途径',
  '双方对基本事实没有争议',
  '有关单位按时报送了说明',
  '音像资料随卷归档',
  '法制审核意见已附卷',
  '罚没款项已缴入国库',
  '企业对办理时限表示认可',
];
const SERIOUS = [
  '对群众举报长期不予查处',
  '拒绝向复议机关提供案卷',
  '指使工作人员销毁检查记录',
  '向承办人打招呼要求从轻处理',
  '以吊销许可相威胁要求企业撤回复议申请',
  '复议决定作出后六个月仍未履行',
  '检查前向企业通风报信',
];

const random = (seed) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

export const writeLeads = (rows, path, seed = 20240601) => {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const file = openSync(path, 'w');
  let lines = [HEADINGS.join(',')];
  for (let i = 1; i <= rows; i++) {
    const serious = next() < 0.2;
    const length = between(80, 300);
    let summary = serious ? `反映该机关${pick(SERIOUS)}。` : '';
    while (summary.length < length)
      summary += `${pick(ORDINARY)}${next() < 0.2 ? `，涉及金额${between(1, 9000)}元` : ''}。`;
    const county = pick(COUNTIES);
    const domain = pick(DOMAINS);
    const day = `${between(2022, 2024)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`;
    const quoted = next() < 0.02 ? `"${summary.slice(0, 20)}\n""原话""${summary.slice(20)}"` : summary;
    lines.push(
      [
        `XS${String(i).padStart(9, '0')}`,
        pick(CHANNELS),
        day,
        day,
        county,
        `${county}${domain}局`,
        domain,
        '县区',
        `示例〔2024〕${i}号`,
        serious ? '行政不作为' : '无',
        quoted,
        '陈某',
        '科长',
        '乡科级',
        '县管',
        '群众',
        '案卷材料',
        '',
        '督察组',
        '',
      ].join(','),
    );
    if (lines.length >= 10_000) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
};
