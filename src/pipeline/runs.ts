/** 历次运行 (runs): what each call wrote to the ledger, with the conservation line of every file. */
import { EXIT, Failure } from '../domain/failure.js';
import type { StoredRun } from '../ledger/index.js';
import { openWorkspace, type Surroundings } from './workspace.js';

export const listRuns = (surroundings: Surroundings): readonly StoredRun[] => {
  const ledger = openWorkspace(surroundings).open('read');
  try {
    return ledger.runs();
  } finally {
    ledger.close();
  }
};

export const showRun = (surroundings: Surroundings, id: number): StoredRun => {
  const ledger = openWorkspace(surroundings).open('read');
  try {
    const run = ledger.run(id);
    if (run) return run;
    throw new Failure(EXIT.usage, 'run-unknown', `没有第 ${id} 次运行`, '用 xingji run list 查看运行号');
  } finally {
    ledger.close();
  }
};
