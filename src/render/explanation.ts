/**
 * 比对说明 (explanation as text): one lead's decision as a tree in the rule's own shape: which condition was true, the value
 * read and its cell, the phrase found and where, why a phrase did not count, and the statute.
 */
import {
  DECISION_TITLES,
  type Decision,
  type Evidence,
  type LegalBasis,
  type Outcome,
  type RuleFileId,
} from '../domain/assessment.js';
import type { ConditionNode, SituationExplanation, Truth } from '../domain/explanation.js';
import { inkFor, type Layout } from './layout.js';
import { folded } from './wrapped-lines.js';

/** What the text is made from; the pipeline's answer to `explain` has more. */
export interface ExplainedLead {
  readonly leadNo: string;
  readonly decision: Decision;
  readonly machineDecision: Decision;
  readonly judgement: { readonly basis: string; readonly operator: string; readonly at: string } | null;
  readonly lawOf: string | null;
  readonly lawOfAssumed: boolean;
  readonly lacking: readonly string[];
  readonly claimedUnmet: readonly string[];
  readonly ruleFile: RuleFileId;
  /** Where each field was read: field id -> cell. */
  readonly source: { readonly path: string; readonly line: number; readonly cells: Readonly<Record<string, string>> };
  readonly fieldTitles: Readonly<Record<string, string>>;
  readonly situations: readonly SituationExplanation[];
}

const OUTCOME_TITLES: Readonly<Record<Outcome, string>> = {
  met: '符合',
  hinted: '疑似',
  undetermined: '无法判断',
  'not-met': '不符合',
};

const TRUTH_MARKS: Readonly<Record<Truth, string>> = { true: '√', false: '×', undetermined: '？' };

const QUOTE_LENGTH = 60;

const cut = (text: string): string => {
  const characters = [...text];
  return characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH).join('')}…` : text;
};

/** 政务处分法第三十九条（2020-07-01 起施行）; an unverified basis says so. */
const basisText = ({ statute, article, from, to, text, unverified }: LegalBasis): string => {
  const force = from || to ? `（${from ?? ''}${from ? ' 起' : ''}${to ? ` 至 ${to}` : ''}施行）` : '';
  return `${statute}${article}${force}${unverified ? '（未核实）' : ''}${text ? `：${text}` : ''}`;
};

class Tree {
  readonly #lines: string[] = [];
  readonly #lead: ExplainedLead;
  readonly #layout: Layout;

  constructor(lead: ExplainedLead, layout: Layout) {
    this.#lead = lead;
    this.#layout = layout;
  }

  line(depth: number, text: string): void {
    const indent = '  '.repeat(depth);
    const width = this.#layout.width === null ? null : this.#layout.width - indent.length;
    for (const part of folded(text, width).split('\n')) this.#lines.push(indent + part);
  }

  /** 「主要问题」F6 第 12—18 字“拒不提供案卷” */
  place({ field, start, end, text }: Evidence): string {
    return `${this.field(field)}第 ${start + 1}—${end} 字“${cut(text)}”`;
  }

  field(id: string): string {
    const cell = this.#lead.source.cells[id];
    return `「${this.#lead.fieldTitles[id] ?? id}」${cell ? `${cell} ` : ''}`;
  }

  /**
   * One condition and what is under it. In brief (`full` false) a choice that is fulfilled shows what fulfilled it and counts
   * the rest; an exclusion that does not apply is one line: a lawyer asks what the decision rests on, not what it does not.
   */
  condition(depth: number, node: ConditionNode, full: boolean): void {
    const read = node.fields.map((id) => this.field(id).trim()).join('');
    const value = node.value === undefined ? '' : `，读到：${node.value === null ? '（空）' : cut(node.value)}`;
    this.line(depth, `${TRUTH_MARKS[node.outcome]} ${titleOf(node)}${read || value ? `　${read}${value}` : ''}`);
    for (const evidence of node.found ?? []) this.line(depth + 1, `· 找到${this.place(evidence)}`);
    for (const phrase of node.discounted ?? [])
      this.line(
        depth + 1,
        `· 不计${this.place(phrase)}：${phrase.title}${phrase.by ? `，见“${cut(phrase.by.text)}”` : ''}`,
      );
    const inner = node.conditions ?? [];
    if (!full && node.operator === 'not' && node.outcome === 'true') return;
    const choice = !full && node.outcome !== 'false' && (node.operator === 'any' || node.operator === 'at-least-of');
    const told = choice ? inner.filter((each) => each.outcome !== 'false') : inner;
    for (const each of told) this.condition(depth + 1, each, full);
    if (told.length < inner.length) this.line(depth + 1, `（其余 ${inner.length - told.length} 项不成立）`);
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}

const JOINED: Readonly<Record<string, string>> = { all: '以下各项都成立', any: '以下任一项成立' };
const LONG_TITLE = 48;

/** A condition without words of its own is titled by all its parts; where these are many, they stand below anyway. */
const titleOf = ({ title, operator, conditions = [] }: ConditionNode): string =>
  title.length > LONG_TITLE && conditions.length > 1
    ? `${JOINED[operator] ?? `${title.slice(0, LONG_TITLE)}…`}（${conditions.length} 项）`
    : title;

const addSituation = (tree: Tree, situation: SituationExplanation, layout: Layout, full: boolean): void => {
  const ink = inkFor(layout);
  const paint = { met: ink.red, hinted: ink.yellow, undetermined: ink.yellow, 'not-met': ink.dim }[situation.outcome];
  tree.line(
    0,
    `${paint(`【${OUTCOME_TITLES[situation.outcome]}】`)}${ink.bold(`${situation.number} ${situation.name}`)}`,
  );
  if (!full && situation.outcome === 'not-met') return;
  if (situation.quote) tree.line(1, `原文：${situation.quote}`);
  if (situation.missing.length) tree.line(1, `缺少：${situation.missing.map((id) => tree.field(id).trim()).join('')}`);
  if (situation.certain) {
    const brief = !full && situation.certain.outcome === 'false';
    tree.line(1, brief ? '认定条件：不成立' : '认定条件：');
    if (!brief) tree.condition(2, situation.certain, full);
  }
  if (situation.hint && (full || situation.outcome !== 'met')) {
    tree.line(1, '提示条件（只提请研判）：');
    tree.condition(2, situation.hint, full);
  }
  if (!situation.certain && !situation.hint) tree.line(1, '没有自动认定条件，由人研判并写明依据。');
  for (const basis of situation.basis) tree.line(1, `依据：${basisText(basis)}`);
};

export const explanationText = (lead: ExplainedLead, layout: Layout): string => {
  const ink = inkFor(layout);
  const tree = new Tree(lead, layout);
  const names = new Map(lead.situations.map(({ id, name }) => [id, name]));
  tree.line(0, ink.bold(`${lead.leadNo}　${DECISION_TITLES[lead.decision]}`));
  if (lead.judgement)
    tree.line(
      1,
      `人工研判（${lead.judgement.operator}，${lead.judgement.at.slice(0, 10)}）：${lead.judgement.basis}；机器比对：${DECISION_TITLES[lead.machineDecision]}`,
    );
  if (lead.lawOf)
    tree.line(1, `按 ${lead.lawOf} 有效的法律比对${lead.lawOfAssumed ? '（没有发生日期，以发现日期代替）' : ''}`);
  if (lead.lacking.length) tree.line(1, `移送还缺：${lead.lacking.map((id) => tree.field(id).trim()).join('')}`);
  if (lead.claimedUnmet.length)
    tree.line(1, `登记人认定而比对未见符合：${lead.claimedUnmet.map((id) => names.get(id) ?? id).join('；')}`);
  // One situation alone is what `--why-not` asks for: everything about it.
  const full = lead.situations.length === 1;
  for (const situation of lead.situations) addSituation(tree, situation, layout, full);
  if (!full) tree.line(0, ink.dim(`逐项看一种情形：xingji explain ${lead.leadNo} --why-not 情形序号`));
  tree.line(
    0,
    ink.dim(`来源：${lead.source.path} 第 ${lead.source.line} 行　规则：${lead.ruleFile.id} ${lead.ruleFile.version}`),
  );
  return tree.text();
};
