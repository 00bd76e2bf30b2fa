/**
 * 移送函 in tables (letters): the notices that the pipeline hands over, joined to what a table needs of their leads. A letter
 * belongs to the period by the day it was issued, one not yet issued by the day of its draft. Leads come by one count over
 * those that have a letter, so that the bulk of a large ledger is never read for it.
 */
import type { StatisticsAnswer } from '../domain/answering.js';
import type { CountQuery } from '../domain/counting.js';
import type { Notice } from '../domain/notice.js';
import { CountIndex, countQuery } from './counts.js';
import type { StatisticsContext } from './table.js';

/** 移送函 with the region and the day of discovery of its lead; null where the lead does not say or was voided. */
export interface Letter {
  readonly notice: Notice;
  readonly region: string | null;
  readonly foundOn: string | null;
}

export const LETTERS_NOTE = '移送函按制发日期计入时段，尚未制发的按拟稿日期。';

export const lettersQuery = (context: StatisticsContext): CountQuery =>
  countQuery(context, {
    kind: 'lead',
    by: ['lead_no', 'region', 'found_on'],
    withLetter: true,
    period: { from: null, to: null },
  });

export const lettersOf = (answer: StatisticsAnswer | undefined, context: StatisticsContext): readonly Letter[] => {
  const leads = new Map(new CountIndex(answer).tuples.map(([lead, region, day]) => [lead ?? '', { region, day }]));
  const { from, to } = context.period;
  const filtered = Object.keys(context.filters).length > 0;
  return (context.notices ?? []).flatMap((notice) => {
    const day = notice.issuedOn ?? notice.draftedOn;
    if ((from !== null && day < from) || (to !== null && day > to)) return [];
    const lead = leads.get(notice.leadNo);
    if (!lead && filtered) return [];
    return [{ notice, region: lead?.region ?? null, foundOn: lead?.day ?? null }];
  });
};
