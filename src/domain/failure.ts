/**
 * Known failures (已知故障): the program cannot do what was asked, says why and what to do, and wrote nothing.
 * Thrown anywhere, caught once, in cli. Anything else that is thrown is a defect in xingji (exit 70).
 */
import type { Finding } from './finding.js';

/** Exit codes of CLI.md by name; numbers are never counts of things. */
export const EXIT = {
  done: 0,
  needsPerson: 1,
  usage: 2,
  noInput: 3,
  badRuleFile: 4,
  ledgerUnusable: 5,
  ledgerDamaged: 6,
  defect: 70,
} as const;

export type FailureExit = 2 | 3 | 4 | 5 | 6;

/** 已知故障: `code` is a slug, `message` and `hint` are Chinese sentences for the person at the keyboard. */
export class Failure extends Error {
  constructor(
    readonly exit: FailureExit,
    readonly code: string,
    message: string,
    readonly hint: string,
    readonly findings: readonly Finding[] = [],
  ) {
    super(message);
    this.name = 'Failure';
  }
}
