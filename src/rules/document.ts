/**
 * Turns a rule file into a document for a meeting (会议文档): what each situation says, on what law it rests, under which
 * conditions it is met, with its examples, deadlines and overlap policies. A neutral value; render makes Markdown or HTML of it.
 */
import type { LegalBasis } from '../domain/assessment.js';
import type { DocumentBlock, DocumentListItem, NeutralDocument } from '../domain/document.js';
import { fieldsOf } from '../domain/kind.js';
import { overlapMatrix } from './compare.js';
import type { Condition, ExampleExpectation, NamedScale, RuleFile, SituationRule } from './model.js';
import { operatorNamed } from './operators/index.js';
import { signed } from './operators/weigh-evidence.js';

const heading = (level: 1 | 2 | 3, text: string): DocumentBlock => ({ type: 'heading', level, text });
const paragraph = (text: string): DocumentBlock => ({ type: 'paragraph', text });

const period = ({ from, to, unverified }: LegalBasis): string => {
  const days = from || to ? `${from ?? '……'} 至 ${to ?? '今'}` : '';
  return [days, unverified ? '待核实' : ''].filter(Boolean).join('，');
};

const basisTable = (bases: readonly LegalBasis[]): DocumentBlock => ({
  type: 'table',
  columns: ['法律法规', '条款', '要点', '施行期间'],
  rows: bases.map((basis) => [basis.statute, basis.article, basis.text ?? '', period(basis)]),
});

/** A condition as a list item, its parts below it. A title of the author stands for the wording of the operator. */
const conditionItem = (condition: Condition): DocumentListItem => {
  const operator = operatorNamed(condition.operator);
  const heading = operator.heading(condition.options);
  const items = operator
    .children(condition.options, [...condition.path, condition.operator])
    .map(conditionItem)
    .map((item, i) => ({ ...item, text: `${heading?.parts[i] ?? ''}${item.text}` }));
  if (items.length > 0) {
    const title = condition.title ?? operator.title;
    return { text: heading === null ? title : `${title}（${heading.text}）`, items };
  }
  const wording = operator.describe(condition.options, () => '');
  return { text: condition.title === null ? wording : `${condition.title}（${wording}）` };
};

/** A scale by points, highest first: what speaks most for it is read first. */
const scaleBlocks = ({ name, note, lists }: NamedScale): readonly DocumentBlock[] => {
  const points = [...new Set(lists.map((one) => one.points))].sort((a, b) => b - a);
  const at = (wanted: number): readonly string[] => {
    const here = lists.filter((one) => one.points === wanted);
    const named = here.flatMap(({ list }) => (typeof list === 'string' ? [`〔${list}〕`] : []));
    const written = here.flatMap(({ list }) => (typeof list === 'string' ? [] : list));
    return [signed(wanted), named.join('、'), written.join('、')];
  };
  return [
    heading(3, name),
    ...(note === null ? [] : [paragraph(note)]),
    { type: 'table', columns: ['分', '词表', '个别短语'], rows: points.map(at) },
  ];
};

const EXPECTATION_TITLES: Readonly<Record<ExampleExpectation, string>> = {
  match: '必须符合',
  'no-match': '必须不符合',
  'known-miss': '已知漏判',
  'known-excess': '已知多判',
};

const situationBlocks = (situation: SituationRule): readonly DocumentBlock[] => {
  const side = (title: string, condition: Condition | null): readonly DocumentBlock[] =>
    condition ? [paragraph(title), { type: 'list', items: [conditionItem(condition)] }] : [];
  const examples = situation.examples.map(({ expectation, lead }) => [
    EXPECTATION_TITLES[expectation],
    String(lead.summary ?? ''),
  ]);
  return [
    heading(2, `情形${situation.number} ${situation.name}`),
    paragraph(`机制原文：“${situation.quote}”`),
    ...(situation.note === null ? [] : [paragraph(`说明：${situation.note}`)]),
    ...(situation.open ? [paragraph('本情形留空，不会自动符合；由登记人提出，由人写明依据研判。')] : []),
    ...(situation.basis.length > 0 ? [basisTable(situation.basis)] : []),
    ...side('认定条件（成立即符合）：', situation.certain),
    ...side('提示条件（成立即疑似，由人研判）：', situation.hint),
    ...(examples.length > 0 ? [{ type: 'table', columns: ['例子', '主要问题'], rows: examples } as const] : []),
  ];
};

const POLICY_TITLES: Readonly<Record<string, string>> = { both: '并列', first: '只认前者', exclusive: '不并存' };

/** 规则文件的会议文档. */
export const ruleFileAsDocument = (ruleFile: RuleFile): NeutralDocument => {
  const fields = fieldsOf(ruleFile.kind);
  const titleOf = (id: string): string => fields.find((field) => field.id === id)?.title ?? id;
  const matrix = overlapMatrix(ruleFile);
  return {
    title: ruleFile.title,
    blocks: [
      heading(1, ruleFile.title),
      paragraph(
        `代号 ${ruleFile.id.id}，版本 ${ruleFile.id.version}，适用 ${ruleFile.effectiveFrom} 至 ${ruleFile.effectiveTo ?? '今'}，SHA-256 ${ruleFile.id.sha256}。`,
      ),
      paragraph(
        `机制出处：${ruleFile.source.title}${ruleFile.source.published ? `（${ruleFile.source.published}）` : ''}`,
      ),
      heading(2, '移送要件和移送依据'),
      {
        type: 'list',
        items: ruleFile.transferNeeds.map(({ field, minLength }) => ({
          text: minLength > 1 ? `${titleOf(field)}（不少于 ${minLength} 字）` : titleOf(field),
        })),
      },
      basisTable(ruleFile.transferBasis),
      ...ruleFile.situations.flatMap(situationBlocks),
      heading(2, '情形并存口径'),
      {
        type: 'table',
        columns: ['', ...matrix.names],
        rows: matrix.cells.map((row, i) => [
          matrix.names[i] ?? '',
          ...row.map((policy) => (policy === null ? '—' : (POLICY_TITLES[policy] ?? policy))),
        ]),
      },
      heading(2, '时限'),
      {
        type: 'table',
        columns: ['时限', '工作日', '出处'],
        rows: ruleFile.deadlines.map(({ title, workingDays, source, unverified }) => [
          title,
          String(workingDays),
          unverified ? `${source}（待核实）` : source,
        ]),
      },
      ...(ruleFile.scales.size === 0
        ? []
        : [heading(2, '计分表'), ...[...ruleFile.scales.values()].flatMap(scaleBlocks)]),
      heading(2, '词表'),
      {
        type: 'table',
        columns: ['词表', '短语'],
        rows: [...ruleFile.vocabularies.values()].map(({ name, note, phrases }) => [
          note === null ? name : `${name}：${note}`,
          phrases.join('、'),
        ]),
      },
    ],
  };
};
