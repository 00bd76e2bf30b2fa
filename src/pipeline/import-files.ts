/**
 * 导入 (import), the program's main sentence: read -> check -> record -> draft notices, one transaction per file.
 * Every stage is called here and nowhere else; none of them knows the next.
 */
import { EXIT, Failure } from '../domain/failure.js';
import type { Finding } from '../domain/finding.js';
import type { ImportedFile, ImportResult } from '../domain/import-result.js';
import { exists } from '../files/index.js';
import type { FileSession, Ledger, RecordOutcome, Run } from '../ledger/index.js';
import { planNotices } from '../notices/index.js';
import { LeadTally, refusedFile, totalsOf } from './counts.js';
import { FindingsLog } from './findings-log.js';
import { type ImportPlan, type PlannedPart, planImport, refusalFinding } from './import-plan.js';
import type { IntakeRequest } from './intake-request.js';
import { intakeSettings } from './intake-settings.js';
import { placer } from './key-place.js';
import { adoptPastNotices } from './past-notices.js';
import type { Progress } from './progress.js';
import { LARGE_BYTES, openReader, type ReadingThreads, withThreads } from './reader.js';
import type { BatchReader } from './reading.js';
import { openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

export interface ImportRequest extends IntakeRequest {
  readonly dryRun: boolean;
  readonly rejects: string | null;
  readonly allOrNothing: boolean;
  readonly onChange: 'amend' | 'keep' | 'reject';
  readonly clear: boolean;
}

/** What one call works with, handed from sentence to sentence. */
interface Work {
  readonly workspace: Workspace;
  readonly request: ImportRequest;
  readonly plan: ImportPlan;
  readonly log: FindingsLog;
  readonly leads: LeadTally;
  readonly progress: Progress;
  readonly threads: ReadingThreads;
  noticesDrafted: number;
}

export const importFiles = (
  surroundings: Surroundings,
  request: ImportRequest,
  progress: Progress,
): Promise<ImportResult> =>
  withThreads(request, surroundings.workingFolder, (threads) => importWith(threads, surroundings, request, progress));

const importWith = async (
  threads: ReadingThreads,
  surroundings: Surroundings,
  request: ImportRequest,
  progress: Progress,
): Promise<ImportResult> => {
  const workspace = openWorkspace(surroundings);
  const { checker } = workspace.rules();
  threads.useRules(workspace, request);
  const settings = intakeSettings(workspace, request, { wanted: !request.dryRun, path: request.rejects });
  const plan = await planImport(request.paths, request.stdin, surroundings.workingFolder, settings);
  const log = new FindingsLog(
    request.findings === null ? null : resolved(surroundings.workingFolder, request.findings),
  );
  try {
    log.add([...plan.findings, ...plan.refused.map(refusalFinding)]);
    const first = plan.refused[0]?.failure;
    if (plan.parts.length === 0 && first) throw nothingRead(plan, first);
    const ledger = openFor(workspace, request.dryRun);
    const work: Work = {
      workspace,
      request,
      plan,
      log,
      progress,
      threads,
      leads: new LeadTally(checker.situations),
      noticesDrafted: 0,
    };
    try {
      return await importInto(ledger, work);
    } finally {
      ledger.close();
    }
  } finally {
    log.close();
    await plan.end();
  }
};

/** A dry run on a ledger that does not exist yet works on one in memory: nothing appears on the disk. */
const openFor = (workspace: Workspace, dryRun: boolean): Ledger =>
  workspace.open('write', dryRun && !exists(workspace.ledgerPath) ? ':memory:' : workspace.ledgerPath);

const nothingRead = (plan: ImportPlan, first: Failure): Failure =>
  plan.refused.length === 1
    ? first
    : new Failure(
        EXIT.noInput,
        'no-input',
        '没有一个文件可以读',
        '按上面的说明逐个处理',
        plan.refused.map(refusalFinding),
      );

const importInto = async (ledger: Ledger, work: Work): Promise<ImportResult> => {
  const { workspace, request, plan, leads, log } = work;
  const { checker, record } = workspace.rules();
  const run = ledger.begin({
    command: 'import',
    ruleFile: record,
    atomic: request.allOrNothing,
    dryRun: request.dryRun,
  });
  const files: ImportedFile[] = plan.refused.map(({ shown }) => refusedFile(shown));
  try {
    for (const part of plan.parts) files.push(await importPart(run, part, work, ledger));
    if (request.allOrNothing && (plan.refused.length > 0 || files.some((file) => file.rejected > 0))) run.rollback();
    else run.end();
  } catch (thrown) {
    run.rollback();
    throw thrown;
  }
  return {
    command: 'import',
    run: request.dryRun ? null : run.id,
    dryRun: request.dryRun,
    ledger: workspace.ledgerPath,
    ruleFile: checker.id,
    files,
    totals: totalsOf(files),
    assessments: leads.assessments(),
    situations: leads.bySituation(),
    noticesDrafted: work.noticesDrafted,
    findings: log.kept,
    findingsTotal: log.total,
  };
};

/** One part of a file, whole or not at all: a part that turns out unreadable half-way leaves nothing behind. */
const importPart = async (run: Run, part: PlannedPart, work: Work, ledger: Ledger): Promise<ImportedFile> => {
  const { workspace, request } = work;
  const { format, encoding } = part.inspection;
  const reader = openReader(part, request, workspace, work.threads);
  const session = run.file({
    path: part.shown,
    format,
    encoding,
    kind: part.kind,
    onChange: request.onChange,
    clear: request.clear,
    large: part.size >= LARGE_BYTES,
    columns: part.inspection.columns,
    // Under --clear a blank cell erases; a column that the sheet does not have keeps what is there.
    ...(Object.keys(part.inspection.columns).length > 0 ? { fields: Object.keys(part.inspection.columns) } : {}),
  });
  try {
    const counts = await recordAll(reader, session, part, work, ledger);
    const end = await reader.finish();
    work.log.add(end.findings);
    session.commit({ read: end.read, ...counts });
    return { path: part.shown, format, encoding, kind: part.kind, read: end.read, ...counts, rejects: end.rejectsPath };
  } catch (thrown) {
    session.rollback();
    if (!(thrown instanceof Failure) || thrown.exit !== EXIT.noInput) throw thrown;
    work.log.add([refusalFinding({ shown: part.shown, failure: thrown })]);
    return refusedFile(part.shown);
  } finally {
    reader.close();
  }
};

interface Counts {
  added: number;
  amended: number;
  unchanged: number;
  rejected: number;
}

/** The batches of one part, in order: recorded, notices planned and recorded, refusals handed back to the reader. */
const recordAll = async (
  reader: BatchReader,
  session: FileSession,
  part: PlannedPart,
  work: Work,
  ledger: Ledger,
): Promise<Counts> => {
  const counts: Counts = { added: 0, amended: 0, unchanged: 0, rejected: 0 };
  const { checker } = work.workspace.rules();
  const kind = work.workspace.kindNamed(part.kind);
  let read = 0;
  for (let batch = await reader.next(); batch !== null; batch = await reader.next()) {
    const outcome = session.recordPrepared(batch.rows, checker.assess);
    draftNotices(session, outcome, work);
    if (kind.id === 'notice')
      outcome.findings.push(...adoptPastNotices(batch.rows.records(), outcome, kind, ledger, session));
    const placed = placer(part, kind, () => batch.rows.records());
    const rejected = outcome.rejected.map(({ record, findings }) => ({ record, findings: findings.map(placed) }));
    reader.settle(rejected);
    work.log.add(
      inSourceOrder(batch.findings, [...outcome.findings.map(placed), ...rejected.flatMap((each) => each.findings)]),
    );
    counts.added += outcome.added;
    counts.amended += outcome.amended;
    counts.unchanged += outcome.unchanged;
    counts.rejected += batch.rejected + outcome.rejected.length;
    read += batch.read;
    work.progress({ done: batch.bytesDone, total: part.size, records: read });
  }
  return counts;
};

const draftNotices = (session: FileSession, outcome: RecordOutcome, work: Work): void => {
  work.leads.addNothingFound(outcome.nothingFound);
  if (outcome.changes.length === 0) return;
  for (const change of outcome.changes) work.leads.add(change.decision, change.found);
  const { steps } = planNotices(outcome.changes, { on: work.workspace.today, receiverOf: work.workspace.receiverOf });
  session.recordNoticeSteps(steps);
  for (const step of steps) if (step.step === 'draft') work.noticesDrafted++;
};

/** Findings of reading and of recording, by record, as a person meets them in the file. */
const inSourceOrder = (read: readonly Finding[], recorded: readonly Finding[]): readonly Finding[] =>
  recorded.length === 0 ? read : [...read, ...recorded].sort((a, b) => (a.record ?? 0) - (b.record ?? 0));
