/** 天数 (days): spans between two ISO days, and what is typical of many of them: the median and the longest. Calendar days. */

export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

/** 中位数; of an even number the mean of the two in the middle. Null of nothing. */
export const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

/** The largest, by a loop: spreading a large list into Math.max overflows the stack. */
export const longest = (numbers: readonly number[]): number | null =>
  numbers.reduce<number | null>((most, n) => (most === null || n > most ? n : most), null);
