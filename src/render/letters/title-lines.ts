/**
 * 标题回行: breaks a long title into lines of nearly equal length between its parts, never inside a name or a phrase
 * (GB/T 9704-2012 7.3.1: 回行时词意完整，排列对称，长短适宜). A part longer than a line leaves the breaking to the office program.
 */

/** The lines of a title; one line where no good break exists. */
export const titleLines = (parts: readonly string[], most: number): readonly string[] => {
  const whole = parts.join('');
  if (whole.length <= most) return [whole];
  let best: readonly string[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  const gaps = parts.length - 1;
  // Every way to break at the few gaps: fewest lines first, then the most even ones.
  for (let breaks = 1; breaks < 1 << gaps; breaks++) {
    const lines = [''];
    for (const [i, part] of parts.entries()) {
      lines[lines.length - 1] += part;
      if (i < gaps && breaks & (1 << i)) lines.push('');
    }
    const longest = Math.max(...lines.map((line) => line.length));
    const shortest = Math.min(...lines.map((line) => line.length));
    const cost = lines.length * 1000 + longest - shortest;
    if (longest <= most && cost < least) {
      least = cost;
      best = lines;
    }
  }
  return best ?? [whole];
};
