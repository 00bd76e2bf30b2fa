/** 台账维护 (ledger care): verify, history of a record, backup that is verified, and what is in the ledger. */
import { dirname } from 'node:path';
import { EXIT, Failure } from '../domain/failure.js';
import { ensureFolder, exists } from '../files/index.js';
import type { HistoryEntry, LedgerStatistics, Verification } from '../ledger/index.js';
import { openWorkspace, resolved, type Surroundings } from './workspace.js';

export const verifyLedger = (surroundings: Surroundings, statistics: boolean): Verification => {
  const ledger = openWorkspace(surroundings).open('read');
  try {
    return ledger.verify({ statistics });
  } finally {
    ledger.close();
  }
};

export const recordHistory = (surroundings: Surroundings, kindId: string, key: string): readonly HistoryEntry[] => {
  const workspace = openWorkspace(surroundings);
  const kind = workspace.kindNamed(kindId);
  const ledger = workspace.open('read');
  try {
    const entries = ledger.history(kind.id, key);
    if (entries.length > 0) return entries;
    throw new Failure(
      EXIT.usage,
      'record-unknown',
      `台账中没有${kind.title}“${key}”`,
      `用 xingji record list ${kind.id} 查看`,
    );
  } finally {
    ledger.close();
  }
};

export interface Backup {
  readonly path: string;
  readonly records: number;
  readonly head: string;
}

/** Copies while others may write, then verifies the copy: a backup that was never read is a hope. */
export const backupLedger = async (surroundings: Surroundings, path: string): Promise<Backup> => {
  const target = resolved(surroundings.workingFolder, path);
  if (exists(target))
    throw new Failure(EXIT.usage, 'backup-exists', `“${path}”已经存在`, '换一个文件名，备份不覆盖旧文件');
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    ensureFolder(dirname(target));
    ledger.backup(target);
  } finally {
    ledger.close();
  }
  const copy = workspace.open('read', target);
  try {
    const { ok, records, head, problems } = copy.verify({ statistics: false });
    const first = problems[0];
    if (!ok)
      throw new Failure(
        EXIT.ledgerDamaged,
        'backup-damaged',
        `备份核验不一致：${first?.place ?? ''} ${first?.message ?? ''}`,
        '先用 xingji ledger verify 核验原台账',
      );
    return { path, records, head };
  } finally {
    copy.close();
  }
};

export interface LedgerOverview extends LedgerStatistics {
  readonly openLinks: readonly {
    readonly title: string;
    readonly key: string;
    readonly fieldTitle: string;
    readonly value: string;
  }[];
}

export const ledgerStatistics = (surroundings: Surroundings): LedgerOverview => {
  const workspace = openWorkspace(surroundings);
  const ledger = workspace.open('read');
  try {
    const openLinks = ledger.openLinks().map(({ kind: kindId, key, field, value }) => {
      const kind = workspace.kindNamed(kindId);
      return {
        title: kind.title,
        key,
        fieldTitle: kind.fields.find((each) => each.id === field)?.title ?? field,
        value,
      };
    });
    return { ...ledger.stats(), openLinks };
  } finally {
    ledger.close();
  }
};
