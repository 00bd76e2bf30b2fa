/**
 * 比对状态 (assessed state): what a lead's row carries besides its content: the decision in force and the machine's, with what
 * they rest on, as values and as columns. Its digest stands in the journal, so that none of it can be altered unseen.
 */
import { type Assessment, type Decision, type Judgement, situationsWith } from '../domain/assessment.js';
import type { SqlValue } from './columns.js';
import { type Digest, digestOf } from './hashing.js';

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

/** The decision and situations in force: a judgement that stands, else the machine's. */
export const stateOf = (
  assessment: Assessment,
  judgement: Judgement | null,
  ruleFile: number | null,
): AssessedState => {
  const found = situationsWith(assessment, 'met');
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

/** The columns of a state and the digest of them all. */
export interface BoundState {
  readonly columns: readonly SqlValue[];
  readonly digest: Digest;
}

/** Most leads of a file share a few thousand states (nothing met, day of law); what is stored of them is made once. */
const KEPT_STATES = 4096;

/** Turns states into columns, for one rule file after another. */
export class StateColumns {
  private readonly kept = new Map<string, BoundState>();

  /** `ruleSha`: the rule file by its own hash, since row numbers differ between ledgers. `voided`: 作废原因. */
  bind(state: AssessedState, ruleSha: string | null, voided: string | null): BoundState {
    const { assessment } = state;
    const { lawOf, lawOfAssumed, decision } = assessment;
    const reasons = reasonsText(assessment);
    const isPlain = reasons === null && state.judgement === null && voided === null;
    const name = isPlain ? `${decision}${lawOf}${lawOfAssumed}${state.ruleFile}` : '';
    const known = isPlain ? this.kept.get(name) : undefined;
    if (known !== undefined) return known;
    const plain = assessment.situations.length === 0;
    const columns = [
      state.decision,
      decision,
      listText(state.met),
      plain ? null : listText(situationsWith(assessment, 'hinted')),
      plain ? null : listText(situationsWith(assessment, 'undetermined')),
      reasons,
      lawOf,
      lawOfAssumed ? 1 : 0,
      state.ruleFile,
      state.judgement === null ? null : JSON.stringify(state.judgement),
    ];
    const bound = { columns, digest: stateDigest(columns, 0, ruleSha, voided) };
    if (isPlain && this.kept.size < KEPT_STATES) this.kept.set(name, bound);
    return bound;
  }
}

/** The state back from a raw row, its columns beginning at `at`; null for kinds that are not assessed. */
export const readState = (raw: readonly SqlValue[], at: number): AssessedState | null => {
  const decision = raw[at];
  if (typeof decision !== 'string') return null;
  const [, machine, met, , , reasons, lawOf, assumed, ruleFile, judgement] = raw.slice(at, at + STATE_WIDTH);
  // The ledger wrote these columns itself, by StateColumns; verify recomputes their digest.
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

/** Digest of a state's columns, which stand in `row` from `at` on. */
export const stateDigest = (
  row: readonly SqlValue[],
  at: number,
  ruleSha: string | null,
  voided: string | null,
): Digest => {
  const said: unknown[] = row.slice(at, at + STATE_WIDTH);
  said[8] = ruleSha;
  said.push(voided);
  return digestOf(JSON.stringify(said));
};

/** The same for a kind that is not assessed: nothing to say besides the content, unless the record is voided. */
export const voidDigest = (voided: string | null): Digest | null =>
  voided === null ? null : digestOf(JSON.stringify([voided]));
