/** 百分比 as a figure: a ratio with one decimal, blank (—) where there is nothing to divide by. */
import type { Figure } from './figure.js';

export const percentFigure = (item: string, ratio: number | null): Figure => ({
  item,
  value: ratio === null ? null : Math.round(ratio * 1000) / 10,
  unit: '%',
});
