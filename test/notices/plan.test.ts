import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/assessment.js';
import type { Notice, NoticeState } from '../../src/domain/notice.js';
import { planNotices } from '../../src/notices/index.js';

const notice = (state: NoticeState, more: Partial<Notice> = {}): Notice => ({
  leadNo: 'L1',
  version: 1,
  state,
  number: null,
  draftedOn: '2024-05-08',
  approvedOn: null,
  issuedOn: null,
  deliveredOn: null,
  receivedOn: null,
  receiver: '某县纪委监委',
  why: null,
  leadRevision: 1,
  stale: false,
  ...more,
});

const planned = (decision: Decision, current: Notice | null, revision = 2): readonly unknown[] =>
  planNotices([{ key: 'L1', revision, decision, notice: current }], {
    on: '2024-05-20',
    receiverOf: () => '某市纪委监委',
  }).steps;
const names = (decision: Decision, current: Notice | null): readonly unknown[] =>
  planned(decision, current).map((step) => (step as { step: string }).step);

describe('what a changed lead does to its notice', () => {
  it.each<[NoticeState | 'none', readonly string[], readonly string[]]>([
    // state before, steps where the lead must still go, steps where it need not go any more
    ['none', ['draft'], []],
    ['drafted', ['redraft'], ['cancel']],
    ['approved', ['to-drafted'], ['cancel']],
    ['issued', ['mark-stale'], ['mark-stale']],
    ['delivered', ['mark-stale'], ['mark-stale']],
    ['received', ['mark-stale'], ['mark-stale']],
    ['returned', ['supplement'], ['mark-stale']],
    ['withdrawn', ['supplement'], []],
    ['cancelled', ['draft'], []],
  ])('a notice that is %s', (state, stillGoing, notAnyMore) => {
    const current = state === 'none' ? null : notice(state);
    expect(names('transfer', current)).toEqual(stillGoing);
    for (const decision of ['none', 'review', 'supplement'] as const)
      expect(names(decision, current), decision).toEqual(notAnyMore);
  });

  it('does nothing a second time for the revision that the letter already tells of', () => {
    for (const state of ['drafted', 'approved', 'issued', 'delivered', 'received', 'returned', 'withdrawn'] as const)
      expect(planned('transfer', notice(state, { leadRevision: 2 })), state).toEqual([]);
  });

  it('marks a letter that is out once, and keeps the revision it was written from', () => {
    expect(planned('transfer', notice('issued'))).toMatchObject([{ step: 'mark-stale', version: 1, leadRevision: 1 }]);
    expect(planned('transfer', notice('issued', { stale: true }), 3)).toEqual([]);
  });

  it('begins a new version beside one that was given back or dropped', () => {
    expect(planned('transfer', notice('returned', { version: 2 }))).toMatchObject([{ version: 3, leadRevision: 2 }]);
    expect(planned('transfer', notice('cancelled'))).toMatchObject([{ step: 'draft', version: 2 }]);
  });

  it('asks anew who receives when the letter is drafted anew, and leaves an unknown receiver unknown', () => {
    expect(planned('transfer', notice('drafted'))).toMatchObject([{ receiver: '某市纪委监委' }]);
    const { steps } = planNotices([{ key: 'L1', revision: 1, decision: 'transfer', notice: null }], {
      on: '2024-05-20',
      receiverOf: () => null,
    });
    expect(steps).toMatchObject([{ step: 'draft', version: 1, receiver: null }]);
  });
});
