/**
 * A run's entry (运行登记): what is written before anything else: the office's name as the config has it, the rule file whole, the run
 * itself. Its time never lies before that of the run before, so that "what the ledger knew then" is a matter of run numbers.
 */
import type { LedgerOffice, LedgerOptions, RuleFileRecord, RunRequest } from './types.js';
import { OWN_OFFICE, type Writing } from './writing.js';

interface RawRun {
  readonly operator: string;
  readonly time: string;
}

/** Enters the run where it is not in the ledger yet (number 0, or rolled back with its first file), and sets up what writes. */
export const enterRun = (writing: Writing, options: LedgerOptions, request: RunRequest, number: number): number => {
  const { db } = writing;
  writing.ruleFile = request.ruleFile ? keepRuleFile(writing, request.ruleFile) : null;
  const known = db.prepare('SELECT operator, time FROM run WHERE id = ?').get(number) as RawRun | undefined;
  if (known !== undefined && known.operator === options.operator) {
    writing.journal.begin({ id: number, operator: known.operator, time: known.time });
    return number;
  }
  keepOffice(writing, options.office);
  const before = db.prepare('SELECT time FROM run ORDER BY id DESC LIMIT 1').pluck().get();
  const time = typeof before === 'string' && before > options.now ? before : options.now;
  const id = Number(
    db
      .prepare('INSERT INTO run (office, command, arguments, operator, time, rule_file) VALUES (?, ?, ?, ?, ?, ?)')
      .run(OWN_OFFICE, request.command, request.arguments ?? null, options.operator, time, writing.ruleFile)
      .lastInsertRowid,
  );
  writing.journal.begin({ id, operator: options.operator, time });
  return id;
};

/** The ledger's own office has one row from the first run on; a config written later only gives it its right name. */
const keepOffice = ({ db }: Writing, { region, name }: LedgerOffice): void => {
  db.prepare(
    `INSERT INTO office (id, region, name) VALUES (${OWN_OFFICE}, ?, ?)
     ON CONFLICT (id) DO UPDATE SET region = excluded.region, name = excluded.name WHERE region <> excluded.region OR name <> excluded.name`,
  ).run(region, name);
};

const keepRuleFile = ({ db }: Writing, { id, version, sha256, situations, text }: RuleFileRecord): number => {
  db.prepare(
    'INSERT INTO rule_file (name, version, sha256, situations, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  ).run(id, version, sha256, JSON.stringify(situations), text);
  return Number(db.prepare('SELECT id FROM rule_file WHERE sha256 = ?').pluck().get(sha256));
};
