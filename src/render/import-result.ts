/**
 * 导入结果 (import result as text): what a clerk sees after an import or check: each file with its conservation line, what
 * became of the leads, which situations they meet, and what was drafted.
 */
import { DECISION_TITLES, DECISIONS } from '../domain/assessment.js';
import type { ImportCounts, ImportedFile, ImportResult } from '../domain/import-result.js';
import { KINDS } from '../kinds/index.js';
import { lead } from '../kinds/lead.js';
import { inkFor, type Layout } from './layout.js';
import { plainTable } from './plain-table.js';
import { wrappedLines } from './wrapped-lines.js';

/** The conservation line, the same that is stored with the run. */
const conservationText = ({ read, added, amended, unchanged, rejected }: ImportCounts): string =>
  `读入 ${read} = 新增 ${added} + 更正 ${amended} + 未变 ${unchanged} + 退回 ${rejected}`;

const kindTitle = (id: string | null): string => KINDS.find((kind) => kind.id === id)?.title ?? id ?? '—';

const fileRow = (file: ImportedFile): readonly string[] => [
  file.path,
  kindTitle(file.kind),
  [file.format, file.encoding].filter((part) => part !== null).join(' ') || '未读入',
  ...[file.read, file.added, file.amended, file.unchanged, file.rejected].map(String),
];

const SHOWN_LEADS = 50;

/** 比对结论 lead by lead, for `check`: those that ask for something first, as many as a screen or two hold. */
const checkedLeads = ({ leads = [], situations }: ImportResult, layout: Layout): readonly string[] => {
  const names = (ids: readonly string[]): string => ids.map((id) => situations[id]?.name ?? id).join('；');
  const ordered = DECISIONS.flatMap((decision) => leads.filter((each) => each.decision === decision));
  const rows = ordered
    .slice(0, SHOWN_LEADS)
    .map((checked) => [
      checked.leadNo,
      DECISION_TITLES[checked.decision],
      names(checked.situations),
      names(checked.hints),
      checked.missing.map(fieldTitle).join('、'),
    ]);
  if (!rows.length) return [];
  const hidden = leads.length - rows.length;
  return [
    plainTable(['线索编号', '结论', '符合', '疑似', '缺少'], rows, layout),
    ...(hidden > 0 ? [`另有 ${hidden} 件未列出，用 --json 看全部。`] : []),
  ];
};

const fieldTitle = (id: string): string => lead.fields.find((field) => field.id === id)?.title ?? id;

export const importResultText = (result: ImportResult, layout: Layout): string => {
  const ink = inkFor(layout);
  const { files, totals, situations, assessments, ruleFile } = result;
  const checked = DECISIONS.reduce((sum, decision) => sum + assessments[decision], 0);
  const met = Object.entries(situations).filter(([, tally]) => tally.met + tally.hinted + tally.undetermined > 0);
  const decisions = DECISIONS.map((decision) => `${DECISION_TITLES[decision]} ${assessments[decision]}`);
  const heading =
    result.command === 'check' ? '检查结果（不写台账）' : result.dryRun ? '试导入结果（没有写入台账）' : '导入结果';
  const rejects = files.filter((file) => file.rejects !== null);
  return [
    ink.bold(result.run === null ? heading : `${heading}　运行 ${result.run}`),
    plainTable(['文件', '种类', '格式与编码', '读入', '新增', '更正', '未变', '退回'], files.map(fileRow), layout),
    (totals.rejected ? ink.yellow : ink.green)(conservationText(totals)),
    ...(checked ? wrappedLines([`比对线索 ${checked} 件：${decisions[0]}`, ...decisions.slice(1)], '，', layout) : []),
    ...(met.length
      ? [
          plainTable(
            ['情形', '符合', '疑似', '无法判断'],
            met.map(([id, tally]) => [tally.name ?? id, ...[tally.met, tally.hinted, tally.undetermined].map(String)]),
            layout,
          ),
        ]
      : []),
    ...checkedLeads(result, layout),
    ...(result.noticesDrafted ? [`已拟移送函 ${result.noticesDrafted} 件，用 xingji notice list 查看。`] : []),
    ...(result.findingsTotal > result.findings.length
      ? [`校验问题共 ${result.findingsTotal} 处，这里只列出前 ${result.findings.length} 处。`]
      : []),
    ...rejects.map((file) => ink.yellow(`退回 ${file.rejected} 条，改好后直接导入：${file.rejects}`)),
    ...wrappedLines(
      [`规则：${ruleFile.id} ${ruleFile.version}`, ...(result.ledger === null ? [] : [`台账：${result.ledger}`])],
      '　',
      layout,
    ).map((line) => ink.dim(line)),
    '',
  ].join('\n');
};
