/** `together` 一起写到: phrases of several lists near each other; the first list is the act, the others what it is done to. */
import type { ListReference } from '../model.js';
import { findTogether, type Within } from '../text/finder.js';
import { defineOperator } from './operator.js';
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

interface LongForm extends TextOptions {
  readonly lists: readonly ListReference[];
  readonly within?: Within;
  readonly ordered?: boolean;
  readonly distance?: number;
}

/** `together: [甲, 乙]` is short for `together: {lists: [甲, 乙]}`. */
type Options = readonly ListReference[] | LongForm;

const isLong = (options: Options): options is LongForm => !Array.isArray(options);

const longForm = (options: Options): LongForm => (isLong(options) ? options : { lists: options });

const LISTS = { type: 'array', minItems: 2, items: LIST_SCHEMA };

export const together = defineOperator<Options>({
  name: 'together',
  title: '一起写到',
  doc: '几个词表的短语写在同一分句（默认）、同一句或全文里；可以要求先后次序（ordered）和相隔字数（distance）。第一个词表是行为。',
  schema: {
    anyOf: [
      LISTS,
      {
        type: 'object',
        required: ['lists'],
        additionalProperties: false,
        properties: {
          lists: LISTS,
          within: WITHIN_SCHEMA,
          ordered: { type: 'boolean', description: 'true：按所列先后出现；false（默认）：不论先后' },
          distance: { type: 'integer', minimum: 0, description: '相邻两处之间最多隔几个字' },
          ...TEXT_PROPERTIES,
        },
      },
    ],
  },
  lint(options, path, world) {
    const long = longForm(options);
    const at = isLong(options) ? [...path, 'lists'] : path;
    long.lists.forEach((list, i) => {
      lintList(list, [...at, i], world);
    });
    lintText(long, path, world);
  },
  compile(options, title, world) {
    const long = longForm(options);
    const lists = long.lists.map((list) => world.list(list));
    const { within = 'clause', ordered = false, distance = null } = long;
    const finder = findTogether({ lists, within, ordered, distance }, judgeOf(long, world));
    return textCondition('together', title, long, apartOf(finder, long, world), world);
  },
  describe(options) {
    const long = longForm(options);
    const joined = long.lists.map(listTitle).join(long.ordered ? '后接' : '和');
    const near = long.distance === undefined ? '' : `、相隔不超过 ${long.distance} 字`;
    return `${WITHIN_TITLES[long.within ?? 'clause']}${near}写到${joined}`;
  },
  mutate(options) {
    const long = longForm(options);
    return [
      ...long.lists.map((list, i) => ({
        title: `${listTitle(list)}换成空词表`,
        options: { ...long, lists: long.lists.map((one, other) => (other === i ? ['\u0000'] : one)) },
      })),
      ...(long.within === undefined || long.within === 'clause'
        ? []
        : [{ title: `“${WITHIN_TITLES[long.within]}”改为“同一分句”`, options: { ...long, within: 'clause' } }]),
      ...(long.ordered ? [{ title: '不论先后', options: { ...long, ordered: false } }] : []),
      ...(long.distance === undefined ? [] : [{ title: '不限相隔字数', options: { ...long, distance: undefined } }]),
      ...relaxText(long),
    ];
  },
});
