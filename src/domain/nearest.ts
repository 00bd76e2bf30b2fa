/**
 * The nearest known name for one that is not known: shown beside every unknown heading, option, field, value or id.
 * Edit distance over characters; Chinese names are short, so one name in three characters may differ.
 */

const distance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
};

/** The known name closest to `name`, or null where none is close enough to be meant. */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(Math.max(name.length, candidate.length) / 2));
    const found = name.length > 1 && candidate.includes(name) ? 1 : distance(name, candidate);
    if (found <= allowed && found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
};
