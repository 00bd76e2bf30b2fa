/**
 * A rule file small enough to read in a test, and the ways tests bend it: one certain and one hint condition, one open
 * slot. `write` puts the given parts into it; what a test does not name stays as here.
 */
import { fieldsOf, type Value } from '../../src/domain/kind.js';
import { lead } from '../../src/kinds/lead.js';
import { type Checker, compileChecker, loadRuleFile } from '../../src/rules/index.js';

interface Parts {
  readonly certain?: string;
  readonly hint?: string;
  readonly basis?: string;
  readonly vocabularies?: string;
  readonly examples?: string;
  readonly overlap?: string;
  readonly second?: string;
}

export const write = (parts: Parts = {}): string => `id: small
title: 小规则
version: 1.0.0
effective: {from: 2024-01-01}
source: {title: 出处}
text: {fields: [summary], clause-ends: "，：", sentence-ends: "。"}
vocabularies:
  公职: [该局, 局长, 被申请人]
  社会: [公司, 店主, 申请人]
  宾语: [向, 对]
  旁及: [的, 反映]
  否定: [未发现]
  泄密: [通风报信]
  案卷: [案卷, 台账]
  拒交: [拒绝提供]
  要求: [检察建议]
  未改: [仍未整改]
${parts.vocabularies ?? ''}
contexts:
  - {id: denied, title: 被否定, marks: [{list: 否定, stands: before, reach: clause}]}
actors: {title: 不是公职人员, official: 公职, outsider: 社会, object-marks: 宾语, aside: 旁及}
transfer:
  needs: [{field: agency}, {field: summary, min-length: 5}]
  basis: [{statute: 某法, article: 第一条, from: 2020-01-01}]
situations:
  - id: leaking
    number: 1
    name: 泄密
    quote: 泄露案情
    basis: ${parts.basis ?? '[{statute: 某法, article: 第二条, from: 2020-01-01}]'}
    certain: ${parts.certain ?? '{says: 泄密}'}
    ${parts.hint === undefined ? '' : `hint: ${parts.hint}`}
    examples: ${parts.examples ?? '{match: [该局通风报信。], no-match: [该局依法处罚。]}'}
${parts.second ?? ''}
  - {id: seventh, number: 7, name: 第七种, quote: 等情形, open: true, basis: []}
deadlines: []
overlap: ${parts.overlap ?? '[]'}
`;

/** The checker of a small rule file; fails the test where the file is not sound. */
export const checkerOf = (parts: Parts = {}): Checker => {
  const { ruleFile, findings } = loadRuleFile(write(parts), 'small.yaml', lead);
  if (!ruleFile) throw new Error(findings.map(({ message }) => message).join('\n'));
  return compileChecker(ruleFile);
};

/** The codes a small rule file is refused or warned with. */
export const codesOf = (text: string): readonly string[] =>
  loadRuleFile(text, 'small.yaml', lead).findings.map(({ code }) => code);

/** Values of a lead in field order. */
export const leadOf = (summary: string | null, other: Readonly<Record<string, Value>> = {}): readonly Value[] => {
  const record: Readonly<Record<string, Value>> = { summary, agency: '某局', found_on: '2024-05-08', ...other };
  return fieldsOf(lead).map(({ id }) => record[id] ?? null);
};
