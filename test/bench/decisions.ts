/**
 * Measures decisions of the shipped rule file on a file of labelled leads: precision and recall per situation, with the
 * clerk's allegation left out and with it. Not part of the program; `npm run bench:decisions -- FILE [--cases] [--half 0|1]`.
 * Situations that the readers dispute count neither way.
 */
import { readFileSync } from 'node:fs';
import { fieldsOf, type Value } from '../../src/domain/kind.js';
import { parseYamlDocument } from '../../src/formats/yaml-document.js';
import { lead } from '../../src/kinds/lead.js';
import { type Checker, compileChecker, loadRuleFile } from '../../src/rules/index.js';

interface LabelledLead {
  readonly id: string;
  readonly source_channel: string;
  readonly domain: string;
  readonly conduct: string;
  readonly summary: string;
  readonly situations: readonly string[];
  readonly disputed: readonly string[];
}

const out = (line: string): void => void process.stdout.write(`${line}\n`);

const valuesOf = (labelled: LabelledLead, withConduct: boolean): readonly Value[] => {
  const record: Readonly<Record<string, Value>> = {
    lead_no: labelled.id,
    source_channel: labelled.source_channel,
    agency_domain: labelled.domain,
    summary: labelled.summary,
    found_on: '2024-06-03',
    agency: '某县某局',
    evidence: '相关材料',
    conduct: withConduct ? labelled.conduct : null,
  };
  return fieldsOf(lead).map((field) => record[field.id] ?? null);
};

const ratio = (part: number, whole: number): string => (whole === 0 ? '  —  ' : (part / whole).toFixed(3));

const measure = (checker: Checker, leads: readonly LabelledLead[], withConduct: boolean, showCases: boolean): void => {
  const judged = leads.map((labelled) => ({ labelled, result: checker.assess(valuesOf(labelled, withConduct)) }));
  out(`\n${withConduct ? '带行为类型' : '不带行为类型'}：${leads.length} 件`);
  out('情形                        符合 判中 多判 漏判  查准  查全  F1    提示内查全');
  let sum = 0;
  let counted = 0;
  for (const { id } of checker.situations) {
    let hit = 0;
    let extra = 0;
    let missed = 0;
    let seen = 0;
    for (const { labelled, result } of judged) {
      if (labelled.disputed.includes(id)) continue;
      const outcome = result.situations.find((one) => one.id === id)?.outcome;
      const wanted = labelled.situations.includes(id);
      if (wanted && outcome === 'met') hit++;
      if (wanted && outcome !== 'met') missed++;
      if (wanted && outcome !== undefined) seen++;
      if (!wanted && outcome === 'met') extra++;
      if (showCases && wanted !== (outcome === 'met'))
        out(
          `   ${wanted ? (outcome ? '漏(疑)' : '漏(无)') : '多判'} ${id} ${labelled.id}${wanted ? '' : ` 依据：${evidence(result, id)}`}`,
        );
    }
    if (hit + missed === 0 && extra === 0) continue;
    const f1 = hit === 0 ? 0 : (2 * hit) / (2 * hit + extra + missed);
    sum += f1;
    counted++;
    const cells = [hit + missed, hit, extra, missed].map((n) => String(n).padStart(4)).join(' ');
    out(
      `${id.padEnd(26)} ${cells}  ${ratio(hit, hit + extra)} ${ratio(hit, hit + missed)} ${f1.toFixed(3)} ${ratio(seen, hit + missed)}`,
    );
  }
  const meeting = judged.filter(({ labelled }) => labelled.situations.length > 0);
  const clean = judged.filter(({ labelled }) => labelled.situations.length === 0 && labelled.disputed.length === 0);
  const lost = meeting.filter(({ result }) => result.decision === 'none');
  const count = (decision: string) => clean.filter(({ result }) => result.decision === decision);
  const transferred = [...count('transfer'), ...count('supplement')];
  out(`宏平均 F1：${(sum / Math.max(counted, 1)).toFixed(3)}`);
  out(
    `有情形而判为不移送：${lost.length} / ${meeting.length}（未漏 ${ratio(meeting.length - lost.length, meeting.length)}）`,
  );
  out(
    `无情形而判为研判：${count('review').length} / ${clean.length}；判为移送：${transferred.length} / ${clean.length}`,
  );
  if (showCases) {
    out(`   漏掉：${lost.map(({ labelled }) => labelled.id).join(' ')}`);
    out(
      `   误研判：${count('review')
        .map(({ labelled }) => labelled.id)
        .join(' ')}`,
    );
    out(`   误移送：${transferred.map(({ labelled }) => labelled.id).join(' ')}`);
  }
};

const evidence = (result: ReturnType<Checker['assess']>, id: string): string =>
  (result.situations.find((one) => one.id === id)?.evidence ?? []).map(({ text }) => text).join('｜');

const main = (args: readonly string[]): number => {
  const [file] = args.filter((arg) => !arg.startsWith('--') && !/^[01]$/.test(arg));
  if (!file) {
    out('用法：npm run bench:decisions -- FILE [--cases] [--half 0|1]');
    return 2;
  }
  const rulesPath = 'rules/seven-situations.yaml';
  const { ruleFile, findings } = loadRuleFile(readFileSync(rulesPath, 'utf8'), rulesPath, lead);
  for (const finding of findings)
    if (finding.severity !== 'notice' || args.includes('--lint'))
      out(`${finding.path}:${finding.line}:${finding.column} ${finding.message} ${finding.hint} [${finding.code}]`);
  if (!ruleFile) return 4;
  const checker = compileChecker(ruleFile);
  // The labelled file is a list of mappings with exactly these keys; see its own README.
  const all = parseYamlDocument(readFileSync(file, 'utf8'), file).value as readonly LabelledLead[];
  const half = args.includes('--half') ? Number(args[args.indexOf('--half') + 1]) : null;
  const leads = half === null ? all : all.filter((_, i) => i % 2 === half);
  for (const withConduct of [false, true])
    measure(checker, leads, withConduct, args.includes('--cases') && !withConduct);
  return 0;
};

process.exitCode = main(process.argv.slice(2));
