/**
 * 密级标注 as stated on the lead. Never a default: what is not stated is not marked, and what cannot be understood is not
 * guessed (保密法 22: 不属于国家秘密的，不得作出国家秘密标志), it is told to the clerk instead.
 */
import type { SecrecyMarking } from '../domain/letter.js';

/** 一年 | 10年 | 6个月 | 长期, after a star, a comma, a space or nothing. */
const TERM =
  /[★☆*·,，、;；:：\s（(]*(?:保密期限)?[:：]?\s*((?:\d+|[一二三四五六七八九十]+)\s*(?:年|个月|日)|长期)[)）]?$/;

/** The marking, null for a blank cell, `unclear` for text that is neither 工作秘密 nor a 国家秘密 with its level. */
export const readSecrecy = (stated: string | null): SecrecyMarking | 'unclear' | null => {
  const text = stated?.normalize('NFKC').trim() ?? '';
  if (text === '') return null;
  const termFound = TERM.exec(text);
  const term = termFound?.[1]?.replace(/\s/g, '') ?? null;
  const head = (termFound ? text.slice(0, termFound.index) : text).trim();
  if (head === '工作秘密') return { kind: 'work', term };
  switch (head.replace(/^国家秘密[\s:,、，：（(·★]*/, '').replace(/[级)）]+$/, '')) {
    case '绝密':
      return { kind: 'state', level: '绝密', term };
    case '机密':
      return { kind: 'state', level: '机密', term };
    case '秘密':
      return { kind: 'state', level: '秘密', term };
    default:
      return 'unclear';
  }
};
