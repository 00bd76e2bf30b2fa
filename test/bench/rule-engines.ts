/**
 * Checking against two public rule engines, on seven situations that all three can express: phrases that the text holds, and
 * comparisons of fields. Prints ratios, and fails where two engines answer differently. Then what 5,000 phrases cost in place of 50.
 * Not part of the program; `npm run bench:rules`. Each engine is used as its manual says, rules made once and run per lead.
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
import { compileAutomaton } from '../../src/rules/text/automaton.js';
import { writeLeads } from './leads.mjs';
import { FIFTY_PHRASES, morePhrases, type Situation } from './rule-engines-situations.js';

type Lead = Readonly<Record<string, string>>;

/** Decides one lead: the ids of the situations met, in their order. */
type Decide = (lead: Lead) => string | Promise<string>;

const LEADS = 2_000;
const PAIRS = 5;

const out = (line: string): void => void process.stdout.write(`${line}\n`);

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
const jsonRulesEngine = (situations: readonly Situation[]): Decide => {
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
const jsonLogicEngine = (situations: readonly Situation[]): Decide => {
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

const answersOf = async (decide: Decide, leads: readonly Lead[]): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (const one of leads) answers.push(await decide(one));
  return answers;
};

const assertEqual = (name: string, ours: readonly string[], theirs: readonly string[]): void => {
  const at = ours.findIndex((answer, i) => answer !== theirs[i]);
  if (at >= 0) throw new Error(`lead ${at + 1}: ours met "${ours[at]}", ${name} met "${theirs[at]}"`);
};

/** Nanoseconds that `work` takes, so often that they are well above the clock's grain. */
const nanoseconds = (times: number, work: () => void): number => {
  const start = process.hrtime.bigint();
  for (let i = 0; i < times; i++) work();
  return Number(process.hrtime.bigint() - start) / times;
};

const nanosecondsAwaited = async (work: () => Promise<unknown>): Promise<number> => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start);
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const told = (ratios: readonly number[]): string =>
  `${median(ratios).toFixed(1)} x (${ratios.map((ratio) => ratio.toFixed(1)).join(', ')})`;

const leads = readLeads();
const values = leads.map(valuesOf);
const ours = ourChecker(FIFTY_PHRASES);
const [rules, logic] = [jsonRulesEngine(FIFTY_PHRASES), jsonLogicEngine(FIFTY_PHRASES)];

const answers = values.map((one) => metBy(ours, one));
assertEqual('json-rules-engine', answers, await answersOf(rules, leads));
assertEqual('json-logic-engine', answers, await answersOf(logic, leads));
const met = answers.filter((answer) => answer !== '').length;
out(`checking ${LEADS} leads against 7 situations of 50 phrases, ${met} of them meet one; equal answers of all three`);

const checkAll = (checker: Checker) => () => {
  for (const one of values) checker.assess(one);
};
const [rulesRatios, logicRatios, phraseRatios]: [number[], number[], number[]] = [[], [], []];
const large = morePhrases(FIFTY_PHRASES, 5_000, leads.map(({ summary }) => summary ?? '').join(''));
const ours5000 = ourChecker(large);
const sample = leads.slice(0, 200);
assertEqual(
  'json-logic-engine',
  sample.map((one) => metBy(ours5000, valuesOf(one))),
  await answersOf(jsonLogicEngine(large), sample),
);
for (const checker of [ours, ours5000]) nanoseconds(20, checkAll(checker));
for (let i = 0; i < PAIRS; i++) {
  const own = nanoseconds(20, checkAll(ours));
  rulesRatios.push((await nanosecondsAwaited(() => answersOf(rules, leads))) / own);
  logicRatios.push(
    nanoseconds(5, () => {
      for (const one of leads) logic(one);
    }) / own,
  );
  phraseRatios.push(nanoseconds(20, checkAll(ours5000)) / nanoseconds(20, checkAll(ours)));
}
out(`  json-rules-engine takes ${told(rulesRatios)} our time`);
out(`  json-logic-engine takes ${told(logicRatios)} our time`);
const phrases = [...new Set(large.flatMap((situation) => situation.phrases.flat()))];
const { bytes, states } = compileAutomaton(phrases);
out(
  `  ${phrases.length} phrases take ${told(phraseRatios)} the time of 50; table of ${states} states, ${(bytes / 2 ** 20).toFixed(1)} MB`,
);
