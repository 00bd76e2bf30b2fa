/** Changes of one recorded row by a person's word: judgement (人工研判), assessment anew (重新比对), void (作废). The content stays. */
import type { Assessment, Judgement } from '../domain/assessment.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { KindDeclaration } from '../domain/kind.js';
import { hex } from './hashing.js';
import { shownKey, typedKey } from './keys.js';
import { type NewRow, Rows, type StoredRow } from './rows.js';
import type { LeadChange } from './types.js';
import type { Writing } from './writing.js';

export type LeadEdit =
  | { readonly action: 'decide'; readonly judgement: Judgement }
  | { readonly action: 'assess'; readonly assessment: Assessment };

const required = (rows: Rows, kind: KindDeclaration, key: string): StoredRow => {
  const stored = rows.byKey(key) ?? rows.byKey(typedKey(key));
  if (!stored) throw new Failure(EXIT.usage, 'record-unknown', `台账中没有${kind.title}“${shownKey(key)}”`, `用 xingji record list ${kind.id} 查看`);
  if (stored.voided !== null) throw new Failure(EXIT.usage, 'record-voided', `${kind.title}“${shownKey(key)}”已作废：${stored.voided}`, '作废的记录不能再改动');
  return stored;
};

/** The same row with something besides its content changed. */
const written = (rows: Rows, stored: StoredRow, next: NewRow, action: string): number => rows.supersede(stored, next, action, hex(stored.contentHash));

const changeOf = (stored: StoredRow, next: NewRow, revision: number, change: LeadChange['change'], writing: Writing): LeadChange => {
  const { assessed } = next;
  if (assessed === null || stored.assessed === null) throw new Error('a lead without an assessment');
  return {
    key: stored.key,
    revision,
    change,
    decision: change === 'voided' ? 'none' : assessed.decision,
    previousDecision: stored.assessed.decision,
    assessment: assessed.assessment,
    notice: writing.notices.of(stored.key),
    values: stored.values,
  };
};

export const changeLead = (writing: Writing, lead: KindDeclaration, leadNo: string, edit: LeadEdit, ruleFile: number | null): LeadChange => {
  const rows = new Rows(writing, lead);
  const stored = required(rows, lead, leadNo);
  if (stored.assessed === null) throw new Error('a lead without an assessment');
  const judgement = edit.action === 'decide' ? edit.judgement : stored.assessed.judgement;
  const assessment = edit.action === 'assess' ? edit.assessment : stored.assessed.assessment;
  const next = {
    ...stored,
    assessed: {
      ...rows.stateOf(assessment, judgement),
      assessment,
      ruleFile: edit.action === 'assess' ? ruleFile : stored.assessed.ruleFile,
    },
  };
  return changeOf(stored, next, written(rows, stored, next, edit.action), edit.action === 'decide' ? 'judged' : 'assessed', writing);
};

export const voidRow = (writing: Writing, kind: KindDeclaration, key: string, why: string): LeadChange | null => {
  const rows = new Rows(writing, kind);
  const stored = required(rows, kind, key);
  const next = { ...stored, voided: why };
  const revision = written(rows, stored, next, 'void');
  return kind.assessed ? changeOf(stored, next, revision, 'voided', writing) : null;
};
