/**
 * 身份证号: 18 digits with a right check digit (GB 11643). Excel keeps 15 digits of a number, so a column that was not text holds
 * 3.20101E+17 or ends in 000; such a number cannot be repaired by anybody but the clerk, and is refused with the cure.
 */
import { isoDate } from '../../domain/calendar.js';
import { fold } from '../folding.js';
import { type CellReader, problem } from './cell.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const AS_TEXT = '请在原表中先把整列设为“文本”格式，再重新录入 18 位号码';

const hasRightCheckDigit = (id: string): boolean => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (id.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECKS[sum % 11] === id[17];
};

const birthday = (id: string): string | null =>
  isoDate(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));

export const identityReader: CellReader = {
  read(text) {
    const id = fold(text).toUpperCase();
    return /^\d{17}[\dX]$/.test(id) && hasRightCheckDigit(id) && birthday(id) !== null ? id : undefined;
  },
  explain(text) {
    const id = fold(text).toUpperCase();
    if (/^\d(\.\d+)?E\+?\d+$/.test(id))
      return problem('number-damaged', '号码已被表格软件改成科学计数，后几位丢失', AS_TEXT);
    if (/^\d{15}0{3}$/.test(id) && !hasRightCheckDigit(id))
      return problem('number-damaged', '号码末三位已被表格软件改成 000', AS_TEXT);
    if (/^\d{15}$/.test(id))
      return problem('identity-not-right', '是 15 位的旧号码，应为 18 位', '请填现行的 18 位号码');
    if (!/^\d{17}[\dX]$/.test(id))
      return problem('identity-not-right', `应为 18 位号码，现有 ${id.length} 位`, '请核对是否漏输、多输，末位可为 X');
    if (birthday(id) === null) return problem('identity-not-right', '号码中的出生日期不存在', '请对照证件核对号码');
    return problem('identity-not-right', '校验码不对，号码有误', '请对照证件核对号码');
  },
};
