/** Invented records for ledger tests, and a ledger in memory to put them in. */
import type { Assessment } from '../../src/domain/assessment.js';
import { fieldIndex, fieldsOf, type KindDeclaration, type Value } from '../../src/domain/kind.js';
import type { ValidRecord } from '../../src/domain/record.js';
import { completer } from '../../src/kinds/completed.js';
import { KINDS } from '../../src/kinds/index.js';
import { type FileRequest, type Ledger, type LedgerOptions, openLedger } from '../../src/ledger/index.js';

export const NOW = '2024-05-20T09:00:00';

export const kindOf = (id: string): KindDeclaration => {
  const kind = KINDS.find((each) => each.id === id);
  if (!kind) throw new Error(id);
  return kind;
};

/** The options with which a sample ledger is opened; tests change what they are about. */
export const sampleOptions = (changes: Partial<LedgerOptions> = {}): LedgerOptions => ({
  path: ':memory:',
  mode: 'write',
  kinds: KINDS,
  office: { region: '211100', name: '某市委依法治市办（示例）' },
  now: NOW,
  operator: '张三',
  complete: (kind, values) => completer(kind, '211100')(values),
  ...changes,
});

export const openSample = (path = ':memory:', now = NOW, operator = '张三'): Ledger =>
  openLedger(sampleOptions({ path, now, operator }));

/** A record of a kind from the fields that matter; the rest is blank. */
export const record = (kind: KindDeclaration, fields: Readonly<Record<string, Value>>, n = 1): ValidRecord => {
  const values: Value[] = fieldsOf(kind).map(() => null);
  for (const [id, value] of Object.entries(fields)) values[fieldIndex(kind, id)] = value;
  return { values, line: n + 1, record: n, row: n + 1 };
};

export const lead = (leadNo: string, fields: Readonly<Record<string, Value>> = {}, n = 1): ValidRecord =>
  record(
    kindOf('lead'),
    {
      lead_no: leadNo,
      source_channel: '行政复议',
      found_on: '2024-05-08',
      agency: '某县某局',
      summary: '（示例，虚构）',
      ...fields,
    },
    n,
  );

/** What a rule file would say; `met` names the situations. */
export const assessed = (decision: Assessment['decision'] = 'none', met: readonly string[] = []): Assessment => ({
  decision,
  situations: met.map((id) => ({
    id,
    outcome: 'met' as const,
    evidence: [{ field: 'summary', start: 0, end: 2, text: '（示' }],
    missing: [],
  })),
  lacking: [],
  claimedUnmet: [],
  lawOf: '2024-05-08',
  lawOfAssumed: true,
});

export interface Imported {
  readonly added: number;
  readonly amended: number;
  readonly unchanged: number;
  readonly rejected: readonly string[];
  readonly findings: readonly string[];
}

/** One file of records, imported; leads are assessed by the function given. */
export const importRecords = (
  ledger: Ledger,
  kindId: string,
  records: readonly ValidRecord[],
  options: Partial<FileRequest> & { readonly assess?: (values: readonly Value[]) => Assessment } = {},
): Imported => {
  const { assess = () => assessed(), ...request } = options;
  const run = ledger.begin({
    command: 'import',
    ruleFile: { id: 'test', version: '1', sha256: 'ab', text: '', situations: [] },
  });
  const session = run.file({
    path: 'sample.csv',
    format: 'csv',
    encoding: 'utf-8',
    kind: kindId,
    onChange: 'amend',
    clear: false,
    ...request,
  });
  const isLead = kindId === 'lead';
  const outcome = session.record(
    records,
    isLead ? records.map((each) => assess(each.values)) : null,
    isLead ? assess : null,
  );
  session.commit({
    read: records.length,
    added: outcome.added,
    amended: outcome.amended,
    unchanged: outcome.unchanged,
    rejected: outcome.rejected.length,
  });
  run.end();
  return {
    added: outcome.added,
    amended: outcome.amended,
    unchanged: outcome.unchanged,
    rejected: outcome.rejected.flatMap((each) => each.findings.map((finding) => finding.code)),
    findings: outcome.findings.map((finding) => finding.code),
  };
};
