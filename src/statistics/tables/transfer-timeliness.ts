/**
 * 移送及时性: for the office itself and every county how many letters went out, how many days after the lead was found (median and
 * longest), and how long those that have not gone out wait. Calendar days: the mechanism says 第一时间 and names no limit.
 */
import type { TableRow } from '../../domain/table.js';
import { ISSUED, WAITING } from '../../kinds/letter.js';
import { CountIndex, countQuery } from '../counts.js';
import { countedDays, Histogram } from '../days.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import { LETTER, LETTERS_NOTE, LISTED_OF_LETTER } from '../letters.js';
import { daysWaited } from '../overdue.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

type Fits = (region: string | null) => boolean;

const numbersOf = (issued: CountIndex, waiting: CountIndex, fits: Fits, context: StatisticsContext): TableRow => {
  const ofRegion = ([region = null]: readonly (string | null)[]): boolean => fits(region);
  const days = new Histogram(countedDays(issued, ofRegion));
  const waits = new Histogram(countedDays(waiting, ofRegion, (day) => daysWaited(day, context)));
  return {
    issued: days.size,
    median: days.median(),
    longest: days.longest(),
    waiting: waits.size,
    longest_wait: waits.longest(),
  };
};

export const transferTimeliness: StatisticsTable = {
  id: 'transfer-timeliness',
  title: '线索移送及时性统计',
  askedBy: '法治建设办',
  doc: '从发现线索到制发移送函用了几天，还有几件没有发出、最长等了几天',
  kinds: [LETTER],
  listed: LISTED_OF_LETTER,
  options: {},
  queries: (context) => [
    countQuery(context, { kind: LETTER, by: ['region', 'issue_days'], where: { issued: [ISSUED] } }),
    countQuery(context, { kind: LETTER, by: ['region', 'found_on'], where: { state: WAITING } }),
  ],
  build: ([sent, unsent], context) => {
    const issued = new CountIndex(sent);
    const waiting = new CountIndex(unsent);
    const region = dimensionOf(kindOf(LETTER), 'region', context);
    const printed = printedValues(
      region,
      [...issued.tuples, ...waiting.tuples].map(([code]) => code ?? null),
    );
    return {
      columns: [
        { id: 'region', title: region.title, type: 'text' },
        { id: 'issued', title: '已制发', type: 'count', unit: '件' },
        { id: 'median', title: '发现到制发中位天数', type: 'days', unit: '天' },
        { id: 'longest', title: '发现到制发最长天数', type: 'days', unit: '天' },
        { id: 'waiting', title: '未制发', type: 'count', unit: '件' },
        { id: 'longest_wait', title: '未制发最长等待天数', type: 'days', unit: '天' },
      ],
      rows: printed.map((code) => ({
        region: region.titleOf(code),
        ...numbersOf(issued, waiting, (each) => each === code, context),
      })),
      totals: { region: '合计', ...numbersOf(issued, waiting, () => true, context) },
      notes: [LETTERS_NOTE, '天数为自然日；机制要求“第一时间”移送，没有规定天数。合计的中位数按全部移送函计算。'],
    };
  },
};
