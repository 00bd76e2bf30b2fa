/**
 * 以往移送函 (letters of the past): an imported register of letters that went out on paper carries each lead's notice to the state of the
 * paper, with the paper's number. A lead that has no notice yet gets one, without a draft for anybody to send.
 */
import type { Finding } from '../domain/finding.js';
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { NoticeStep } from '../domain/notice-step.js';
import type { ValidRecord } from '../domain/record.js';
import type { FileSession, Ledger, RecordOutcome } from '../ledger/index.js';
import { adoptPast, isRefusal } from '../notices/index.js';

/** Records the steps of the letters of one batch; returns what a person must look at. */
export const adoptPastNotices = (
  records: readonly ValidRecord[],
  outcome: RecordOutcome,
  kind: KindDeclaration,
  ledger: Ledger,
  session: FileSession,
): readonly Finding[] => {
  const refused = new Set(outcome.rejected.map((each) => each.record));
  const findings: Finding[] = [];
  for (const record of records) {
    if (refused.has(record.record)) continue;
    const letter = Object.fromEntries(fieldsOf(kind).map((field, i) => [field.id, record.values[i] ?? null]));
    const place = { path: '', line: record.line, record: record.record };
    const lead = ledger.lead(String(letter.lead_no));
    if (lead === null) {
      findings.push({
        ...place,
        code: 'notice-lead-unknown',
        severity: 'warning',
        value: String(letter.lead_no).slice(0, 40),
        message: '台账中还没有这件线索，移送函只登记、没有对上线索',
        hint: '导入线索后，再导入一次这份移送函登记',
      });
      continue;
    }
    const steps = adoptPast(letter, lead.notice, lead.revision);
    const taken = isRefusal(steps) ? null : numberTaken(steps, ledger);
    if (isRefusal(steps)) findings.push({ ...steps, ...place, severity: 'warning' });
    else if (taken !== null) findings.push({ ...place, ...taken });
    else
      session.recordNoticeSteps([...begun(steps, lead.notice !== null && lead.notice.state !== 'cancelled'), ...steps]);
  }
  return findings;
};

/** A number that another letter has, a withdrawn one too: the paper or the register is wrong, and a person must look. */
const numberTaken = (steps: readonly NoticeStep[], ledger: Ledger): Omit<Finding, 'path'> | null => {
  const number = steps.find((each) => each.step === 'issue')?.number;
  const holder = number === undefined ? null : ledger.leadWithNumber(number);
  if (number === undefined || holder === null) return null;
  return {
    code: 'notice-number-taken',
    severity: 'warning',
    value: number.slice(0, 40),
    message: `发文字号“${number}”已用于线索“${holder}”，没有对上线索`,
    hint: '核对文号；撤回的文号也不再使用',
  };
};

/** A version that is not there yet is begun first, on the day of its first step. */
const begun = (steps: readonly NoticeStep[], exists: boolean): readonly NoticeStep[] => {
  const [first] = steps;
  if (first === undefined || exists) return [];
  const { leadNo, version, on, leadRevision } = first;
  return [{ leadNo, version, step: 'draft', on, leadRevision, receiver: first.receiver ?? null }];
};
