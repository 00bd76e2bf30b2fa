/**
 * 版面: measures of the page by GB/T 9704-2012, A4, in twips (1/20 pt) unless said otherwise. The text area of 156 × 225 mm
 * holds 22 lines of 28 characters: line pitch 579 and 3号 characters set 0.25 pt closer, found by trial with a grid of type
 * `lines` (`linesAndChars` does not give 28 in every office program). The letter form (信函格式, 10.1) is known from memory
 * only: a template, not law.
 */

export const PAGE = { width: 11906, height: 16838 } as const;

/** 天头 37 mm, 订口 28 mm, 下 35 mm, 右 26 mm. The head of the letter form begins 30 mm from the edge. */
export const MARGIN = { top: 2098, left: 1587, bottom: 1984, right: 1474, header: 1701, footer: 1134 } as const;

export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** 每页 22 行. */
export const LINE_PITCH = 579;
/** -0.25 pt between characters: 每行 28 字. */
export const CHARACTER_SPACING = -5;
/** Width of one body character, 16 - 0.25 pt. */
export const CHARACTER = 315;

/** 信函格式 head lines are 170 mm long, centred on the page: they reach beyond the text area on both sides. */
export const HEAD_OUTDENT = { left: -453, right: -340 } as const;

/** Half-points: 2号, 3号, 4号, 小4号. */
export const SIZE = { title: 44, body: 32, sheet: 28, table: 24 } as const;

/** Characters of a title line: 156 mm at 22 pt. */
export const TITLE_CHARACTERS = 20;

/** Faces of Windows and WPS; none is shipped. Quotation marks and dashes are `hAnsi` to Word: they follow the Chinese face. */
export const FACE = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  item: '楷体_GB2312',
  page: '宋体',
  latin: 'Times New Roman',
} as const;

/** 红色 of the letter head. */
export const RED = 'FF0000';

/** Half-points of the office's name in the head: 1号 at most, small enough for one line of the text area. */
export const headSize = (office: string): number =>
  Math.max(28, Math.min(52, Math.floor(TEXT_WIDTH / 10 / Math.max(1, office.length))));

const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? CHARACTER / 2 : CHARACTER), 0);

/**
 * Right indents of 署名 and 成文日期 of a sealed letter (7.3.5.1): the date four characters from the right, the name centred
 * above it; a name so long that it would pass the margin pushes the date inwards.
 */
export const signOff = (office: string, date: string): { readonly office: number; readonly date: number } => {
  const half = (width(office) - width(date)) / 2;
  const inset = 4 * CHARACTER;
  const office4 = inset - half;
  const least = 2 * CHARACTER;
  return office4 >= least
    ? { office: Math.round(office4), date: inset }
    : { office: least, date: Math.round(least + half) };
};
