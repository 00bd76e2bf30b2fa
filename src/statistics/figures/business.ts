/** 营商环境: leads that touch the business environment or people in need, and the situation that obstructs enterprises' rights. */
import { CountIndex, countQuery, totalOf } from '../counts.js';
import type { FigureGroup } from './figure.js';

const TAGS = ['破坏营商环境', '急难愁盼'] as const;
const OBSTRUCTING_RIGHTS = 'obstructing-rights';

export const businessFigures: FigureGroup = {
  title: '营商环境',
  kinds: ['lead'],
  queries: (context) => [
    countQuery(context, { kind: 'lead', by: ['issue_tags'] }),
    countQuery(context, { kind: 'lead', by: ['situation'] }),
    countQuery(context, { kind: 'lead', where: { issue_tags: [TAGS[0]], decision: ['transfer'] } }),
  ],
  build: ([byTag, bySituation, transferred], context) => {
    const tags = new CountIndex(byTag);
    const name = context.situations.find((situation) => situation.id === OBSTRUCTING_RIGHTS)?.name;
    return [
      ...TAGS.map((tag) => ({ item: `涉及“${tag}”的线索`, value: tags.of([tag]), unit: '件' })),
      { item: `其中：“${TAGS[0]}”应移送`, value: totalOf(transferred), unit: '件' },
      {
        item: `符合“${name ?? '阻挠市场主体依法维权'}”情形的线索`,
        value: new CountIndex(bySituation).of([OBSTRUCTING_RIGHTS]),
        unit: '件',
      },
    ];
  },
  notes: ['一件线索可有几个标签、符合几种情形，各项不相加。'],
};
