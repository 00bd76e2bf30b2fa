/**
 * The list of record kinds, in the order in which files of one call are recorded: what is referred to before what refers
 * to it. A new kind is one file here and one line below; nothing else needs to know. `notice` (移送函登记) is the
 * register of past letters: letters themselves have a table and steps of their own in the ledger.
 */
import type { KindDeclaration } from '../domain/kind.js';
import { accountability } from './accountability.js';
import { authorityIssue } from './authority-issue.js';
import { correction } from './correction.js';
import { countyProgress } from './county-progress.js';
import { disposition } from './disposition.js';
import { exam } from './exam.js';
import { honor } from './honor.js';
import { inspection } from './inspection.js';
import { inspectionPlan } from './inspection-plan.js';
import { interview } from './interview.js';
import { lead } from './lead.js';
import { legalService } from './legal-service.js';
import { letter } from './letter.js';
import { material } from './material.js';
import { materialSupply } from './material-supply.js';
import { meeting } from './meeting.js';
import { notice } from './notice.js';
import { notification } from './notification.js';
import { publicLawyer } from './public-lawyer.js';
import { reconsideration } from './reconsideration.js';
import { reconsiderationYear } from './reconsideration-year.js';
import { rectification } from './rectification.js';
import { retrieval } from './retrieval.js';
import { rootCause } from './root-cause.js';
import { subject } from './subject.js';
import { supervisedTask } from './supervised-task.js';
import { supervision } from './supervision.js';
import { supportRequest } from './support-request.js';
import { training } from './training.js';
import { typicalCase } from './typical-case.js';
import { zeroTransfer } from './zero-transfer.js';

export const KINDS: readonly KindDeclaration[] = [
  lead,
  notice,
  subject,
  material,
  disposition,
  typicalCase,
  accountability,
  rootCause,
  rectification,
  reconsideration,
  correction,
  reconsiderationYear,
  supervision,
  authorityIssue,
  inspectionPlan,
  inspection,
  meeting,
  supervisedTask,
  notification,
  supportRequest,
  publicLawyer,
  legalService,
  training,
  exam,
  retrieval,
  materialSupply,
  zeroTransfer,
  interview,
  countyProgress,
  honor,
];

/** What tables may count: the kinds that are recorded, and 移送函, which the ledger keeps itself. */
export const COUNTED_KINDS: readonly KindDeclaration[] = [...KINDS, letter];
