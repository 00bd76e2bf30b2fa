/**
 * Checking against two public rule engines, on seven situations that all three can express: phrases that the text holds, and
 * comparisons of fields. Prints ratios, and fails where two engines answer differently. Then what 5,000 phrases cost us in place of
 * 50, and seven situations in place of one.
 * Not part of the program; `npm run bench:rules`; with `--json` (npm run bench) the medians as one JSON document. Each engine is used as its manual says, rules made once and run per lead, and
 * answers with the ids of the situations met, in their order.
 * Trap: ours also gathers the evidence of what is met, which the others do not; so the ratios are a little too small.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { LogicEngine } from 'json-logic-engine';
import { type ConditionProperties, Engine } from 'json-rules-engine';
import { fieldsOf, type Value } from '../../src/domain/kind.js';
import { lead } from '../../src/kinds/lead.js';
import { type Checker, compileChecker, loadRuleFile } from '../../src/rules/index.js';
import { writeLeads } from './leads.mjs';
import { type Situation, withPhrases } from './rule-engines-situations.js';

type Lead = Readonly<Record<string, string>>;

const LEADS = 2_000;
const PAIRS = 5;

const AS_JSON = process.argv.includes('--json');
const out = (line: string): void => void (AS_JSON || process.stdout.write(`${line}\n`));

/** What was found, by name. */
const medians: Record<string, number> = {};

/** Leads of the seeded sheet, by field. */
const readLeads = (): readonly Lead[] => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-rules-'));
  try {
    const path = join(folder, 'leads.csv');
    writeLeads(LEADS, path);
    const ids = new Map(fieldsOf(lead).map(({ id, title }) => [title, id]));
    return parse(readFileSync(path), { columns: (titles: string[]) => titles.map((title) => ids.get(title) ?? title) });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The situations as a rule file of ours: no context takes a phrase's force away, whoever acts. */
const ourChecker = (situations: readonly Situation[]): Checker => {
  const basis = [{ statute: '某法', article: '第一条', from: '2020-01-01' }];
  const text = JSON.stringify({
    id: 'bench',
    title: '比较用规则',
    version: '1.0.0',
    effective: { from: '2020-01-01' },
    source: { title: '比较用' },
    text: { fields: ['summary'], 'clause-ends': '，', 'sentence-ends': '。' },
    vocabularies: { 无: ['（不出现）'] },
    contexts: [],
    actors: { title: '不论何人', official: '无', outsider: '无', 'object-marks': '无', aside: '无' },
    transfer: { needs: [{ field: 'agency' }], basis },
    situations: situations.map(({ id, name, phrases, fields }, i) => ({
      id,
      number: i + 1,
      name,
      quote: name,
      basis,
      certain: {
        all: [
          ...phrases.map((list) => ({ says: { list, actor: 'any' } })),
          ...fields.map(({ field, values }) => ({ in: { field, values } })),
        ],
      },
      examples: { match: ['略。'], 'no-match': ['略。'] },
    })),
    deadlines: [],
    overlap: situations.flatMap(({ id }, i) =>
      situations.slice(i + 1).map((other) => ({ pair: [id, other.id], policy: 'both', reason: '比较用' })),
    ),
  });
  const { ruleFile, findings } = loadRuleFile(text, 'bench.yaml', lead);
  if (!ruleFile) throw new Error(findings.map(({ message }) => message).join('\n'));
  return compileChecker(ruleFile);
};

/** Values in the field order of a lead, as the import hands them to the checker. */
const valuesOf = (one: Lead): readonly Value[] => fieldsOf(lead).map(({ id }) => one[id] || null);

const metBy = (checker: Checker, values: readonly Value[]): string =>
  checker
    .assess(values)
    .situations.filter(({ outcome }) => outcome === 'met')
    .map(({ id }) => id)
    .join(' ');

/** json-rules-engine: one condition a phrase; the engine has no word for "text holds phrase", so it is given one. */
const jsonRulesEngine = (situations: readonly Situation[]): ((one: Lead) => Promise<string>) => {
  const engine = new Engine();
  engine.addOperator('holds', (text: string, phrase: string) => text.includes(phrase));
  for (const { id, phrases, fields } of situations)
    engine.addRule({
      conditions: {
        all: [
          ...phrases.map((list) => ({
            any: list.map((value): ConditionProperties => ({ fact: 'summary', operator: 'holds', value })),
          })),
          ...fields.map(({ field, values }) => ({ fact: field, operator: 'in', value: values })),
        ],
      },
      event: { type: id },
    });
  const order = situations.map(({ id }) => id);
  return async (one) => {
    const { events } = await engine.run(one);
    const met = new Set(events.map(({ type }) => type));
    return order.filter((id) => met.has(id)).join(' ');
  };
};

/** json-logic-engine: each situation one expression, compiled to JavaScript by the engine itself. */
const jsonLogicEngine = (situations: readonly Situation[]): ((one: Lead) => string) => {
  const engine = new LogicEngine();
  const rules = situations.map(({ id, phrases, fields }) => ({
    id,
    holds: engine.build({
      and: [
        ...phrases.map((list) => ({ or: list.map((phrase) => ({ in: [phrase, { var: 'summary' }] })) })),
        ...fields.map(({ field, values }) => ({ in: [{ var: field }, values] })),
      ],
    }),
  }));
  return (one) => {
    const met: string[] = [];
    for (const { id, holds } of rules) if (holds(one)) met.push(id);
    return met.join(' ');
  };
};

const assertEqual = (name: string, ours: readonly string[], theirs: readonly string[]): void => {
  const at = ours.findIndex((answer, i) => answer !== theirs[i]);
  if (at >= 0) throw new Error(`lead ${at + 1}: ours met "${ours[at]}", ${name} met "${theirs[at]}"`);
};

/** Nanoseconds of the quickest of several passes: what other work on the machine adds is left out, for all engines alike. */
const quickest = async (passes: number, work: () => void | Promise<void>): Promise<number> => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < passes; i++) {
    const start = process.hrtime.bigint();
    await work();
    least = Math.min(least, Number(process.hrtime.bigint() - start));
  }
  return least;
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const told = (ratios: readonly number[]): string =>
  `${median(ratios).toFixed(1)} x (${ratios.map((ratio) => ratio.toFixed(1)).join(', ')})`;

const leads = readLeads();
const values = leads.map(valuesOf);
/** The characters that rules are written in. */
const shippedRules = readFileSync('rules/seven-situations.yaml', 'utf8');

const checkAll = (checker: Checker) => () => {
  for (const one of values) checker.assess(one);
};

/** Ratios of the other engines to ours on rules of so many phrases; every lead is decided alike by all three. */
const againstOthers = async (count: number): Promise<void> => {
  const situations = withPhrases(count, shippedRules);
  const [ours, rules, logic] = [ourChecker(situations), jsonRulesEngine(situations), jsonLogicEngine(situations)];
  const answers = values.map((one) => metBy(ours, one));
  assertEqual('json-logic-engine', answers, leads.map(logic));
  // The slowest engine is asked only as often as a minute allows.
  const few = leads.slice(0, Math.ceil(LEADS / (count / 50)));
  const theirs: string[] = [];
  for (const one of few) theirs.push(await rules(one));
  assertEqual('json-rules-engine', answers.slice(0, few.length), theirs);
  const rulesRatios: number[] = [];
  const logicRatios: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const own = await quickest(20, checkAll(ours));
    const ofRules = await quickest(1, async () => {
      for (const one of few) await rules(one);
    });
    const ofLogic = await quickest(5, () => {
      for (const one of leads) logic(one);
    });
    rulesRatios.push(((ofRules / own) * leads.length) / few.length);
    logicRatios.push(ofLogic / own);
  }
  const met = answers.filter((answer) => answer !== '').length;
  out(`${count} phrases (${met} of ${LEADS} leads meet a situation; equal answers of all three)`);
  medians[`rules${count}`] = median(rulesRatios);
  medians[`logic${count}`] = median(logicRatios);
  out(`  json-rules-engine takes ${told(rulesRatios)} our time`);
  out(`  json-logic-engine takes ${told(logicRatios)} our time`);
};

/** How much longer one checker takes than another for all leads, pair by pair. */
const checkRatios = async (large: Checker, small: Checker): Promise<readonly number[]> => {
  const ratios: number[] = [];
  for (let i = 0; i <= PAIRS; i++) {
    const ratio = (await quickest(30, checkAll(large))) / (await quickest(30, checkAll(small)));
    // The first pair only makes both ready.
    if (i > 0) ratios.push(ratio);
  }
  return ratios;
};

/** What phrases cost: the same situations with 50 and with 5,000. */
const manyPhrases = async (): Promise<void> => {
  const before = process.memoryUsage().arrayBuffers;
  const large = ourChecker(withPhrases(5_000, shippedRules));
  // The tables are made for the first lead; what was thrown away on the way counts, where it has not been collected yet.
  checkAll(large)();
  const megabytes = (process.memoryUsage().arrayBuffers - before) / 2 ** 20;
  const ratios = await checkRatios(large, ourChecker(withPhrases(50, shippedRules)));
  medians.phrases = median(ratios);
  medians.megabytes = megabytes;
  out(`5,000 phrases take us ${told(ratios)} the time of 50; their tables have ${megabytes.toFixed(1)} MB`);
};

/** What situations cost: all seven against the first of them alone. */
const manySituations = async (): Promise<void> => {
  const seven = withPhrases(500, shippedRules);
  const ratios = await checkRatios(ourChecker(seven), ourChecker(seven.slice(0, 1)));
  medians.situations = median(ratios);
  out(`seven situations take us ${told(ratios)} the time of one`);
};

out(`checking ${LEADS} leads against seven situations`);
// The shipped rule file has thousands of phrases: the set of 500 is the comparison, that of 50 stands beside it.
await againstOthers(500);
await againstOthers(50);
await manyPhrases();
await manySituations();
if (AS_JSON) process.stdout.write(`${JSON.stringify(medians)}\n`);
