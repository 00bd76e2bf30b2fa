/** The known name nearest to one that is not known, for “是不是…？” in messages. Nothing is ever assumed from it. */

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The nearest of `names` by edits, or null where even that one is mostly different. */
export const nearest = (name: string, names: readonly string[]): string | null => {
  let best: string | null = null;
  let least = Math.max(2, Math.ceil(name.length / 2)) + 1;
  for (const candidate of names) {
    const edits = distance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < least && edits < candidate.length) {
      best = candidate;
      least = edits;
    }
  }
  return best;
};
