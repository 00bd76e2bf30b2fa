/** 行政区划 (regions): the units that records belong to, from data/regions.csv, in the order in which tables print them. */

export interface Region {
  /** GB/T 2260 code, six digits. */
  readonly code: string;
  readonly name: string;
  /** Code of the region above; null for a province. */
  readonly parent: string | null;
  readonly level: '省' | '市' | '县区';
  /** Former and short names that mean the same region. */
  readonly aliases: readonly string[];
}
