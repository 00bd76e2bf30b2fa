/** 一件线索的全过程 (the story of a lead): what it says, what was decided and by whom, what went out, what came back. Oldest first. */
import { DECISION_TITLES, type Decision } from '../domain/assessment.js';
import { type FieldDeclaration, fieldsOf, type Value } from '../domain/kind.js';
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
      situationNames: situationNames(ledger, workspace, lead.met),
      fields: workspace.lead.fields
        .filter((field) => values[field.id] !== undefined && values[field.id] !== null)
        .map((field) => ({
          id: field.id,
          title: field.title,
          value: named(field, values[field.id] ?? null, workspace, ledger),
        })),
      notice: lead.notice,
      events: [
        ...journalEvents(ledger, lead),
        ...ledger.noticesOf(leadNo).flatMap(noticeEvents),
        ...linkedEvents(ledger, workspace, lead),
      ].sort(byDay),
    };
  } finally {
    ledger.close();
  }
};

const asText = (value: Value): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));

const byDay = (a: StoryEvent, b: StoryEvent): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** Names as the ledger keeps them: the rule file is only read where the ledger has none. */
const situationNames = (ledger: Ledger, workspace: Workspace, ids: readonly string[]): readonly string[] => {
  const known = ids.length === 0 ? [] : (ledger.situations() ?? workspace.rules().checker.situations);
  return ids.map((id) => known.find((each) => each.id === id)?.name ?? id);
};

/** Regions and situations are stored by code and shown by name. */
const named = (field: FieldDeclaration, value: Value, workspace: Workspace, ledger: Ledger): string => {
  if (field.type === 'region' && typeof value === 'string')
    return workspace.reference.regionByCode(value)?.name ?? value;
  if (field.type === 'situations' && Array.isArray(value)) return situationNames(ledger, workspace, value).join('；');
  return asText(value);
};

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

const noticeEvents = (notice: Notice): StoryEvent[] => {
  const version = notice.version > 1 ? `（第 ${notice.version} 份）` : '';
  const event = (on: string | null, title: string): StoryEvent[] =>
    on === null ? [] : [{ on, title: `${title}${version}`, detail: '' }];
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
