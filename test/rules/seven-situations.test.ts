import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lead } from '../../src/kinds/lead.js';
import {
  compileChecker,
  coverage,
  editorSchema,
  loadRuleFile,
  overlapMatrix,
  ruleFileAsDocument,
  testExamples,
} from '../../src/rules/index.js';
import { leadOf } from './small-rule-file.js';

const PATH = 'rules/seven-situations.yaml';
const loaded = loadRuleFile(readFileSync(PATH, 'utf8'), PATH, lead);
const ruleFile = loaded.ruleFile;
if (!ruleFile) throw new Error(loaded.findings.map(({ line, message }) => `${line} ${message}`).join('\n'));
const checker = compileChecker(ruleFile);
const metBy = (summary: string): readonly string[] =>
  checker
    .assess(leadOf(summary, { source_channel: '行政复议', evidence: '案卷' }))
    .situations.filter(({ outcome }) => outcome === 'met')
    .map(({ id }) => id);

/** The sentence of the published article that names the situations, letter by letter, half-width commas included. */
const SENTENCE =
  '“行纪衔接”工作机制中,对“七种情形”进行了严管,即对发现行政机关及其工作人员有“不正确履行”、“拒绝或阻挠取证”、“干涉、插手办案”、“阻挠市场主体依法维权”、“不依法纠正违法行为”、“帮助、泄露案情”等情形的,由市委法治建设办将相关问题线索及时移送市纪委监委机关处理。';

/** True where every piece between elisions stands in the sentence, one after the other. */
const quotesSentence = (quote: string): boolean => {
  let from = 0;
  return quote.split('……').every((piece) => {
    const at = SENTENCE.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0;
  });
};

describe('随附的规则文件 (the shipped rule file)', () => {
  it('passes its own lint without a finding', () => {
    expect(loaded.findings).toEqual([]);
  });

  it('passes its own examples', () => {
    expect(testExamples(ruleFile, checker).results.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('has every outcome of its conditions shown by examples', () => {
    const { seen, total } = coverage(ruleFile, checker);
    expect(seen).toBe(total);
  });

  it('names the seven situations in order, the seventh an open slot that never matches by itself', () => {
    expect(checker.situations.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(ruleFile.situations[6]).toMatchObject({ id: 'seventh', open: true, certain: null, hint: null, basis: [] });
  });

  it('quotes the article in its own words, and shows where words are left out', () => {
    for (const { name, quote, open } of ruleFile.situations) {
      expect(quotesSentence(quote), quote).toBe(true);
      if (!open) expect(quote).toContain(`“${name}”`);
    }
    expect(quotesSentence('有“拒绝或阻挠取证”情形的')).toBe(false);
  });

  it('declares a policy for every pair of named situations', () => {
    const { cells } = overlapMatrix(ruleFile);
    expect(cells.slice(0, 6).every((row, i) => row.slice(0, 6).every((cell, n) => (i === n) === (cell === null)))).toBe(
      true,
    );
  });

  it('asks for the five things a transfer needs', () => {
    expect(checker.transferNeeds.map(({ field }) => field)).toEqual([
      'agency',
      'source_channel',
      'found_on',
      'summary',
      'evidence',
    ]);
  });

  it('cites the article in force on the day of transfer', () => {
    const articles = (day: string) =>
      checker.transferBasis(day).map(({ statute, article }) => statute.slice(-3) + article);
    expect(articles('2024-05-20')).toContain('监察法第三十四条');
    expect(articles('2025-06-01')).toContain('监察法第三十七条');
    expect(articles('2025-06-01')).not.toContain('监察法第三十四条');
  });

  it.each([
    ['obstructing-evidence', '复议机关3次调取案卷，该局拒绝提供，负责人指使工作人员将检查记录销毁，致使无法查清事实。'],
    ['improper-performance', '反映该机关应当立案而不立案。'],
    ['interfering-in-case', '反映该机关批条子要求暂缓立案。'],
    ['obstructing-rights', '反映该机关以放弃投诉作为办证条件。'],
    ['failing-to-correct', '反映该机关以新文号重复作出已被撤销的处罚。'],
    ['leaking-case-information', '反映该机关检查前向企业通风报信。'],
  ])('finds %s', (situation, summary) => {
    expect(metBy(summary)).toContain(situation);
  });

  it.each([
    '现场检查由两名执法人员进行，出示证件并告知权利义务，法制审核意见已附卷，集体讨论记录完整。',
    '店主拒绝检查并把账本藏匿，该局依法立案处罚。',
    '（示例，虚构）该局当日登记，五日内办结，申请人表示认可。',
  ])('leaves a regular handling alone: %s', (summary) => {
    expect(metBy(summary)).toEqual([]);
  });

  it('names its editor schema, and the schema on disk is the one xingji checks with', async () => {
    expect(readFileSync(PATH, 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=./seven-situations.schema.json',
    );
    const written = `${JSON.stringify(editorSchema(), null, 2)}\n`;
    await expect(written).toMatchFileSnapshot('../../rules/seven-situations.schema.json');
  });

  it('prints as a document with every situation, its law and its examples', () => {
    const document = ruleFileAsDocument(ruleFile);
    const headings = document.blocks.flatMap((block) =>
      block.type === 'heading' && block.level === 2 ? [block.text] : [],
    );
    expect(headings).toContain('情形2 拒绝或阻挠取证');
    expect(headings).toContain('情形7 第七种情形（原文未列明）');
  });
});
