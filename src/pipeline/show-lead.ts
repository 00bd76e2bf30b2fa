/** 一件线索的全过程 (the story of a lead): what it says, what was decided and by whom, what went out, what came back. Oldest first. */
import type { FieldDeclaration, Value } from '../domain/kind.js';
import type { LeadStory, StoryDue } from '../domain/story.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { dueItems, STEP_TITLES, stepsOpen } from '../notices/index.js';
import { eventsOf } from './due.js';
import { requireLead } from './find-lead.js';
import { leadEvents } from './lead-events.js';
import { asText, shown } from './shown.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

/** 即将到期 as `xingji due` counts it where nothing else is said. */
const SOON = 3;

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
      events: leadEvents(ledger, workspace, lead),
      due: dueOf(lead, workspace, ledger),
      openSteps:
        lead.notice === null ? [] : stepsOpen(lead.notice.state).map((step) => ({ step, title: STEP_TITLES[step] })),
    };
  } finally {
    ledger.close();
  }
};

/** 接下来: only a lead that is to go, or has gone, waits for anything. */
const dueOf = (lead: StoredLead, workspace: Workspace, ledger: Ledger): readonly StoryDue[] => {
  if (lead.decision !== 'transfer') return [];
  const subject = { leadNo: lead.leadNo, events: eventsOf(lead, workspace, ledger), notice: lead.notice };
  const { items } = dueItems([subject], {
    deadlines: workspace.rules().checker.deadlines,
    days: workspace.reference.workingDays,
    today: workspace.today,
    within: SOON,
  });
  return items.map(({ deadline, startedOn, dueOn, unknownYear, standing }) => ({
    title: deadline.title,
    startedOn,
    dueOn,
    unknownYear,
    standing,
    unverified: deadline.unverified,
  }));
};

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
