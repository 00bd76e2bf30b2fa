import { describe, expect, it } from 'vitest';
import type { Notice } from '../../src/domain/notice.js';
import { adoptPast } from '../../src/notices/index.js';

const record = {
  number: '某法治办移[2023]08号',
  lead_no: 'L1',
  state: '已签收',
  issued_on: '2023-06-01',
  delivered_on: '2023-06-02',
  received_on: '2023-06-05',
  closed_on: null,
  receiver: '某县纪委监委',
  why: null,
  approved_by: '郑某',
  remarks: null,
};
const drafted: Notice = {
  leadNo: 'L1',
  version: 1,
  state: 'drafted',
  number: null,
  draftedOn: '2024-05-08',
  approvedOn: null,
  issuedOn: null,
  deliveredOn: null,
  receivedOn: null,
  receiver: null,
  why: null,
  leadRevision: 1,
  stale: false,
};

describe('a letter that went out on paper', () => {
  it('carries the draft of its lead to the state of the paper, with the number in its right form', () => {
    expect(adoptPast(record, drafted, 1)).toMatchObject([
      {
        step: 'issue',
        on: '2023-06-01',
        number: '某法治办移〔2023〕8号',
        serial: { year: 2023, n: 8 },
        version: 1,
        by: '郑某',
      },
      { step: 'deliver', on: '2023-06-02' },
      { step: 'receive', on: '2023-06-05' },
    ]);
  });

  it('is nothing new the second time', () => {
    expect(adoptPast(record, { ...drafted, state: 'received', number: '某法治办移〔2023〕8号' }, 1)).toEqual([]);
  });

  it('never overwrites a letter that is out under another number', () => {
    expect(adoptPast(record, { ...drafted, state: 'issued', number: '某法治办移〔2024〕1号' }, 1)).toMatchObject({
      code: 'notice-already-issued',
    });
  });

  it('is refused with a number that is none', () => {
    expect(adoptPast({ ...record, number: '2023-8' }, null, 1)).toMatchObject({
      code: 'notice-number-shape',
      value: '2023-8',
    });
  });
});
