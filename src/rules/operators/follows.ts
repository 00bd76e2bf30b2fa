/**
 * `follows` 先后写到: something is told after something else: a judgement or an inspection's feedback, and then what was not
 * done about it. Both parts are text conditions themselves (says, together); this is how a prior demand is required.
 */
import type { ListReference } from '../model.js';
import { type Finder, findFollowing, findList, findTogether, type Within } from '../text/finder.js';
import { type CompileWorld, defineOperator } from './operator.js';
import {
  apartOf,
  judgeOf,
  LIST_SCHEMA,
  lintList,
  lintText,
  listTitle,
  relaxText,
  TEXT_PROPERTIES,
  type TextOptions,
  textCondition,
  WITHIN_SCHEMA,
  WITHIN_TITLES,
} from './text.js';

/** A list, or several lists in one clause. */
type Part = string | { readonly lists: readonly ListReference[]; readonly within?: Within; readonly distance?: number };

interface Options extends TextOptions {
  readonly earlier: Part;
  readonly later: Part;
  readonly within?: Within;
}

const PART = {
  anyOf: [
    { type: 'string', minLength: 1, description: '词表名' },
    {
      type: 'object',
      required: ['lists'],
      additionalProperties: false,
      properties: {
        lists: { type: 'array', minItems: 1, items: LIST_SCHEMA, description: '同一分句里要有的词表' },
        within: WITHIN_SCHEMA,
        distance: { type: 'integer', minimum: 0, description: '相邻两处之间最多隔几个字' },
      },
    },
  ],
};

const listsOf = (part: Part): readonly ListReference[] => (typeof part === 'string' ? [part] : part.lists);

const finderOf = (part: Part, options: TextOptions, world: CompileWorld): Finder => {
  const judge = judgeOf(options, world);
  const lists = listsOf(part).map((list) => world.list(list));
  const [first] = lists;
  if (typeof part === 'string' || lists.length === 1) return findList(first ?? 0, judge);
  const { within = 'clause', distance = null } = part;
  return findTogether({ lists, within, ordered: false, distance }, judge);
};

const partTitle = (part: Part): string => listsOf(part).map(listTitle).join('和');

export const follows = defineOperator<Options>({
  name: 'follows',
  title: '先后写到',
  doc: '先写到 earlier，后写到 later（默认全文范围）。用于“先有判决、决定、建议、反馈，后不履行”。',
  schema: {
    type: 'object',
    required: ['earlier', 'later'],
    additionalProperties: false,
    properties: {
      earlier: { ...PART, description: '先写到什么' },
      later: { ...PART, description: '后写到什么' },
      within: WITHIN_SCHEMA,
      ...TEXT_PROPERTIES,
    },
  },
  lint(options, path, world) {
    for (const side of ['earlier', 'later'] as const) {
      const part = options[side];
      if (typeof part === 'string') lintList(part, [...path, side], world);
      else
        part.lists.forEach((list, i) => {
          lintList(list, [...path, side, 'lists', i], world);
        });
    }
    lintText(options, path, world);
  },
  compile(options, title, world) {
    // Who made the demand does not matter, a court is no official of this lead: only the later part is judged by actor.
    const first = finderOf(options.earlier, { ...options, actor: 'any' }, world);
    const finder = findFollowing(first, finderOf(options.later, options, world), options.within ?? 'text');
    return textCondition('follows', title, options, apartOf(finder, options, world), world);
  },
  describe: (options) =>
    `${WITHIN_TITLES[options.within ?? 'text']}先写到${partTitle(options.earlier)}、后写到${partTitle(options.later)}`,
  mutate: (options) => [
    {
      title: `不要求先有${partTitle(options.earlier)}`,
      options: { ...options, earlier: options.later, later: options.earlier },
    },
    { title: `${partTitle(options.later)}换成空词表`, options: { ...options, later: { lists: [['\u0000']] } } },
    ...relaxText(options),
  ],
});
