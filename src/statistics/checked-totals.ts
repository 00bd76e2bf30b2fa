/**
 * 合计核对 (cross-checked totals): a total is counted by itself and must agree with its rows. Where they differ, the
 * ledger or the table is wrong, and no number of the table may be trusted: that is a defect, not a finding.
 */

/** Throws unless the parts add up to the total. */
export const mustAddUp = (table: string, of: string, total: number, parts: Iterable<number>): void => {
  let added = 0;
  for (const part of parts) added += part;
  if (added !== total)
    throw new Error(
      `statistics table ${table}: ${of} is ${total} when counted and ${added} when its rows are added up`,
    );
};

/** Throws where a part exceeds the total, for counts of which one record may be in several rows. */
export const mustCover = (table: string, of: string, total: number, parts: Iterable<number>): void => {
  for (const part of parts)
    if (part > total)
      throw new Error(
        `statistics table ${table}: ${of} is ${total} when counted, and one of its rows alone is ${part}`,
      );
};

/** A part of a whole as a ratio; null (printed —) where the whole is 0. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** 增减幅度: the change against a base as a ratio; null (printed —) on base 0, where no percentage exists. */
export const changeRate = (now: number, base: number): number | null => ratio(now - base, base);
