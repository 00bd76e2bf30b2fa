/** `says` 写到: the text has a phrase of the list, and it counts there. */
import type { ListReference } from '../model.js';
import { findList } from '../text/finder.js';
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
} from './text.js';

interface LongForm extends TextOptions {
  readonly list: ListReference;
}

/** `says: 词表` is short for `says: {list: 词表}`. */
type Options = ListReference | LongForm;

const isLong = (options: Options): options is LongForm => typeof options === 'object' && 'list' in options;

const longForm = (options: Options): LongForm => (isLong(options) ? options : { list: options });

export const says = defineOperator<Options>({
  name: 'says',
  title: '写到',
  doc: '主要问题里写到词表中的任一短语，并且没有被否定，不是假设、规定、传闻，也不是企业、群众所为。',
  schema: {
    anyOf: [
      ...LIST_SCHEMA.anyOf,
      {
        type: 'object',
        required: ['list'],
        additionalProperties: false,
        properties: { list: LIST_SCHEMA, ...TEXT_PROPERTIES },
      },
    ],
  },
  lint(options, path, world) {
    const long = longForm(options);
    lintList(long.list, isLong(options) ? [...path, 'list'] : path, world);
    lintText(long, path, world);
  },
  compile(options, title, world) {
    const long = longForm(options);
    const finder = apartOf(findList(world.list(long.list), judgeOf(long, world)), long, world);
    return textCondition('says', title, long, finder, world);
  },
  describe: (options) => `写到${listTitle(longForm(options).list)}`,
  mutate(options) {
    const long = longForm(options);
    return [{ title: `${listTitle(long.list)}换成空词表`, options: { ...long, list: ['\u0000'] } }, ...relaxText(long)];
  },
});
