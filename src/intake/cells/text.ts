/**
 * 文字: kept as written, ends trimmed by the caller. Looks only for what a spreadsheet program did to numbers that should have
 * been text: 4.5E+17 cannot be a lead number. Length is checked by the record validator, from the field's declaration.
 */
import { type CellProblem, type CellReader, problem } from './cell.js';

const AS_TEXT = '请在原表中先把整列设为“文本”格式，再重新录入完整号码';
const SCIENTIFIC = /^\d(?:\.\d+)?[Ee]\+\d+$/;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Only short cells that begin and end with a digit can be damaged numbers; the rest is let through by four comparisons. */
const mayBeNumber = (text: string): boolean =>
  text.length >= 4 && text.length <= 40 && isDigit(text.charCodeAt(0)) && isDigit(text.charCodeAt(text.length - 1));

export const textReader: CellReader = {
  read: (text) => (mayBeNumber(text) && SCIENTIFIC.test(text) ? undefined : text),
  explain: (): CellProblem => problem('number-damaged', '号码已被表格软件改成科学计数，后几位丢失', AS_TEXT),
  remark: (text) =>
    mayBeNumber(text) && /^\d{15,}000$/.test(text)
      ? problem(
          'number-doubtful',
          '18 位以上的数字以 000 结尾，可能已被表格软件改动',
          `请核对；确已改动时，${AS_TEXT}`,
          'warning',
        )
      : null,
};
