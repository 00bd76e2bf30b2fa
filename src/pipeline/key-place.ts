/**
 * Where the thing that identifies a record stands in its sheet. The ledger knows records, not sheets: file, cell, heading and
 * value of what it says about a record are filled in here, so that its messages read like those of intake.
 */
import type { Finding } from '../domain/finding.js';
import { fieldIndex, fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { ValidRecord } from '../domain/record.js';
import type { PlannedPart } from './import-plan.js';

export const placer = (
  part: PlannedPart,
  kind: KindDeclaration,
  records: () => readonly ValidRecord[],
): ((finding: Finding) => Finding) => {
  const [first = []] = kind.key;
  const candidates = typeof first === 'string' ? [first] : first;
  // Most batches give nothing to place.
  let byNumber: ReadonlyMap<number, ValidRecord> | null = null;
  return (finding) => {
    const named = finding.path === '' ? { ...finding, path: part.shown } : finding;
    byNumber ??= new Map(records().map((record) => [record.record, record]));
    const record = byNumber.get(finding.record ?? 0);
    if (record === undefined || finding.heading !== undefined) return named;
    const id = candidates.find((field) => (record.values[fieldIndex(kind, field)] ?? null) !== null);
    const field = fieldsOf(kind).find((each) => each.id === id);
    if (id === undefined || field === undefined) return named;
    const column = part.inspection.columns[id];
    return {
      ...named,
      heading: field.title,
      value: String(record.values[fieldIndex(kind, id)]).slice(0, 40),
      ...(column === undefined ? {} : { cell: `${column}${record.row}` }),
    };
  };
};
