import { describe, expect, it } from 'vitest';
import type { Notice, NoticeState } from '../../src/domain/notice.js';
import {
  checkStep,
  isRefusal,
  type ManualStep,
  STEP_TITLES,
  type StepOptions,
  stepsOpen,
} from '../../src/notices/index.js';

const notice = (state: NoticeState, more: Partial<Notice> = {}): Notice => ({
  leadNo: '示例〔2024〕001',
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
const options: StepOptions = { on: '2024-05-20', today: '2024-05-21', why: '材料不全' };
const STEPS = Object.keys(STEP_TITLES) as readonly ManualStep[];
const STATES: readonly NoticeState[] = [
  'drafted',
  'approved',
  'issued',
  'delivered',
  'received',
  'returned',
  'withdrawn',
  'cancelled',
];

describe('the steps of a notice', () => {
  it('takes exactly the steps that are open in each state', () => {
    const taken = STATES.map((state) => [
      state,
      STEPS.filter((step) => !isRefusal(checkStep(notice(state), step, options))).join(' '),
    ]);
    expect(taken).toEqual([
      ['drafted', 'approve cancel'],
      ['approved', 'to-drafted issue cancel'],
      ['issued', 'deliver withdraw supplement'],
      ['delivered', 'receive return withdraw supplement'],
      ['received', 'return withdraw supplement'],
      ['returned', 'withdraw supplement'],
      ['withdrawn', 'supplement'],
      ['cancelled', ''],
    ]);
    for (const state of STATES)
      expect([...stepsOpen(state)].sort()).toEqual(STEPS.filter((step) => stepsOpen(state).includes(step)).sort());
  });

  it('names the state and the open steps when it refuses', () => {
    expect(checkStep(notice('drafted'), 'deliver', options)).toMatchObject({
      code: 'notice-step-closed',
      message: '线索 示例〔2024〕001 的移送函现为“拟稿”，不能送达',
      hint: '现在可以办理：审定、取消',
    });
  });

  it('approves and issues at once what was signed on paper', () => {
    expect(checkStep(notice('drafted'), 'issue', { ...options, approved: true, by: '郑某' })).toMatchObject([
      { step: 'approve', by: '郑某' },
      { step: 'issue', receiver: '某县纪委监委' },
    ]);
    expect(checkStep(notice('drafted'), 'issue', options)).toMatchObject({ code: 'notice-step-closed' });
  });

  it('wants a reason for what undoes something', () => {
    for (const [state, step] of [
      ['delivered', 'return'],
      ['issued', 'withdraw'],
      ['drafted', 'cancel'],
    ] as const)
      expect(checkStep(notice(state), step, { ...options, why: ' ' })).toMatchObject({ code: 'notice-why-missing' });
  });

  it('refuses a day after today or before the last step', () => {
    expect(checkStep(notice('drafted'), 'approve', { ...options, on: '2024-05-22' })).toMatchObject({
      code: 'notice-day-future',
    });
    expect(
      checkStep(notice('issued', { issuedOn: '2024-05-20' }), 'deliver', { ...options, on: '2024-05-19' }),
    ).toMatchObject({
      code: 'notice-day-order',
    });
  });

  it('issues nothing to an unknown receiver, and takes one that is known by now', () => {
    const unknown = notice('approved', { receiver: null });
    expect(checkStep(unknown, 'issue', options)).toMatchObject({ code: 'notice-receiver-unknown' });
    expect(checkStep(unknown, 'issue', { ...options, receiver: '某市纪委监委' })).toMatchObject([
      { receiver: '某市纪委监委' },
    ]);
  });

  it('begins a supplement as the next version, of the lead as it stands', () => {
    expect(checkStep(notice('received', { version: 2 }), 'supplement', { ...options, leadRevision: 5 })).toMatchObject([
      { step: 'supplement', version: 3, leadRevision: 5 },
    ]);
  });
});
