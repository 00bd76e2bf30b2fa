/** Where a value stands (位置), in the words of a spreadsheet, and how it may be shown: cut, masked, or not at all. */
import type { FieldDeclaration } from '../domain/kind.js';
import { cut } from './folding.js';

/** Column letters from a position: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
};

/** 身份证号 shown as 3203**********1234; anything shorter keeps its first two characters. */
const masked = (text: string): string =>
  text.length >= 15 ? `${text.slice(0, 4)}**********${text.slice(-4)}` : `${text.slice(0, 2)}${'*'.repeat(6)}`;

/** A value for a message. Identity numbers are masked wherever they stand, since a shifted row puts them anywhere. */
export const shown = (text: string, field: FieldDeclaration | undefined): string => {
  if (field?.privacy === 'hidden') return '（不显示）';
  if (field?.privacy === 'masked') return masked(text.trim());
  return cut(text.slice(0, 200).replace(/\d{14,17}[\dXx]/g, masked));
};
