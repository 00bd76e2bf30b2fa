/** 呈现 (render): values in, text or bytes out. Nothing here reads a file, a clock or the terminal. */
export { documentHtml, documentMarkdown } from './document.js';
export { explanationText } from './explanation.js';
export { findingsText } from './findings.js';
export { renderPack, renderReport } from './formats/index.js';
export { importResultText } from './import-result.js';
export { leadStoryText } from './lead-story.js';
export { plainTable } from './plain-table.js';
