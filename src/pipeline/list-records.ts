/** 记录列表 (record lists): the records of one kind as a person may see them: hidden fields absent, identity numbers masked. */
import { fieldsOf, type Value } from '../domain/kind.js';
import { shown } from './shown.js';
import { openWorkspace, type Surroundings } from './workspace.js';

export interface RecordList {
  readonly kind: string;
  readonly title: string;
  readonly total: number;
  readonly fields: readonly { readonly id: string; readonly title: string }[];
  readonly records: readonly { readonly key: string; readonly values: Readonly<Record<string, Value>> }[];
}

export const listRecords = (surroundings: Surroundings, kindId: string, limit: number): RecordList => {
  const workspace = openWorkspace(surroundings);
  const kind = workspace.kindNamed(kindId);
  const ledger = workspace.open('read');
  try {
    const found = ledger.records(kind.id, limit);
    return {
      kind: kind.id,
      title: kind.title,
      total: found.total,
      fields: fieldsOf(kind)
        .filter((field) => field.privacy !== 'hidden')
        .map(({ id, title }) => ({ id, title })),
      records: found.records.map(({ key, values }) => ({ key, values: shown(kind, values) })),
    };
  } finally {
    ledger.close();
  }
};
