/** 试比对 (check): read and check without a ledger. What the ledger alone can know (repeats, amendments) is not said. */
import { type Assessment, foundIn } from '../domain/assessment.js';
import { EXIT, Failure } from '../domain/failure.js';
import type { CheckedLead, ImportedFile, ImportResult } from '../domain/import-result.js';
import { fieldIndex } from '../domain/kind.js';
import { LeadTally, refusedFile, totalsOf } from './counts.js';
import { FindingsLog } from './findings-log.js';
import { type PlannedPart, planImport, refusalFinding } from './import-plan.js';
import type { IntakeRequest } from './intake-request.js';
import { intakeSettings } from './intake-settings.js';
import type { Progress } from './progress.js';
import { openReader, type ReadingThreads, withThreads } from './reader.js';
import { openWorkspace, resolved, type Surroundings, type Workspace } from './workspace.js';

/** Leads listed in one JSON document; more are asked for one a line. */
const LISTED = 10_000;

interface Work {
  readonly workspace: Workspace;
  readonly request: IntakeRequest;
  readonly threads: ReadingThreads;
  readonly log: FindingsLog;
  readonly tally: LeadTally;
  readonly progress: Progress;
  readonly tell: (lead: CheckedLead) => void;
}

export const checkFiles = (
  surroundings: Surroundings,
  request: IntakeRequest,
  progress: Progress,
  eachLead: ((lead: CheckedLead) => void) | null,
): Promise<ImportResult> =>
  withThreads(request, surroundings.workingFolder, (threads) =>
    checkWith(threads, surroundings, request, progress, eachLead),
  );

const checkWith = async (
  threads: ReadingThreads,
  surroundings: Surroundings,
  request: IntakeRequest,
  progress: Progress,
  eachLead: ((lead: CheckedLead) => void) | null,
): Promise<ImportResult> => {
  const workspace = openWorkspace(surroundings);
  const { checker } = workspace.rules();
  threads.useRules(workspace, request);
  const plan = await planImport(
    request.paths,
    request.stdin,
    surroundings.workingFolder,
    intakeSettings(workspace, request, { wanted: false, path: null }),
  );
  const log = new FindingsLog(
    request.findings === null ? null : resolved(surroundings.workingFolder, request.findings),
  );
  const tally = new LeadTally(checker.situations);
  const leads: CheckedLead[] = [];
  const tell = eachLead ?? ((lead: CheckedLead): void => void (leads.length <= LISTED && leads.push(lead)));
  try {
    log.add([...plan.findings, ...plan.refused.map(refusalFinding)]);
    const first = plan.refused[0]?.failure;
    if (plan.parts.length === 0 && first) throw first;
    const files: ImportedFile[] = plan.refused.map(({ shown }) => refusedFile(shown));
    for (const part of plan.parts)
      files.push(await checkPart(part, { workspace, request, threads, log, tally, progress, tell }));
    if (leads.length > LISTED)
      throw new Failure(EXIT.usage, 'check-too-many', `线索超过 ${LISTED} 件`, '加 --ndjson，每件线索一行 JSON');
    return {
      command: 'check',
      run: null,
      dryRun: true,
      ledger: null,
      ruleFile: checker.id,
      files,
      totals: totalsOf(files),
      assessments: tally.assessments(),
      situations: tally.bySituation(),
      noticesDrafted: 0,
      findings: log.kept,
      findingsTotal: log.total,
      leads,
    };
  } finally {
    log.close();
    await plan.end();
  }
};

const checkPart = async (part: PlannedPart, work: Work): Promise<ImportedFile> => {
  const { workspace, log, tally, tell } = work;
  const { format, encoding } = part.inspection;
  const reader = openReader(part, work.request, workspace, work.threads);
  const leadNo = fieldIndex(workspace.lead, 'lead_no');
  let read = 0;
  let rejected = 0;
  try {
    for (let batch = await reader.next(); batch !== null; batch = await reader.next()) {
      log.add(batch.findings);
      for (const [i, record] of batch.rows.records().entries()) {
        if (record.incomplete) {
          rejected++;
          log.add(record.incomplete);
          continue;
        }
        const assessment = batch.rows.assessment(i);
        if (!assessment) continue;
        tally.add(assessment.decision, foundIn(assessment));
        tell(checkedLead(String(record.values[leadNo]), assessment));
      }
      read += batch.read;
      rejected += batch.rejected;
      reader.settle([]);
      work.progress({ done: batch.bytesDone, total: part.size, records: read });
    }
    log.add((await reader.finish()).findings);
    return {
      path: part.shown,
      format,
      encoding,
      kind: part.kind,
      read,
      added: read - rejected,
      amended: 0,
      unchanged: 0,
      rejected,
      rejects: null,
    };
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.exit !== EXIT.noInput) throw thrown;
    log.add([refusalFinding({ shown: part.shown, failure: thrown })]);
    return refusedFile(part.shown);
  } finally {
    reader.close();
  }
};

const checkedLead = (leadNo: string, assessment: Assessment): CheckedLead => ({
  leadNo,
  decision: assessment.decision,
  situations: assessment.situations.filter((each) => each.outcome === 'met').map((each) => each.id),
  hints: assessment.situations.filter((each) => each.outcome === 'hinted').map((each) => each.id),
  missing: [...new Set([...assessment.lacking, ...assessment.situations.flatMap((each) => each.missing)])],
});
