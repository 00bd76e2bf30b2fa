/** 一件线索的全过程 (the story of a lead): what it says, what was decided and by whom, what went out, what came back. Oldest first. */
import { DECISION_TITLES, type Decision } from '../domain/assessment.js';
import { fieldsOf, type Value } from '../domain/kind.js';
import type { Notice } from '../domain/notice.js';
import type { LeadStory, StoryEvent } from '../domain/story.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { requireLead } from './find-lead.js';
import { shown } from './shown.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

export const showLead = (surroundings: Surroundings, leadNo: string): LeadStory => {
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const lead = requireLead(ledger, leadNo);
    const values = shown(workspace.lead, lead.values);
    return {
      leadNo,
      decision: lead.decision,
      machineDecision: lead.machineDecision,
      judgement: lead.judgement,
      situations: lead.met,
      situationNames: situationNames(workspace, lead.met),
      fields: workspace.lead.fields
        .filter((field) => values[field.id] !== undefined && values[field.id] !== null)
        .map((field) => ({ id: field.id, title: field.title, value: asText(values[field.id] ?? null) })),
      notice: lead.notice,
      events: [
        ...journalEvents(ledger, lead),
        ...noticeEvents(lead.notice),
        ...linkedEvents(ledger, workspace, lead),
      ].sort(byDay),
    };
  } finally {
    ledger.close();
  }
};

const asText = (value: Value): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));

const byDay = (a: StoryEvent, b: StoryEvent): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

const situationNames = (workspace: Workspace, ids: readonly string[]): readonly string[] =>
  ids.map((id) => workspace.rules().checker.situations.find((each) => each.id === id)?.name ?? id);

const ACTION_TITLES: Readonly<Record<string, string>> = {
  add: '登记',
  amend: '更正',
  decide: '人工研判',
  void: '作废',
  assess: '按新规则重新比对',
};

const journalEvents = (ledger: Ledger, lead: StoredLead): StoryEvent[] =>
  ledger.history('lead', lead.leadNo).map((entry) => ({
    on: entry.time,
    title: `${ACTION_TITLES[entry.action] ?? entry.action}（第 ${entry.revision} 版，运行 ${entry.run}）`,
    detail: `操作人 ${entry.operator}${entry.decision ? `；结论 ${DECISION_TITLES[entry.decision as Decision] ?? entry.decision}` : ''}`,
  }));

const noticeEvents = (notice: Notice | null): StoryEvent[] => {
  if (notice === null) return [];
  const event = (on: string | null, title: string): StoryEvent[] => (on === null ? [] : [{ on, title, detail: '' }]);
  return [
    ...event(notice.draftedOn, '移送函拟稿'),
    ...event(notice.approvedOn, '移送函审定'),
    ...event(notice.issuedOn, `移送函制发${notice.number ? `：${notice.number}` : ''}`),
    ...event(notice.deliveredOn, '移送函送达'),
    ...event(notice.receivedOn, '移送函签收'),
  ];
};

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
