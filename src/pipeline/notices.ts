/** 移送函 (notices): listed with their state and written as letters, from the lead, its situations and their basis. */
import { join } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import type { Letter } from '../domain/letter.js';
import type { Notice, NoticeState } from '../domain/notice.js';
import { ensureFolder, writeAtomic } from '../files/index.js';
import type { Ledger } from '../ledger/index.js';
import { composeLetter } from '../notices/index.js';
import { letterMarkdown, letterText } from '../render/letters/index.js';
import { requireLead } from './find-lead.js';
import { letterFacts } from './letter-facts.js';
import type { Progress } from './progress.js';
import { openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

export const listNotices = (surroundings: Surroundings, state: NoticeState | null): readonly Notice[] => {
  const ledger = openWorkspace(surroundings).open('read');
  try {
    return ledger.notices(state === null ? {} : { state });
  } finally {
    ledger.close();
  }
};

export interface LettersRequest {
  readonly leadNos: readonly string[];
  readonly all: boolean;
  readonly format: string;
  readonly out: string;
}

export interface LettersWritten {
  readonly folder: string;
  readonly files: readonly string[];
  readonly receiverUnknown: readonly string[];
}

export const renderNotices = async (surroundings: Surroundings, request: LettersRequest, progress: Progress): Promise<LettersWritten> => {
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const notices = noticesAsked(ledger, request);
    const folder = resolved(surroundings.workingFolder, request.out);
    ensureFolder(folder);
    const files: string[] = [];
    const receiverUnknown: string[] = [];
    for (const [i, notice] of notices.entries()) {
      const letter = letterOf(ledger, workspace, notice);
      if (letter.receiver === null) receiverUnknown.push(notice.leadNo);
      const name = `移送函-${fileSafe(notice.leadNo)}.${request.format}`;
      writeAtomic(join(folder, name), request.format === 'txt' ? letterText(letter) : letterMarkdown(letter));
      files.push(join(request.out, name));
      progress({ done: i + 1, total: notices.length, records: i + 1 });
    }
    return { folder: request.out, files, receiverUnknown };
  } finally {
    ledger.close();
  }
};

const letterOf = (ledger: Ledger, workspace: Workspace, notice: Notice): Letter =>
  composeLetter(letterFacts(requireLead(ledger, notice.leadNo), notice, workspace, ledger));

/** Letters are written for the leads named, or for all whose notice is still meant to go or has gone out. */
const noticesAsked = (ledger: Ledger, { leadNos, all }: LettersRequest): readonly Notice[] => {
  if (all === leadNos.length > 0)
    throw new Failure(EXIT.usage, 'notices-asked', all ? '--all 和线索编号只能写一样' : '要写明哪些线索', '写线索编号，或用 --all');
  if (all) return ledger.notices({}).filter((notice) => notice.state !== 'cancelled' && notice.state !== 'withdrawn');
  return leadNos.map((leadNo) => {
    const { notice, decision } = requireLead(ledger, leadNo);
    if (notice && notice.state !== 'cancelled') return notice;
    throw new Failure(EXIT.usage, 'notice-none', `线索“${leadNo}”没有移送函（结论：${decision}）`, `用 xingji explain ${leadNo} 看结论的理由`);
  });
};

/** Lead numbers carry 〔〕 and sometimes slashes; a file name may not. */
const fileSafe = (name: string): string => name.replace(/[\\/:*?"<>|\s]+/g, '-');
