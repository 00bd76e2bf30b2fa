/** 线索列表 (lead lists): by decision or situation, or by words; only what may be shown in a list. */
import type { Decision } from '../domain/assessment.js';
import { fieldIndex } from '../domain/kind.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { situationNamed } from './explain-lead.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

export interface ListedLead {
  readonly leadNo: string;
  readonly foundOn: string | null;
  readonly agency: string | null;
  readonly sourceChannel: string | null;
  readonly region: string | null;
  readonly decision: Decision;
  readonly situations: readonly string[];
  readonly situationNames: readonly string[];
}

export interface LeadList {
  readonly total: number;
  readonly leads: readonly ListedLead[];
}

const listed = (workspace: Workspace, ledger: Ledger): ((lead: StoredLead) => ListedLead) => {
  const situations = ledger.situations() ?? workspace.rules().checker.situations;
  const text = (lead: StoredLead, id: string): string | null => {
    const value = lead.values[fieldIndex(workspace.lead, id)];
    return typeof value === 'string' ? value : null;
  };
  return (lead) => ({
    leadNo: lead.leadNo,
    foundOn: text(lead, 'found_on'),
    agency: text(lead, 'agency'),
    sourceChannel: text(lead, 'source_channel'),
    region: text(lead, 'region'),
    decision: lead.decision,
    situations: lead.met,
    situationNames: lead.met.map((id) => situations.find((each) => each.id === id)?.name ?? id),
  });
};

export const listLeads = (
  surroundings: Surroundings,
  wanted: { readonly decision: Decision | null; readonly situation: string | null; readonly limit: number },
): LeadList => {
  const workspace = openWorkspace(surroundings);
  const situation = wanted.situation === null ? null : situationNamed(workspace, wanted.situation);
  const ledger = workspace.open('read');
  try {
    const found = ledger.leads({ decision: wanted.decision, situation, limit: wanted.limit });
    return { total: found.total, leads: found.leads.map(listed(workspace, ledger)) };
  } finally {
    ledger.close();
  }
};

/** Words an agency is also known by count as the agency (data/agencies.csv). */
export const searchLeads = (surroundings: Surroundings, words: readonly string[]): LeadList => {
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const leads = ledger.searchLeads(words.map((word) => workspace.reference.agencyNames(word)));
    return { total: leads.length, leads: leads.map(listed(workspace, ledger)) };
  } finally {
    ledger.close();
  }
};
