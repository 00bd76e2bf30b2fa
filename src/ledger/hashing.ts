/**
 * 校验值 (hashes): SHA-256 over fixed-order JSON. Trailing blanks are left out of a record's hash, so that a field added to a
 * kind later (always at the end) does not change the hashes of what was recorded before.
 */
import { hash } from 'node:crypto';
import type { Assessment, Judgement } from '../domain/assessment.js';
import type { Value } from '../domain/kind.js';

export const sha256 = (text: string): string => hash('sha256', text);

export const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

export const hex = (blob: unknown): string => (blob instanceof Uint8Array ? Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength).toString('hex') : '');

/** Hash of what a record says. */
export const contentHash = (kindId: string, values: readonly Value[]): string => {
  let length = values.length;
  while (length > 0 && values[length - 1] === null) length--;
  return sha256(JSON.stringify([kindId, ...(length === values.length ? values : values.slice(0, length))]));
};

/** The checker shares one result among all leads that meet nothing under the law of one day: its text is made once. */
const texts = new WeakMap<Assessment, string>();

/** 比对结果 as stored: empty parts left out, since most leads meet nothing. */
export const assessmentText = (assessment: Assessment): string => {
  let text = texts.get(assessment);
  if (text === undefined) {
    text = writtenText(assessment);
    texts.set(assessment, text);
  }
  return text;
};

const writtenText = ({ situations, lacking, claimedUnmet, lawOf, lawOfAssumed }: Assessment): string =>
  JSON.stringify({
    ...(situations.length > 0 ? { situations } : {}),
    ...(lacking.length > 0 ? { lacking } : {}),
    ...(claimedUnmet.length > 0 ? { claimedUnmet } : {}),
    lawOf,
    ...(lawOfAssumed ? { lawOfAssumed } : {}),
  });

/** The stored text back as a value; the machine's decision is a column of its own. */
export const assessmentOf = (text: string, decision: Assessment['decision']): Assessment => {
  // Written by assessmentText above; verify has its hash.
  const stored = JSON.parse(text) as Partial<Assessment>;
  return {
    decision,
    situations: stored.situations ?? [],
    lacking: stored.lacking ?? [],
    claimedUnmet: stored.claimedUnmet ?? [],
    lawOf: stored.lawOf ?? null,
    lawOfAssumed: stored.lawOfAssumed ?? false,
  };
};

/** What besides its content a row carries and must not be altered unseen: decision, judgement, void. */
export interface RowState {
  readonly decision: string;
  readonly machineDecision: string;
  readonly assessment: string;
  readonly judgement: string | null;
}

/** Most leads of a file share a few thousand states (day of law, nothing met); their hashes are kept. */
const stateHashes = new Map<string, string>();
const KEPT_STATES = 4096;

/** Null where there is nothing besides the content: an ordinary record of another kind. */
export const stateHash = (state: RowState | null, voided: string | null): string | null => {
  if (state === null) return voided === null ? null : sha256(JSON.stringify([voided]));
  const text = JSON.stringify([state.decision, state.machineDecision, state.assessment, state.judgement, voided]);
  const known = stateHashes.get(text);
  if (known !== undefined) return known;
  const made = sha256(text);
  if (stateHashes.size < KEPT_STATES) stateHashes.set(text, made);
  return made;
};

export const judgementText = (judgement: Judgement | null): string | null => (judgement === null ? null : JSON.stringify(judgement));

export const judgementOf = (text: string | null): Judgement | null =>
  // Written by judgementText above.
  text === null ? null : (JSON.parse(text) as Judgement);
