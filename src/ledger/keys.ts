/**
 * 识别 (identity): the key under which a record is known. Parts are joined by U+001F, which no cell can hold. A key part
 * of several fields takes the first that is filled (accountability: case_no or lead_no).
 */
import { fieldIndex, type KindDeclaration, type Value } from '../domain/kind.js';

export const SEPARATOR = '\u001f';

const asText = (value: Value | undefined): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? value.join('、') : String(value);

/** 自然识别要素: the key of a record by what it says, its optional 编号 aside. Empty where every part is blank. */
export const naturalKey = (kind: KindDeclaration): ((values: readonly Value[]) => string) => {
  const parts = kind.key.map((part) => (typeof part === 'string' ? [part] : part).map((id) => fieldIndex(kind, id)));
  const [first] = parts;
  if (parts.length === 1 && first?.length === 1) {
    const index = first[0] ?? 0;
    return (values) => asText(values[index]);
  }
  return (values) => {
    const texts = parts.map((indexes) =>
      asText(values[indexes.find((index) => (values[index] ?? null) !== null) ?? -1]),
    );
    return texts.every((text) => text === '') ? '' : texts.join(SEPARATOR);
  };
};

/** A key as a person reads it: 示例〔2024〕001 / 陈某 / 副局长. */
export const shownKey = (key: string): string => key.replaceAll(SEPARATOR, ' / ');

/** The other way round: what a person typed for a key of several parts. */
export const typedKey = (typed: string): string => typed.split(/\s*\/\s*/).join(SEPARATOR);
