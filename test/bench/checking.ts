/**
 * `node checking.mjs FILE ROWS`: the seconds of processor time that checking takes by the shipped rule file, for the first ROWS leads of a
 * seeded sheet, read beforehand. One thread, from the first lead on, as in an import. Not part of the program.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { parse } from 'csv-parse';
import { fieldsOf, type Value } from '../../src/domain/kind.js';
import { lead } from '../../src/kinds/lead.js';
import { compileChecker, loadRuleFile } from '../../src/rules/index.js';

const [file = '', limit = '0'] = process.argv.slice(2);
const path = 'rules/seven-situations.yaml';
const { ruleFile } = loadRuleFile(readFileSync(path, 'utf8'), path, lead);
if (!ruleFile) throw new Error(`${path} is not valid`);

const fields = fieldsOf(lead);
const rows: Value[][] = [];
for await (const record of createReadStream(file).pipe(parse({ columns: true, to: Number(limit) })))
  rows.push(fields.map(({ title }) => (record as Record<string, string>)[title] || null));

const checker = compileChecker(ruleFile);
const before = process.cpuUsage();
let met = 0;
for (const values of rows) if (checker.assess(values).situations.length > 0) met++;
const { user } = process.cpuUsage(before);
if (rows.length !== Number(limit) || met === 0) throw new Error(`${rows.length} leads read, ${met} with a situation`);
process.stdout.write(`${user / 1e6}\n`);
