/**
 * 重新比对 (reassessment) of all leads by the rule file of a run, page by page: a ledger of a million leads never stands in memory. Only
 * leads that come out differently are written; the judgement on a lead is kept.
 */
import type { Assessment } from '../domain/assessment.js';
import type { KindDeclaration, Value } from '../domain/kind.js';
import { sameAssessment } from './assessed-state.js';
import { columnList, type SqlValue } from './columns.js';
import { Rows, rowReader } from './rows.js';
import { editLead } from './single-change.js';
import type { LeadChange } from './types.js';
import type { Writing } from './writing.js';

export interface Reassessed {
  readonly leads: number;
  readonly changed: number;
}

const PAGE = 500;

export const reassessLeads = (
  writing: Writing,
  kind: KindDeclaration,
  assess: (values: readonly Value[]) => Assessment,
  each: (changes: readonly LeadChange[]) => void,
): Reassessed => {
  const rows = new Rows(writing, kind);
  const read = rowReader(kind);
  // The plus keeps the key's index out: the rows are walked by id.
  const page = writing.db
    .prepare(
      `SELECT ${columnList(kind)} FROM lead WHERE +office = ? AND voided IS NULL AND id > ? ORDER BY id LIMIT ${PAGE}`,
    )
    .raw();
  let leads = 0;
  let changed = 0;
  for (let last = 0; ; ) {
    const raws = page.all(writing.office, last) as SqlValue[][];
    if (raws.length === 0) return { leads, changed };
    const changes: LeadChange[] = [];
    for (const raw of raws) {
      leads++;
      const row = read(raw);
      const assessment = assess(row.values);
      if (row.state && sameAssessment(assessment, row.state.assessment)) continue;
      const known = rows.byKey(row.key);
      if (known === null) throw new Error('a lead that was just read is gone');
      changes.push(editLead(writing, rows, rows.whole(known), { action: 'assess', assessment }));
    }
    changed += changes.length;
    if (changes.length > 0) each(changes);
    last = Number(raws[raws.length - 1]?.[0]);
  }
};
