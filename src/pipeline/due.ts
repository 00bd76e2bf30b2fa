/**
 * 到期事项 (due): which limits of which leads have run out or will soon, counted in working days by the limits of the rule file. The
 * mechanism itself says only 第一时间, so each limit shows its source; a date that needs a year without a calendar is said to be unknown.
 */
import type { Deadline } from '../domain/deadline.js';
import { fieldIndex, type Value } from '../domain/kind.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { type DueItem, dueItems, noticeEvents } from '../notices/index.js';
import type { DayVerdict } from '../reference/index.js';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.js';

export interface DueEntry extends Omit<DueItem, 'deadline'> {
  readonly deadline: Pick<Deadline, 'id' | 'title' | 'workingDays' | 'source' | 'unverified'>;
  /** `--explain`: every day counted or skipped. */
  readonly days?: readonly DayVerdict[];
}

export interface DueAnswer {
  readonly today: string;
  readonly late: number;
  readonly items: readonly DueEntry[];
  /** Leads whose letter is out and no longer says what the lead says. */
  readonly stale: readonly string[];
  /** Leads to be transferred for which the config names no receiver. */
  readonly receiverUnknown: readonly string[];
}

/** Stages of 处置反馈 (data/choices.csv) that end a limit. */
const ACCEPTED = new Set(['签收', '受理', '部分受理', '转送']);
const CONCLUDED = new Set(['办结', '反馈', '移送司法']);
/** What comes after a 处置意见 shows that there was one. */
const DISPOSED = new Set(['处置', '立案', '审理', ...CONCLUDED]);

export const due = (surroundings: Surroundings, within: number, explain: boolean): DueAnswer => {
  const workspace = openWorkspace(surroundings);
  const { today, reference } = workspace;
  const ledger = workspace.open('read');
  try {
    const leads = ledger.leads({ decision: 'transfer', situation: null, limit: 1_000_000 }).leads;
    const { items, stale } = dueItems(
      leads.map((lead) => ({ leadNo: lead.leadNo, events: eventsOf(lead, workspace, ledger), notice: lead.notice })),
      { deadlines: workspace.rules().checker.deadlines, days: reference.workingDays, today, within },
    );
    const shown = items.filter((item) => item.standing !== 'running');
    return {
      today,
      late: items.filter((item) => item.standing === 'late').length,
      items: shown.map((item) => entryOf(item, workspace, explain)),
      stale,
      receiverUnknown: leads
        .filter((lead) => (lead.notice?.receiver ?? workspace.receiverOf(lead)) === null)
        .map((lead) => lead.leadNo),
    };
  } finally {
    ledger.close();
  }
};

const entryOf = (item: DueItem, workspace: Workspace, explain: boolean): DueEntry => {
  const { id, title, workingDays, source, unverified } = item.deadline;
  const counted =
    explain && item.dueOn !== null ? workspace.reference.workingDays.days(item.startedOn, item.dueOn) : null;
  return {
    ...item,
    deadline: { id, title, workingDays, source, unverified },
    ...(counted !== null && 'days' in counted ? { days: counted.days } : {}),
  };
};

/** The days on which a lead's events happened, as limits count from and to them. */
export const eventsOf = (
  lead: StoredLead,
  workspace: Workspace,
  ledger: Ledger,
): Readonly<Record<string, string | null>> => {
  const at = (values: readonly Value[], kindId: string, field: string): string | null => {
    const value = values[fieldIndex(workspace.kindNamed(kindId), field)];
    return typeof value === 'string' ? value : null;
  };
  const feedback = ledger.linkedTo('disposition', 'lead', lead.leadNo);
  const first = (stages: ReadonlySet<string>): string | null =>
    feedback.find((record) => stages.has(at(record.values, 'disposition', 'stage') ?? ''))?.day ?? null;
  const events = lead.notice === null ? {} : noticeEvents(lead.notice);
  return {
    found: at(lead.values, 'lead', 'found_on'),
    ...events,
    accepted: first(ACCEPTED) ?? lead.notice?.receivedOn ?? null,
    disposed: first(DISPOSED),
    concluded: first(CONCLUDED),
  };
};
