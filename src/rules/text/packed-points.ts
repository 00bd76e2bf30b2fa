/**
 * Points (分) of phrases, packed: what a phrase brings to the sums stands in three numbers, three sums in each, every sum in a lane of
 * its own. So the hot path adds three numbers for a phrase and does not ask which sums it counts in. A lane is wider than all
 * phrases of its sum can bring together, so that lanes never run into each other; what does not fit is not packed (scale.ts).
 */

/** Numbers of points per phrase; the hot path adds them one by one (occurrences.ts). */
const WORDS = 3;
/** Behind a phrase's points, a number free for their user: what is asked together stands together in memory. */
export const FREE = WORDS;
export const STRIDE = WORDS + 1;
/** Sums per number: as many as a double holds exactly. */
const LANES = 3;
const LANE = 2 ** 17;

export const MOST_SUMS = WORDS * LANES;
/** What all phrases of a sum may bring together, either way. */
export const MOST_POINTS = LANE / 2 - 1;

/** Points of so many phrases, none given yet. The numbers of phrase p stand from `p * STRIDE`. */
export const noPoints = (phrases: number): Float64Array => new Float64Array(phrases * STRIDE);

export const givePoints = (rows: Float64Array, phrase: number, sum: number, points: number): void => {
  const at = phrase * STRIDE + Math.floor(sum / LANES);
  rows[at] = (rows[at] as number) + points * LANE ** (sum % LANES);
};

/** Takes one number apart into its sums; `into` has room for all of them. */
export const unpack = (word: number, packed: number, into: Int32Array): void => {
  const high = Math.round(packed / LANE);
  const highest = Math.round(high / LANE);
  const at = word * LANES;
  into[at] = packed - high * LANE;
  into[at + 1] = high - highest * LANE;
  into[at + 2] = highest;
};
