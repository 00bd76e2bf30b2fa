/**
 * Counts and years (数量、年度) -> integers: full-width digits, thousands separators and a needless `.0` are read, anything
 * else is refused, since a wrong figure is worse than a missing one.
 */
import { halfWidth } from '../folding.js';
import { type CellReader, problem } from './cell.js';

/** Far above any count of an office, far below where integers lose digits. */
const LARGEST_COUNT = 999_999_999;

const WRITTEN = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/;

const integer = (text: string): number | undefined => {
  const plain = halfWidth(text);
  if (!WRITTEN.test(plain)) return undefined;
  return Number(plain.replaceAll(',', ''));
};

export const countReader: CellReader = {
  read(text) {
    const n = integer(text);
    return n !== undefined && n <= LARGEST_COUNT ? n : undefined;
  },
  explain(text) {
    const plain = halfWidth(text);
    if (/^-\d/.test(plain)) return problem('count-not-read', '数量不能是负数', '请填 0 或正整数');
    if (/\d\.\d*[1-9]/.test(plain)) return problem('count-not-read', '数量应为整数', '请填整数，不带小数');
    if (integer(text) !== undefined) return problem('count-not-read', '数量太大', '请核对是否多输了数字');
    return problem('count-not-read', '应为 0 或正整数', '请只填数字，单位和说明写到备注');
  },
};

export const yearReader: CellReader = {
  read(text) {
    const found = /^(\d{4})年?度?(?:\.0+)?$/.exec(halfWidth(text));
    const year = Number(found?.[1]);
    return year >= 1900 && year <= 2100 ? year : undefined;
  },
  explain: () => problem('year-not-read', '应为四位数的年份', '请填 2024 这样的年份'),
};
