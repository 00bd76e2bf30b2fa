/**
 * Which legal bases (法律依据) hold on a day: the day of the act for a situation, the day of transfer for the duty to
 * transfer. A basis without dates is always shown, with its `unverified` mark; which day to ask for is the caller's.
 */
import type { LegalBasis } from '../domain/assessment.js';

export const isInForce = (basis: LegalBasis, on: string): boolean =>
  (basis.from === undefined || basis.from <= on) && (basis.to === undefined || basis.to >= on);

/** The bases in force on a day; all of them where the day is not known. */
export const basesOn = (bases: readonly LegalBasis[], on: string | null): readonly LegalBasis[] =>
  on === null ? bases : bases.filter((basis) => isInForce(basis, on));
