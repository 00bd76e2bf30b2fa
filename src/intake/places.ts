/** Where a value stands (位置), in the words of a spreadsheet, and how it may be shown: cut, masked, or not at all. */
import type { FieldDeclaration } from '../domain/kind.js';
import { cut, masked } from './folding.js';

/** Column letters from a position: 0 is A, 26 is AA. */
export const columnLetters = (column: number): string => {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
};

/** A value for a message. */
export const shown = (text: string, field: FieldDeclaration | undefined): string => {
  if (field?.privacy === 'hidden') return '（不显示）';
  return field?.privacy === 'masked' ? masked(text) : cut(text);
};
