/** Changes of one recorded row by a person's word: judgement (人工研判), assessment anew (重新比对), void (作废). The content stays. */
import { type Assessment, foundIn, type Judgement } from '../domain/assessment.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { KindDeclaration } from '../domain/kind.js';
import { stateOf } from './assessed-state.js';
import { NO_PLACE } from './journal.js';
import { shownKey, typedKey } from './keys.js';
import { type NewRow, Rows, type StoredRow } from './rows.js';
import type { LeadChange } from './types.js';
import type { Writing } from './writing.js';

export type LeadEdit =
  | { readonly action: 'decide'; readonly judgement: Judgement }
  | { readonly action: 'assess'; readonly assessment: Assessment };

const required = (rows: Rows, kind: KindDeclaration, key: string): StoredRow => {
  const known = rows.byKey(key) ?? rows.byKey(typedKey(key));
  if (!known)
    throw new Failure(
      EXIT.usage,
      'record-unknown',
      `台账中没有${kind.title}“${shownKey(key)}”`,
      `用 xingji record list ${kind.id} 查看`,
    );
  const stored = rows.whole(known);
  if (stored.voided !== null)
    throw new Failure(
      EXIT.usage,
      'record-voided',
      `${kind.title}“${shownKey(key)}”已作废：${stored.voided}`,
      '作废的记录不能再改动',
    );
  return stored;
};

const changeOf = (
  stored: StoredRow,
  next: NewRow,
  revision: number,
  change: LeadChange['change'],
  writing: Writing,
): LeadChange => {
  const { state } = next;
  if (state === null || stored.state === null) throw new Error('a lead without an assessment');
  return {
    key: stored.key,
    revision,
    change,
    decision: change === 'voided' ? 'none' : state.decision,
    previousDecision: stored.state.decision,
    found: foundIn(state.assessment),
    notice: writing.noticeOfWritten(stored.key),
    values: stored.values,
  };
};

/** Writes a lead's row with another judgement or assessment; the judgement that stands is kept beside a new assessment. */
export const editLead = (writing: Writing, rows: Rows, stored: StoredRow, edit: LeadEdit): LeadChange => {
  const { state } = stored;
  if (state === null) throw new Error('a lead without an assessment');
  const next: NewRow = {
    ...stored,
    state:
      edit.action === 'decide'
        ? stateOf(state.assessment, edit.judgement, state.ruleFile)
        : stateOf(edit.assessment, state.judgement, writing.ruleFile),
  };
  const revision = rows.supersede(stored, next, edit.action, NO_PLACE);
  return changeOf(stored, next, revision, edit.action === 'decide' ? 'judged' : 'assessed', writing);
};

export const changeLead = (writing: Writing, lead: KindDeclaration, leadNo: string, edit: LeadEdit): LeadChange => {
  const rows = new Rows(writing, lead);
  return editLead(writing, rows, required(rows, lead, leadNo), edit);
};

export const voidRow = (writing: Writing, kind: KindDeclaration, key: string, why: string): LeadChange | null => {
  const rows = new Rows(writing, kind);
  const stored = required(rows, kind, key);
  const next: NewRow = { ...stored, voided: why };
  const revision = rows.supersede(stored, next, 'void', NO_PLACE);
  return kind.assessed ? changeOf(stored, next, revision, 'voided', writing) : null;
};
