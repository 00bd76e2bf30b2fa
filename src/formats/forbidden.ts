/**
 * Characters that no text of a record may hold (控制字符): control characters other than tab and line breaks come from damaged
 * files and break letters; half a surrogate pair, which only YAML escapes can bring, cannot be stored in any encoding.
 */

/** True for control characters other than tab and line breaks. */
export const isControl = (code: number): boolean => code < 32 && code !== 9 && code !== 10 && code !== 13;

/** The code of the first forbidden UTF-16 unit, or -1. */
export const forbiddenCharacter = (text: string): number => {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isControl(c)) return c;
    if (c >= 0xd800 && c <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (c >= 0xdc00 || !(next >= 0xdc00 && next <= 0xdfff)) return c;
      i++;
    }
  }
  return -1;
};
