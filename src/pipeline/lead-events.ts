/**
 * 经过 (events of a lead): what the journal and the linked records tell of it, oldest first: who did each step, when the ledger
 * learned of it and why. Several things of one day keep the order in which they were recorded.
 */
import { DECISION_TITLES, type Decision } from '../domain/assessment.js';
import { fieldsOf } from '../domain/kind.js';
import type { NoticeStepName } from '../domain/notice-step.js';
import type { StoryEvent } from '../domain/story.js';
import type { HistoryEntry, Ledger, NoticeStepTaken, StoredLead } from '../ledger/index.js';
import { STEP_TITLES } from '../notices/index.js';
import { asText, shown } from './shown.js';
import type { Workspace } from './workspace.js';

export const leadEvents = (ledger: Ledger, workspace: Workspace, lead: StoredLead): readonly StoryEvent[] => {
  const recorded = [
    ...ledger.history('lead', lead.leadNo).map((entry) => ({ seq: entry.seq, event: journalEvent(entry) })),
    ...ledger.noticeSteps(lead.leadNo).map((step) => ({ seq: step.seq, event: stepEvent(step) })),
  ].sort((a, b) => a.seq - b.seq);
  return [...recorded.map(({ event }) => event), ...linkedEvents(ledger, workspace, lead)].sort(byDay);
};

const byDay = (a: StoryEvent, b: StoryEvent): number => {
  const [left, right] = [a.on.slice(0, 10), b.on.slice(0, 10)];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** 2024-05-20 09:00 */
const minute = (time: string): string => time.slice(0, 16).replace('T', ' ');

const NOTICE_TITLES: Readonly<Record<NoticeStepName, string>> = {
  ...STEP_TITLES,
  draft: '拟稿',
  redraft: '重新拟稿',
  'mark-stale': '发出后线索有变更，函件保持发出时内容',
};
/** Steps whose reason is their own; other rows carry the reason of a step before. */
const REASONED: ReadonlySet<NoticeStepName> = new Set([
  'redraft',
  'to-drafted',
  'cancel',
  'return',
  'withdraw',
  'mark-stale',
  'supplement',
]);

const stepEvent = (taken: NoticeStepTaken): StoryEvent => {
  const { step, version, on, time, operator, number, receiver, approvedBy, why } = taken;
  const begins = step === 'draft' || step === 'redraft' || step === 'supplement';
  const details = [
    begins ? (receiver === null ? '主送机关待填写' : `主送 ${receiver}`) : '',
    step === 'approve' && approvedBy !== null ? `审定人 ${approvedBy}` : '',
    REASONED.has(step) && why !== null ? `原因 ${why}` : '',
    `操作人 ${operator}`,
    `登记于 ${minute(time)}`,
  ];
  return {
    on,
    title: `移送函${NOTICE_TITLES[step]}${version > 1 ? `（第 ${version} 份）` : ''}${step === 'issue' && number !== null ? `　${number}` : ''}`,
    detail: details.filter((part) => part !== '').join('；'),
  };
};

const ACTION_TITLES: Readonly<Record<string, string>> = {
  add: '登记',
  amend: '更正',
  decide: '人工研判',
  void: '作废',
  assess: '按新规则重新比对',
};

const journalEvent = (entry: HistoryEntry): StoryEvent => ({
  on: entry.time,
  title: `线索${ACTION_TITLES[entry.action] ?? entry.action}（第 ${entry.revision} 版，运行 ${entry.run}）`,
  detail: `操作人 ${entry.operator}${entry.decision ? `；结论 ${DECISION_TITLES[entry.decision as Decision] ?? entry.decision}` : ''}`,
});

/** Records of other kinds that name this lead: feedback, accountability, cases, services. */
const linkedEvents = (ledger: Ledger, workspace: Workspace, lead: StoredLead): StoryEvent[] =>
  workspace.kinds
    .filter((kind) => kind.links.some((link) => link.kind === 'lead'))
    .flatMap((kind) =>
      ledger.linkedTo(kind.id, 'lead', lead.leadNo).map(({ day, values }) => {
        const visible = shown(kind, values);
        const told = fieldsOf(kind).filter(
          (field) => field.id !== 'lead_no' && field.type !== 'date' && (visible[field.id] ?? null) !== null,
        );
        return {
          on: day ?? '',
          title: kind.title,
          detail: told.map((field) => `${field.title} ${asText(visible[field.id] ?? null)}`).join('；'),
        };
      }),
    );
