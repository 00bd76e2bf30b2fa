/**
 * 移送及时性: for the office itself and every county how many letters went out, how many days after the lead was found (median and
 * longest), and how long those that have not gone out wait. Calendar days: the mechanism says 第一时间 and names no limit.
 */
import type { TableRow } from '../../domain/table.js';
import { daysBetween, longest, median } from '../days.js';
import { dimensionOf, printedValues } from '../dimension.js';
import { kindOf } from '../kind-of.js';
import { LETTERS_NOTE, type Letter, lettersOf, lettersQuery } from '../letters.js';
import { referenceDay } from '../overdue.js';
import type { StatisticsContext, StatisticsTable } from '../table.js';

const isWaiting = ({ notice }: Letter): boolean => notice.state === 'drafted' || notice.state === 'approved';

const numbersOf = (letters: readonly Letter[], context: StatisticsContext): TableRow => {
  const days = letters.flatMap(({ notice, foundOn }) =>
    notice.issuedOn !== null && foundOn !== null ? [daysBetween(foundOn, notice.issuedOn)] : [],
  );
  const waiting = letters.filter(isWaiting);
  const waits = waiting.flatMap(({ foundOn }) =>
    foundOn === null ? [] : [Math.max(0, daysBetween(foundOn, referenceDay(context)))],
  );
  return {
    issued: letters.filter(({ notice }) => notice.issuedOn !== null).length,
    median: median(days),
    longest: longest(days),
    waiting: waiting.length,
    longest_wait: longest(waits),
  };
};

export const transferTimeliness: StatisticsTable = {
  id: 'transfer-timeliness',
  title: '线索移送及时性统计',
  askedBy: '法治建设办',
  doc: '从发现线索到制发移送函用了几天，还有几件没有发出、最长等了几天',
  kinds: [],
  notices: true,
  options: {},
  queries: (context) => [lettersQuery(context)],
  build: ([leads], context) => {
    const letters = lettersOf(leads, context);
    const region = dimensionOf(kindOf('lead'), 'region', context);
    const printed = printedValues(
      region,
      letters.map((letter) => letter.region),
    );
    const rows = printed.map((code) => ({
      region: region.titleOf(code),
      ...numbersOf(
        letters.filter((letter) => letter.region === code),
        context,
      ),
    }));
    return {
      columns: [
        { id: 'region', title: region.title, type: 'text' },
        { id: 'issued', title: '已制发', type: 'count', unit: '件' },
        { id: 'median', title: '发现到制发中位天数', type: 'days', unit: '天' },
        { id: 'longest', title: '发现到制发最长天数', type: 'days', unit: '天' },
        { id: 'waiting', title: '未制发', type: 'count', unit: '件' },
        { id: 'longest_wait', title: '未制发最长等待天数', type: 'days', unit: '天' },
      ],
      rows,
      totals: { region: '合计', ...numbersOf(letters, context) },
      notes: [LETTERS_NOTE, '天数为自然日；机制要求“第一时间”移送，没有规定天数。合计的中位数按全部移送函计算。'],
    };
  },
};
