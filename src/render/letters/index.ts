/** 移送文书的版式: lays out worded letters and sheets. Values in, text or bytes out; the disk is the pipeline's. */
export { letterMarkdown } from './markdown.js';
export { letterText } from './text.js';
