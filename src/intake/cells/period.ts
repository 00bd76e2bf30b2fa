/** Periods (时段): a year, quarter or month as clerks write them -> 2023, 2023Q2 or 2023-05. */
import { halfWidth } from '../folding.js';
import { type CellReader, problem } from './cell.js';

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

const known = (year: number): boolean => year >= 1900 && year <= 2100;

export const periodReader: CellReader = {
  read(text) {
    const plain = halfWidth(text).replace(/\s+/g, '');
    const year = /^(\d{4})(?:年度?|全年|年全年)?$/.exec(plain);
    if (year && known(Number(year[1]))) return year[1] ?? undefined;
    const quarter = /^(\d{4})(?:年|-|\.|\/)?(?:第?([一二三四1-4])季度?|[Qq]([1-4]))$/.exec(plain);
    const q = QUARTERS[quarter?.[2] ?? quarter?.[3] ?? ''];
    if (quarter && q && known(Number(quarter[1]))) return `${quarter[1]}Q${q}`;
    const month = /^(\d{4})(?:年|-|\.|\/)?(\d{1,2})月?份?$/.exec(plain);
    const m = Number(month?.[2]);
    return month && m >= 1 && m <= 12 && known(Number(month[1]))
      ? `${month[1]}-${String(m).padStart(2, '0')}`
      : undefined;
  },
  explain: () =>
    problem('period-not-read', '应为一年、一个季度或一个月', '请写成 2023、2023年2季度 或 2023年5月 的形式'),
};
