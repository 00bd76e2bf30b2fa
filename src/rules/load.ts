/**
 * Turns the text of a rule file into a RuleFile, or into findings with file:line:column that say why not. Called before
 * any record is read; a file with one error yields no rules at all. Order: YAML, schema, vocabularies, then lint, so
 * that one mistake is reported once. Does not compile anything.
 */
import { createHash } from 'node:crypto';
import type { LegalBasis } from '../domain/assessment.js';
import type { Deadline } from '../domain/deadline.js';
import type { Finding } from '../domain/finding.js';
import type { KindDeclaration } from '../domain/kind.js';
import { parseYamlDocument, type YamlDocument } from '../formats/yaml-document.js';
import { type DocumentValidator, ownDocumentSchema } from '../schema/json-schema.js';
import { readCondition } from './condition.js';
import { lintRuleFile } from './lint/index.js';
import { nearest } from './lint/nearest.js';
import type {
  ContextMark,
  ExampleExpectation,
  OverlapPolicy,
  RuleExample,
  RuleFile,
  Scales,
  SituationRule,
  Vocabulary,
  WeighedReference,
} from './model.js';
import { OPERATORS } from './operators/index.js';
import { editorSchema } from './schema.js';
import { shippedText } from './shipped.js';

/** The file as the schema guarantees it. */
interface WrittenVocabulary {
  readonly note?: string;
  readonly phrases?: readonly string[];
  readonly include?: readonly string[];
}
type WrittenExample = string | { readonly lead: Readonly<Record<string, unknown>>; readonly note?: string };
interface WrittenSituation {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly quote: string;
  readonly open?: boolean;
  readonly note?: string;
  readonly basis: readonly LegalBasis[];
  readonly certain?: unknown;
  readonly hint?: unknown;
  readonly examples?: Partial<Record<ExampleExpectation, readonly WrittenExample[]>>;
}
interface WrittenContext {
  readonly id: string;
  readonly title: string;
  readonly marks?: readonly ContextMark[];
  readonly weigh?: { readonly 'at-least': number; readonly of: readonly WeighedReference[] };
}
interface WrittenScale {
  readonly note?: string;
  readonly lists?: Readonly<Record<string, number>>;
  readonly phrases?: Readonly<Record<string, readonly string[]>>;
}
interface WrittenFile {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly effective: { readonly from: string; readonly to?: string };
  readonly source: { readonly title: string; readonly url?: string; readonly published?: string };
  readonly text: {
    readonly fields: readonly string[];
    readonly 'clause-ends': string;
    readonly 'sentence-ends': string;
  };
  readonly vocabularies: Readonly<Record<string, readonly string[] | WrittenVocabulary>>;
  readonly scales?: Readonly<Record<string, WrittenScale>>;
  readonly contexts: readonly WrittenContext[];
  readonly actors: Readonly<Record<'title' | 'official' | 'outsider' | 'object-marks' | 'aside', string>>;
  readonly transfer: {
    readonly needs: readonly { readonly field: string; readonly 'min-length'?: number }[];
    readonly basis: readonly LegalBasis[];
  };
  readonly situations: readonly WrittenSituation[];
  readonly deadlines: readonly (Omit<Deadline, 'unverified'> & { readonly unverified?: boolean })[];
  readonly overlap: readonly OverlapPolicy[];
}

export interface LoadedRuleFile {
  readonly ruleFile: RuleFile | null;
  readonly findings: readonly Finding[];
}

let validator: DocumentValidator | undefined;

const HINTS: Readonly<Record<string, string>> = {
  required: '补上这个键；编辑器里按提示补全，或对照随附的规则文件。',
  additionalProperties: '核对键名；可用的键见编辑器提示。',
  anyOf: '对照随附的规则文件里同类的写法。',
  not: '每个条件只写一种（all、any、says 等），可另加 title；要几种就分成几项放进 all 或 any。',
};

/** Names a full-width colon or bracket that slipped into a key, which no eye sees. */
const FULL_WIDTH = /[：，（）［］｛｝　－]/;

/** Keywords that fail around an unknown key and would only repeat it. */
const ECHOES: ReadonlySet<string> = new Set(['anyOf', 'type', 'minProperties', 'maxProperties', 'not']);

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The YAML of a file; the text of the shipped one has been read already, and its places are looked up only for a message. */
const readDocument = (text: string, path: string): YamlDocument => {
  const shipped = shippedText();
  if (shipped === null || shipped.sha256 !== sha256Of(text)) return parseYamlDocument(text, path);
  let read: YamlDocument | undefined;
  const locate: YamlDocument['locate'] = (part) => {
    read ??= parseYamlDocument(text, path);
    return read.locate(part);
  };
  return { value: shipped.value(), locate, findings: [] };
};

const schemaFindings = (text: string, path: string) => {
  const document = readDocument(text, path);
  if (document.value === undefined) return { document, findings: document.findings };
  validator ??= ownDocumentSchema('rule-file', editorSchema);
  const problems = validator(document.value);
  // Where a key is unknown, the anyOf around it fails too and would only repeat it.
  const told = problems.some(({ keyword }) => keyword === 'additionalProperties');
  const findings = problems
    .filter(({ keyword }) => !(told && ECHOES.has(keyword)))
    .map((problem): Finding => {
      const key = problem.keyword === 'additionalProperties' ? String(problem.params.additionalProperty) : null;
      const fullWidth = key !== null && FULL_WIDTH.test(key);
      const near = key === null ? null : nearest(key, [...OPERATORS.map(({ name }) => name), 'title', 'lists', 'list']);
      return {
        code: fullWidth
          ? 'rule-full-width'
          : key !== null
            ? 'rule-unknown-key'
            : problem.keyword === 'not'
              ? 'rule-condition-shape'
              : 'rule-schema',
        severity: 'error',
        path,
        ...document.locate(problem.path),
        message: `规则文件 ${problem.path.join('.') || '（顶层）'}：${problem.message}${fullWidth ? '，其中有全角标点' : ''}。`,
        hint: fullWidth
          ? '把冒号、逗号、括号和连字符改为半角。'
          : near !== null
            ? `是不是“${near}”？`
            : (HINTS[problem.keyword] ?? '对照编辑器提示修改。'),
      };
    });
  return { document, findings };
};

/** Named lists with what they take in; a list that takes itself in is cut there. */
const readVocabularies = (written: WrittenFile['vocabularies']): ReadonlyMap<string, Vocabulary> => {
  const read = (name: string, seen: readonly string[]): readonly string[] => {
    const raw = written[name];
    if (!raw || seen.includes(name)) return [];
    if (Array.isArray(raw)) return raw;
    const { phrases = [], include = [] } = raw as WrittenVocabulary; // not a list, so the schema's other form
    return [...phrases, ...include.flatMap((other) => read(other, [...seen, name]))];
  };
  const noteOf = (raw: WrittenFile['vocabularies'][string]): string | null =>
    Array.isArray(raw) ? null : ((raw as WrittenVocabulary).note ?? null);
  return new Map(
    Object.entries(written).map(([name, raw]) => [
      name,
      { name, note: noteOf(raw), phrases: [...new Set(read(name, []))] },
    ]),
  );
};

/** Lists first, then the phrases that stand by themselves, highest points first whatever the order in the file. */
const readScales = (written: Readonly<Record<string, WrittenScale>>): Scales =>
  new Map(
    Object.entries(written).map(([name, { note, lists = {}, phrases = {} }]) => [
      name,
      {
        name,
        note: note ?? null,
        lists: [
          ...Object.entries(lists).map(([list, points]) => ({ list, points })),
          ...Object.entries(phrases)
            .map(([points, list]) => ({ list, points: Number(points) }))
            .sort((a, b) => b.points - a.points),
        ],
      },
    ]),
  );

const EXPECTATIONS: readonly ExampleExpectation[] = ['match', 'no-match', 'known-miss', 'known-excess'];

const readSituation = (written: WrittenSituation, i: number): SituationRule => {
  const path = ['situations', i] as const;
  const condition = (key: 'certain' | 'hint') =>
    written[key] === undefined ? null : readCondition(written[key], [...path, key]);
  const examples = EXPECTATIONS.flatMap((expectation) =>
    (written.examples?.[expectation] ?? []).map(
      (example, n): RuleExample => ({
        expectation,
        lead: typeof example === 'string' ? { summary: example } : example.lead,
        note: typeof example === 'string' ? null : (example.note ?? null),
        path: [...path, 'examples', expectation, n],
      }),
    ),
  );
  return {
    id: written.id,
    number: written.number,
    name: written.name,
    quote: written.quote,
    open: written.open ?? false,
    note: written.note ?? null,
    basis: written.basis,
    certain: condition('certain'),
    hint: condition('hint'),
    examples,
  };
};

const readRuleFile = (written: WrittenFile, text: string, kind: KindDeclaration): RuleFile => ({
  id: { id: written.id, version: written.version, sha256: sha256Of(text) },
  title: written.title,
  effectiveFrom: written.effective.from,
  effectiveTo: written.effective.to ?? null,
  source: { title: written.source.title, url: written.source.url ?? null, published: written.source.published ?? null },
  kind,
  textFields: written.text.fields,
  clauseEnds: written.text['clause-ends'],
  sentenceEnds: written.text['sentence-ends'],
  vocabularies: readVocabularies(written.vocabularies),
  scales: readScales(written.scales ?? {}),
  contexts: written.contexts.map(({ id, title, marks = [], weigh }) => ({
    id,
    title,
    marks,
    scale: weigh ? { atLeast: weigh['at-least'], lists: weigh.of } : null,
  })),
  actors: {
    title: written.actors.title,
    official: written.actors.official,
    outsider: written.actors.outsider,
    objectMarks: written.actors['object-marks'],
    aside: written.actors.aside,
  },
  transferNeeds: written.transfer.needs.map((need) => ({ field: need.field, minLength: need['min-length'] ?? 1 })),
  transferBasis: written.transfer.basis,
  situations: written.situations.map(readSituation),
  deadlines: written.deadlines.map((deadline) => ({ ...deadline, unverified: deadline.unverified ?? false })),
  overlap: written.overlap,
});

/** 读取规则文件: parses, checks and lints; `ruleFile` is null where any finding is an error. */
export const loadRuleFile = (text: string, path: string, leadKind: KindDeclaration): LoadedRuleFile => {
  const { document, findings } = schemaFindings(text, path);
  if (findings.length > 0) return { ruleFile: null, findings };
  // The schema has just accepted this value; WrittenFile says in types what it guarantees.
  const ruleFile = readRuleFile(document.value as WrittenFile, text, leadKind);
  const lint = lintRuleFile(ruleFile, document, path);
  return { ruleFile: lint.some((finding) => finding.severity === 'error') ? null : ruleFile, findings: lint };
};
