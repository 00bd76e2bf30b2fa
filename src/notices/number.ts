/**
 * 发文字号: 机关代字〔年份〕顺序号号, e.g. 某法治办移〔2024〕1号 (党政机关公文处理工作条例 9(5); brackets U+3014/U+3015, no 第, no
 * leading zeros). Writing is strict; reading forgives the brackets and digits that clerks type, and gives the strict form back.
 */

export interface NoticeNumber {
  /** 机关代字. */
  readonly prefix: string;
  readonly year: number;
  /** 顺序号, from 1. */
  readonly serial: number;
}

export const formatNumber = (prefix: string, year: number, serial: number): string => `${prefix}〔${year}〕${serial}号`;

const SHAPE = /^(.+?)\s*[〔［[【(（]\s*(\d{4})\s*[〕］\]】)）]\s*第?\s*0*([1-9]\d{0,6})\s*号$/;

/** The parts of a number as written on paper, or null where it is none. */
export const parseNumber = (text: string): NoticeNumber | null => {
  const match = SHAPE.exec(text.normalize('NFKC').trim());
  // NFKC folds full-width digits and brackets; 〔〕 has no compatibility form and stays.
  const [, prefix, year, serial] = match ?? [];
  if (prefix === undefined || year === undefined || serial === undefined) return null;
  return { prefix: prefix.trim(), year: Number(year), serial: Number(serial) };
};
