/**
 * The common Chinese characters in the order of the collator (常用汉字的拼音顺序), none of them here: the build puts them in (build.mjs),
 * since Node takes longer to make its collator ready than to count a small ledger.
 */
export const PINYIN_ORDER: string = '';
