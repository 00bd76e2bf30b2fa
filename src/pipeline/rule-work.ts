/**
 * 规则文件的工作 (rule work): lint, examples, document, comparison with another file over the leads of a ledger, and adoption. A new
 * file is compared before it is adopted, and adopting is a run like any other: journalled, judged leads keep their judgement.
 */
import type { Decision, Outcome, RuleFileId } from '../domain/assessment.js';
import type { NeutralDocument } from '../domain/document.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import { exists, readText } from '../files/index.js';
import { planNotices } from '../notices/index.js';
import {
  type Checker,
  type CoverageReport,
  compareAssessments,
  compileChecker,
  coverage,
  editorSchema,
  loadRuleFile,
  type MutationReport,
  mutate,
  type RuleFile,
  ruleFileAsDocument,
  testExamples,
} from '../rules/index.js';
import { loadRules, openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

export interface RulesChecked {
  readonly path: string;
  readonly ruleFile: RuleFileId | null;
  readonly findings: readonly Finding[];
}

/** The file named on the command line, else the one in force. */
const pathOf = (workspace: Workspace, typed: string | null): string =>
  typed === null ? workspace.rulesPath : resolved(workspace.surroundings.workingFolder, typed);

export const checkRules = (surroundings: Surroundings, typed: string | null): RulesChecked => {
  const workspace = openWorkspace(surroundings);
  const path = pathOf(workspace, typed);
  if (!exists(path)) throw new Failure(EXIT.badRuleFile, 'rules-missing', `没有规则文件 ${typed ?? path}`, '检查路径');
  const { ruleFile, findings } = loadRuleFile(readText(path), typed ?? path, workspace.lead);
  return { path: typed ?? path, ruleFile: ruleFile === null ? null : compileChecker(ruleFile).id, findings };
};

interface Loaded {
  readonly path: string;
  readonly ruleFile: RuleFile;
  readonly checker: Checker;
}

const loaded = (workspace: Workspace, typed: string | null): Loaded =>
  typed === null ? workspace.rules() : loadRules(pathOf(workspace, typed), workspace.lead);

export interface ExampleFailure {
  readonly situation: string;
  readonly situationName: string;
  readonly text: string;
  readonly expected: string;
  readonly actual: Outcome;
}

export interface RulesTested {
  readonly ok: boolean;
  readonly path: string;
  readonly total: number;
  readonly situations: readonly {
    readonly id: string;
    readonly name: string;
    readonly mustMatch: number;
    readonly mustNotMatch: number;
    readonly knownMisses: number;
    readonly knownExcesses: number;
    readonly failed: number;
  }[];
  readonly failures: readonly ExampleFailure[];
  readonly coverage?: CoverageReport;
  readonly mutation?: MutationReport;
}

const EXPECTED = {
  match: '符合',
  'no-match': '不符合',
  'known-miss': '已知漏判（现在符合了，请移到应符合的例子里）',
  'known-excess': '已知多判（现在不符合了，请移到不应符合的例子里）',
} as const;

export const testRules = (
  surroundings: Surroundings,
  typed: string | null,
  wanted: { readonly coverage: boolean; readonly mutate: boolean },
): RulesTested => {
  const { path, ruleFile, checker } = loaded(openWorkspace(surroundings), typed);
  const { results } = testExamples(ruleFile, checker);
  const failures = results
    .filter((result) => !result.passed)
    .map(({ situation, name, summary, expectation, outcome }) => ({
      situation,
      situationName: name,
      text: summary,
      expected: EXPECTED[expectation],
      actual: outcome,
    }));
  return {
    ok: failures.length === 0,
    path,
    total: results.length,
    situations: checker.situations.map(({ id, name }) => {
      const own = results.filter((result) => result.situation === id);
      const count = (expectation: keyof typeof EXPECTED): number =>
        own.filter((result) => result.expectation === expectation).length;
      return {
        id,
        name,
        mustMatch: count('match'),
        mustNotMatch: count('no-match'),
        knownMisses: count('known-miss'),
        knownExcesses: count('known-excess'),
        failed: own.filter((result) => !result.passed).length,
      };
    }),
    failures,
    ...(wanted.coverage ? { coverage: coverage(ruleFile, checker) } : {}),
    ...(wanted.mutate ? { mutation: mutate(ruleFile) } : {}),
  };
};

export const rulesDocument = (surroundings: Surroundings, typed: string | null): NeutralDocument =>
  ruleFileAsDocument(loaded(openWorkspace(surroundings), typed).ruleFile);

export const rulesSchema = (): object => editorSchema();

/** 变化: one lead whose decision another rule file would change. */
export interface ChangedLead {
  readonly leadNo: string;
  readonly from: Decision;
  readonly to: Decision;
  readonly situations: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: Outcome;
    readonly to: Outcome;
  }[];
  /** A person has judged the lead: its judgement stays. */
  readonly judged: boolean;
}

export interface RulesCompared {
  readonly old: RuleFileId;
  readonly new: RuleFileId;
  readonly leads: number;
  readonly changed: readonly ChangedLead[];
  /** By situation: how many leads come to meet it and how many cease to. */
  readonly bySituation: readonly {
    readonly id: string;
    readonly name: string;
    readonly gained: number;
    readonly lost: number;
  }[];
}

export const compareRules = (surroundings: Surroundings, oldFile: string, newFile: string): RulesCompared => {
  const workspace = openWorkspace(surroundings);
  const [before, after] = [loaded(workspace, oldFile).checker, loaded(workspace, newFile).checker];
  const ledger = workspace.open('read');
  try {
    const changed: ChangedLead[] = [];
    let leads = 0;
    for (const { key, values, state } of ledger.eachLead()) {
      leads++;
      const change = compareAssessments(before.assess(values), after.assess(values));
      if (change === null) continue;
      const from = change.decision?.from ?? before.assess(values).decision;
      changed.push({
        leadNo: key,
        from,
        to: change.decision?.to ?? from,
        situations: change.situations.map((each) => ({ ...each, name: nameOf(after, each.id) })),
        judged: (state?.judgement ?? null) !== null,
      });
    }
    return {
      old: before.id,
      new: after.id,
      leads,
      changed,
      bySituation: after.situations.map(({ id, name }) => {
        const of = changed.flatMap((lead) => lead.situations.filter((each) => each.id === id));
        return {
          id,
          name,
          gained: of.filter((each) => each.to === 'met').length,
          lost: of.filter((each) => each.from === 'met').length,
        };
      }),
    };
  } finally {
    ledger.close();
  }
};

const nameOf = (checker: Checker, id: string): string => checker.situations.find((each) => each.id === id)?.name ?? id;

export interface RulesAdopted {
  readonly run: number;
  readonly ruleFile: RuleFileId;
  readonly leads: number;
  readonly reassessed: number;
  readonly changed: number;
  readonly noticesDrafted: number;
}

/** 启用: every lead checked anew by the file in force (or the one named), in one transaction. */
export const adoptRules = (surroundings: Surroundings, typed: string | null): RulesAdopted => {
  const workspace = openWorkspace(
    typed === null ? surroundings : { ...surroundings, rules: resolved(surroundings.workingFolder, typed) },
  );
  const { checker, record } = workspace.rules();
  const ledger = workspace.open('change');
  try {
    const run = ledger.begin({ command: 'rules adopt', ruleFile: record, atomic: true });
    let changed = 0;
    let noticesDrafted = 0;
    try {
      const { leads, changed: reassessed } = run.reassessAll(checker.assess, (changes) => {
        changed += changes.filter((change) => change.decision !== change.previousDecision).length;
        const { steps } = planNotices(changes, { on: workspace.today, receiverOf: workspace.receiverOf });
        run.recordNoticeSteps(steps);
        noticesDrafted += steps.filter((step) => step.step === 'draft').length;
      });
      run.end();
      return { run: run.id, ruleFile: checker.id, leads, reassessed, changed, noticesDrafted };
    } catch (thrown) {
      run.rollback();
      throw thrown;
    }
  } finally {
    ledger.close();
  }
};
