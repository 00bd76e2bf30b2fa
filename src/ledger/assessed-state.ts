/**
 * 比对状态 (assessed state): what a lead's row carries besides its content: the decision in force and the machine's, with what
 * they rest on, as values and as columns. Its hash stands in the journal, so that none of it can be altered unseen.
 */
import type { Assessment, Decision, Judgement } from '../domain/assessment.js';
import type { SqlValue } from './columns.js';
import { sha256 } from './hashing.js';

export interface AssessedState {
  readonly decision: Decision;
  /** 情形 in force: those the machine found, corrected by a judgement. */
  readonly met: readonly string[];
  readonly judgement: Judgement | null;
  /** What the rule file alone says. */
  readonly assessment: Assessment;
  readonly ruleFile: number | null;
}

const NONE: readonly string[] = [];

const idsOf = (assessment: Assessment, outcome: string): readonly string[] => {
  const { situations } = assessment;
  if (situations.length === 0) return NONE;
  return situations.filter((each) => each.outcome === outcome).map((each) => each.id);
};

/** The decision and situations in force: a judgement that stands, else the machine's. */
export const stateOf = (
  assessment: Assessment,
  judgement: Judgement | null,
  ruleFile: number | null,
): AssessedState => {
  const found = idsOf(assessment, 'met');
  if (judgement === null) return { decision: assessment.decision, met: found, judgement, assessment, ruleFile };
  const { decision, situation } = judgement;
  const met =
    decision === 'none' ? NONE : situation === null || found.includes(situation) ? found : [...found, situation];
  return { decision, met, judgement, assessment, ruleFile };
};

const listText = (ids: readonly string[]): string | null => (ids.length === 0 ? null : JSON.stringify(ids));

/** Evidence and reasons as JSON; null where nothing is met, hinted, lacking or claimed in vain, as for most leads. */
const reasonsText = ({ situations, lacking, claimedUnmet }: Assessment): string | null =>
  situations.length + lacking.length + claimedUnmet.length === 0
    ? null
    : JSON.stringify({
        ...(situations.length > 0 ? { situations } : {}),
        ...(lacking.length > 0 ? { lacking } : {}),
        ...(claimedUnmet.length > 0 ? { claimedUnmet } : {}),
      });

/** True where two assessments say the same, whatever the order in which their parts were put together. */
export const sameAssessment = (one: Assessment, other: Assessment): boolean =>
  one.decision === other.decision &&
  one.lawOf === other.lawOf &&
  one.lawOfAssumed === other.lawOfAssumed &&
  reasonsText(one) === reasonsText(other);

/** Number of columns that a state fills; their order is that of columns.ts. */
const STATE_WIDTH = 10;

/** Puts the state into a row of bound values from `at` on. */
export const bindState = (bound: SqlValue[], at: number, state: AssessedState): void => {
  const { assessment } = state;
  const plain = assessment.situations.length === 0;
  bound[at] = state.decision;
  bound[at + 1] = assessment.decision;
  bound[at + 2] = listText(state.met);
  bound[at + 3] = plain ? null : listText(idsOf(assessment, 'hinted'));
  bound[at + 4] = plain ? null : listText(idsOf(assessment, 'undetermined'));
  bound[at + 5] = reasonsText(assessment);
  bound[at + 6] = assessment.lawOf;
  bound[at + 7] = assessment.lawOfAssumed ? 1 : 0;
  bound[at + 8] = state.ruleFile;
  bound[at + 9] = state.judgement === null ? null : JSON.stringify(state.judgement);
};

/** The state back from a raw row, its columns beginning at `at`; null for kinds that are not assessed. */
export const readState = (raw: readonly SqlValue[], at: number): AssessedState | null => {
  const decision = raw[at];
  if (typeof decision !== 'string') return null;
  const [, machine, met, , , reasons, lawOf, assumed, ruleFile, judgement] = raw.slice(at, at + STATE_WIDTH);
  // The ledger wrote these columns itself, by bindState; verify recomputes their hash.
  const told = (typeof reasons === 'string' ? JSON.parse(reasons) : {}) as Partial<Assessment>;
  return {
    decision: decision as Decision,
    met: typeof met === 'string' ? (JSON.parse(met) as string[]) : NONE,
    judgement: typeof judgement === 'string' ? (JSON.parse(judgement) as Judgement) : null,
    assessment: {
      decision: machine as Decision,
      situations: told.situations ?? [],
      lacking: told.lacking ?? [],
      claimedUnmet: told.claimedUnmet ?? [],
      lawOf: typeof lawOf === 'string' ? lawOf : null,
      lawOfAssumed: assumed === 1,
    },
    ruleFile: typeof ruleFile === 'number' ? ruleFile : null,
  };
};

/** Most leads of a file share a few thousand states (nothing met, day of law); their hashes are kept. */
const KEPT_STATES = 4096;
const kept = new Map<string, string>();

/**
 * Hash of all columns of a state as bound, the rule file by its own hash (row numbers differ between ledgers), and of the
 * reason of a void (作废).
 */
export const stateHash = (
  bound: readonly SqlValue[],
  at: number,
  ruleSha: string | null,
  voided: string | null,
): string => {
  if (bound[at + 5] !== null || bound[at + 9] !== null || voided !== null)
    return sha256(stateText(bound, at, ruleSha, voided));
  const short = `${bound[at]},${bound[at + 1]},${bound[at + 2]},${bound[at + 6]},${bound[at + 7]},${ruleSha}`;
  let known = kept.get(short);
  if (known === undefined) {
    known = sha256(stateText(bound, at, ruleSha, voided));
    if (kept.size < KEPT_STATES) kept.set(short, known);
  }
  return known;
};

/** The same for a kind that is not assessed: nothing to say besides the content, unless the record is voided. */
export const voidHash = (voided: string | null): string | null =>
  voided === null ? null : sha256(JSON.stringify([voided]));

const stateText = (bound: readonly SqlValue[], at: number, ruleSha: string | null, voided: string | null): string => {
  const said: unknown[] = bound.slice(at, at + STATE_WIDTH);
  said[8] = ruleSha;
  said.push(voided);
  return JSON.stringify(said);
};
