/**
 * 联系人 of a letter: whom the commission may ask, from the lead or the office's config. What neither says is an empty line of a
 * form, to be written by hand, and never a guess.
 */
import { chineseDate } from '../domain/calendar.js';
import type { LetterContact } from '../domain/letter.js';
import type { LetterInput } from './letter-input.js';
import { textOf } from './wording.js';

const BLANK_NAME = '　　　　　　';
const BLANK_PHONE = '　　　　　　　　　　';
/** 年 月 日 to be written by hand. */
export const BLANK_DAY = '　　　　年　　月　　日';

export const contactOf = (input: LetterInput, clean: (text: string) => string): LetterContact => ({
  // Who handles this very lead is nearer than the office's common contact.
  person: clean(textOf(input.lead.contact)) || (input.contact?.person?.trim() ?? ''),
  phone: input.contact?.phone?.trim() ?? '',
});

export const contactLine = ({ person, phone }: LetterContact): string =>
  `联系人：${person || BLANK_NAME}，联系电话：${phone || BLANK_PHONE}`;

/** The day, or room to write one. */
export const dayOrBlank = (day: string | null | undefined): string => (day ? chineseDate(day) : BLANK_DAY);
