/**
 * 总览数字 (figures of the overview): a group states which kinds it counts, what it asks and which rows come of it.
 * Every figure is counted or added up from records; none is written down anywhere.
 */

import type { StatisticsAnswer, StatisticsQuery } from '../../domain/answering.js';
import type { Chart } from '../../domain/chart.js';
import type { StatisticsContext } from '../table.js';

export interface Figure {
  readonly item: string;
  readonly value: number | null;
  readonly unit: string;
}

export interface FigureGroup {
  readonly title: string;
  readonly kinds: readonly string[];
  readonly queries: (context: StatisticsContext) => readonly StatisticsQuery[];
  readonly build: (answers: readonly StatisticsAnswer[], context: StatisticsContext) => readonly Figure[];
  readonly charts?: (answers: readonly StatisticsAnswer[]) => readonly Chart[];
  /** Definitions a reader needs to read the figures rightly. */
  readonly notes?: readonly string[];
}
