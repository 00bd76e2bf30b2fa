/** 筛选 (filters): which fields of a kind a report may be cut by. Confidential fields would tell by being filtered. */
import { fieldsOf, type KindDeclaration } from '../domain/kind.js';
import type { StatisticsContext } from './table.js';

export const filterable = (kind: KindDeclaration, field: string): boolean =>
  fieldsOf(kind).some((candidate) => candidate.id === field && !candidate.privacy) ||
  (kind.assessed === true && (field === 'decision' || field === 'situation'));

/** True where every filter of the context can be put to records of this kind. */
export const countable = (kind: KindDeclaration, context: StatisticsContext): boolean =>
  Object.keys(context.filters).every((field) => filterable(kind, field));

type Filters = Readonly<Record<string, readonly string[]>>;

/** Both sets of filters at once: values of a field that is in both are narrowed, never widened. */
export const narrowedBy = (own: Filters, others: Filters): Filters => {
  const both: Record<string, readonly string[]> = { ...own };
  for (const [field, values] of Object.entries(others))
    both[field] = own[field] ? own[field].filter((value) => values.includes(value)) : values;
  return both;
};
