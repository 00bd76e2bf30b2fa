/**
 * 工作环境 (workspace): the office, its reference data, kinds, rule file and ledger, found once for a call from options,
 * environment, xingji.yaml and what ships with the program, in that order (CLI.md "Global options"). Each part is made when
 * it is first asked for: `report` needs no rule file and no validator.
 */
import { isAbsolute, join } from 'node:path';
import { findConfig, loadConfig } from '../config/index.js';
import { EXIT, Failure } from '../domain/failure.js';
import { fieldIndex, type KindDeclaration, type Value } from '../domain/kind.js';
import { memo } from '../domain/memo.js';
import { nearest } from '../domain/nearest.js';
import type { OfficeConfig } from '../domain/office.js';
import { exists, readText } from '../files/index.js';
import { completer } from '../kinds/completed.js';
import { KINDS } from '../kinds/index.js';
import { type Ledger, openLedger, type RuleFileRecord } from '../ledger/index.js';
import { receiverFor } from '../notices/index.js';
import { loadReference, type Reference, resolveKinds } from '../reference/index.js';
import { type Checker, compileChecker, loadRuleFile, type RuleFile } from '../rules/index.js';
import { OWN_DECLARATION } from './declared.js';

/** Where and when a call happens, and what was said about files on the command line. */
export interface Surroundings {
  /** The folder that holds the shipped rules/ and data/. */
  readonly programRoot: string;
  readonly workingFolder: string;
  /** Local ISO date-time. */
  readonly now: string;
  readonly operator: string;
  readonly ledger?: string;
  readonly rules?: string;
  readonly config?: string;
}

/** A rule file that has passed every check, with its text (stored with the ledger, posted to the worker). */
export interface LoadedRules {
  readonly path: string;
  readonly text: string;
  readonly ruleFile: RuleFile;
  readonly checker: Checker;
  /** As the ledger keeps it. */
  readonly record: RuleFileRecord;
}

export interface Workspace {
  readonly surroundings: Surroundings;
  readonly config: OfficeConfig;
  readonly reference: Reference;
  readonly kinds: readonly KindDeclaration[];
  readonly lead: KindDeclaration;
  readonly ledgerPath: string;
  readonly rulesPath: string;
  readonly today: string;
  /** The kind named on a command line; an unknown one fails and names the nearest. */
  kindNamed(id: string): KindDeclaration;
  rules(): LoadedRules;
  /** 主送机关 of a lead by region and level; null where the config names none. */
  receiverOf(change: { readonly values: readonly Value[] }): string | null;
  /** Opens the ledger; `read` and `change` fail where there is none, `write` makes a new one. */
  open(mode: 'read' | 'change' | 'write', path?: string): Ledger;
}

/** Paths on the command line are seen from the working folder; shown as they were typed. */
export const resolved = (folder: string, path: string): string => (isAbsolute(path) ? path : join(folder, path));

export const openWorkspace = (surroundings: Surroundings): Workspace => {
  const { programRoot, workingFolder, now } = surroundings;
  const configPath =
    surroundings.config === undefined ? findConfig(workingFolder) : resolved(workingFolder, surroundings.config);
  const config = loadConfig(configPath);
  const reference = loadReference(join(programRoot, 'data'), config.data);
  const kinds = memo(() => resolveKinds(KINDS, reference.choices));
  const named = (id: string): KindDeclaration => {
    const kind = kinds().find((each) => each.id === id || each.title === id);
    if (kind) return kind;
    const ids = kinds().map((each) => each.id);
    const near = nearest(id, ids);
    throw new Failure(
      EXIT.usage,
      'kind-unknown',
      `没有记录种类“${id}”`,
      `${near ? `是否指“${near}”？` : ''}可用的种类：${ids.join('、')}`,
    );
  };
  const place = memo(() => ({
    region: fieldIndex(named('lead'), 'region'),
    level: fieldIndex(named('lead'), 'level'),
  }));
  const ledgerPath =
    surroundings.ledger === undefined
      ? (config.ledger ?? join(workingFolder, 'xingji.db'))
      : resolved(workingFolder, surroundings.ledger);
  const rulesPath =
    surroundings.rules === undefined
      ? (config.rules ?? join(programRoot, 'rules', 'seven-situations.yaml'))
      : resolved(workingFolder, surroundings.rules);
  const completers = new Map<KindDeclaration, ReturnType<typeof completer>>();
  return {
    surroundings,
    config,
    reference,
    get kinds() {
      return kinds();
    },
    get lead() {
      return named('lead');
    },
    ledgerPath,
    rulesPath,
    today: now.slice(0, 10),
    kindNamed: named,
    rules: memo(() => loadRules(rulesPath, named('lead'))),
    receiverOf: ({ values }) =>
      receiverFor({ region: values[place().region], level: values[place().level] }, config.receivers),
    open: (mode, path = ledgerPath) => {
      if (mode !== 'write' && path !== ':memory:' && !exists(path))
        throw new Failure(
          EXIT.ledgerUnusable,
          'ledger-missing',
          `没有台账文件 ${path}`,
          '先用 xingji import 导入记录，或用 --ledger 指明台账文件',
        );
      return openLedger({
        path,
        mode: mode === 'read' ? 'read' : 'write',
        kinds: kinds(),
        ...(OWN_DECLARATION === null ? {} : { declaration: OWN_DECLARATION }),
        office: { region: config.office.region, name: config.office.name },
        now,
        get operator() {
          return surroundings.operator;
        },
        complete: (kind, values) => {
          // Asked for every record: the function is made once for a kind.
          const known = completers.get(kind);
          if (known) return known(values);
          const made = completer(kind, config.office.region);
          completers.set(kind, made);
          return made(values);
        },
      });
    },
  };
};

export const loadRules = (path: string, lead: KindDeclaration): LoadedRules => {
  if (!exists(path))
    throw new Failure(EXIT.badRuleFile, 'rules-missing', `没有规则文件 ${path}`, '检查 --rules 或配置中的路径');
  const text = readText(path);
  const { ruleFile, findings } = loadRuleFile(text, path, lead);
  if (ruleFile === null)
    throw new Failure(
      EXIT.badRuleFile,
      'rules-invalid',
      `规则文件 ${path} 有错误，不能使用`,
      '按上面的位置逐条改正，再用 xingji rules check 检查',
      findings.filter((finding) => finding.severity === 'error'),
    );
  const checker = compileChecker(ruleFile);
  return { path, text, ruleFile, checker, record: { ...checker.id, text, situations: checker.situations } };
};
