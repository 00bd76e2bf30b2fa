/** 移送函 (notices): listed with their state, and written as letters from the lead, its situations and their basis. */
import { join } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import { NOTICE_STATE_TITLES, type Notice, type NoticeState } from '../domain/notice.js';
import { convertToPdf, ensureFolder, writeAtomic } from '../files/index.js';
import type { Ledger, StoredLead } from '../ledger/index.js';
import { composeDocuments, STEP_TITLES, stepsOpen } from '../notices/index.js';
import { type LetterFormat, renderLetter } from '../render/letters/index.js';
import { requireLead } from './find-lead.js';
import { letterFacts } from './letter-facts.js';
import { ownTemplates } from './letter-templates.js';
import type { Progress } from './progress.js';
import { openWorkspace, resolved, type Surroundings } from './workspace.js';

// The keys of a closed record are its states, in the order of a notice's life.
const NOTICE_STATES = Object.keys(NOTICE_STATE_TITLES) as readonly NoticeState[];

/** 待办: how many letters wait in a state, and what may be done with them. */
export interface NoticeTodo {
  readonly state: NoticeState;
  readonly title: string;
  readonly count: number;
  readonly steps: readonly { readonly step: string; readonly title: string }[];
}

/** A newer version takes the place of the one before: the old letter waits for nothing any more. */
const todoOf = (notices: readonly Notice[]): readonly NoticeTodo[] => {
  const newest = new Map<string, Notice>();
  for (const notice of notices)
    if ((newest.get(notice.leadNo)?.version ?? 0) < notice.version) newest.set(notice.leadNo, notice);
  const waiting = [...newest.values()];
  return NOTICE_STATES.map((state) => ({
    state,
    title: NOTICE_STATE_TITLES[state],
    count: waiting.filter((notice) => notice.state === state).length,
    steps: stepsOpen(state).map((step) => ({ step, title: STEP_TITLES[step] })),
  })).filter(({ count }) => count > 0);
};

export interface NoticeList {
  readonly notices: readonly Notice[];
  readonly todo: readonly NoticeTodo[];
}

/** All letters or those of one state, and what may be done with the newest of each lead. */
export const listNotices = (surroundings: Surroundings, state: NoticeState | null): NoticeList => {
  const ledger = openWorkspace(surroundings).open('read');
  try {
    const all = ledger.notices({ allVersions: true });
    const wanted = (each: { readonly state: NoticeState }): boolean => state === null || each.state === state;
    return { notices: all.filter(wanted), todo: todoOf(all).filter(wanted) };
  } finally {
    ledger.close();
  }
};

export interface LettersRequest {
  readonly leadNos: readonly string[];
  readonly all: boolean;
  readonly format: LetterFormat | 'pdf';
  readonly out: string;
  /** 密级 stated for these letters; the lead's own marking where null. Never a default. */
  readonly secrecy: string | null;
  /** The operator confirms that a template shows identity numbers in full. */
  readonly revealIdentity: boolean;
}

export interface LettersWritten {
  readonly folder: string;
  readonly files: readonly string[];
  readonly receiverUnknown: readonly string[];
  /** 待办: what a person must fill in or look at before a letter goes out. */
  readonly pending: readonly { readonly leadNo: string; readonly items: readonly string[] }[];
}

export const renderNotices = async (
  surroundings: Surroundings,
  request: LettersRequest,
  progress: Progress,
): Promise<LettersWritten> => {
  const workspace = openWorkspace(surroundings);
  const { format, out } = request;
  const isOffice = format === 'docx' || format === 'pdf';
  // Checked before anything is written: a template with an unknown field would leave half a batch.
  const templates = isOffice ? await ownTemplates(workspace.config.templates, request.revealIdentity) : null;
  const ledger = workspace.open('read');
  try {
    const notices = noticesAsked(ledger, request);
    const made = new Map<string, string | Uint8Array>();
    const receiverUnknown: string[] = [];
    const pending: { leadNo: string; items: readonly string[] }[] = [];
    for (const [i, notice] of notices.entries()) {
      const facts = letterFacts(leadTold(ledger, notice), notice, workspace, ledger);
      const documents = composeDocuments({
        ...facts,
        ...(request.secrecy === null ? {} : { secrecy: request.secrecy }),
        revealIdentity: request.revealIdentity,
      });
      if (documents.letter.receiver === null) receiverUnknown.push(notice.leadNo);
      if (documents.letter.pending.length > 0) pending.push({ leadNo: notice.leadNo, items: documents.letter.pending });
      const name = fileSafe(notice.leadNo);
      if (templates === null)
        made.set(
          `移送函-${name}.${isOffice ? 'docx' : format}`,
          await renderLetter(isOffice ? 'docx' : format, documents),
        );
      else for (const template of templates) made.set(`${template.title}-${name}.docx`, await template.fill(documents));
      progress({ done: i + 1, total: notices.length, records: i + 1 });
    }
    const finished = format === 'pdf' ? convertToPdf(bytesOf(made)) : made;
    const folder = resolved(surroundings.workingFolder, out);
    ensureFolder(folder);
    for (const [name, data] of finished) writeAtomic(join(folder, name), data, { flush: false });
    return { folder: out, files: [...finished.keys()].map((name) => join(out, name)), receiverUnknown, pending };
  } finally {
    ledger.close();
  }
};

/** A letter that is out stays as it was sent, whatever has become of the lead since. */
const leadTold = (ledger: Ledger, notice: Notice): StoredLead =>
  (notice.stale ? ledger.leadAt(notice.leadNo, notice.leadRevision) : null) ?? requireLead(ledger, notice.leadNo);

const bytesOf = (made: ReadonlyMap<string, string | Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...made].map(([name, data]) => [name, typeof data === 'string' ? Buffer.from(data) : data]));

/** Letters are written for the leads named, or for all whose notice is still meant to go or has gone out. */
const noticesAsked = (ledger: Ledger, { leadNos, all }: LettersRequest): readonly Notice[] => {
  if (all === leadNos.length > 0)
    throw new Failure(
      EXIT.usage,
      'notices-asked',
      all ? '--all 和线索编号只能写一样' : '要写明哪些线索',
      '写线索编号，或用 --all',
    );
  if (all) return ledger.notices({}).filter((notice) => notice.state !== 'cancelled' && notice.state !== 'withdrawn');
  return leadNos.map((leadNo) => {
    const { notice } = requireLead(ledger, leadNo);
    if (notice && notice.state !== 'cancelled') return notice;
    throw new Failure(
      EXIT.usage,
      'notice-none',
      `线索“${leadNo}”没有移送函`,
      `用 xingji explain ${leadNo} 看结论的理由`,
    );
  });
};

/** Lead numbers carry 〔〕 and sometimes slashes; a file name may not. */
const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '-');
