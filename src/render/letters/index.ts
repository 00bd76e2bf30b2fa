/** 移送文书的版式: lays out worded letters and sheets. Values in, text or bytes out; the disk is the pipeline's. */
import type { TransferDocument, TransferDocuments } from '../../domain/letter.js';
import { letterMarkdown } from './markdown.js';
import { letterText } from './text.js';

export { letterMarkdown, letterText };

/** Loads the DOCX package when first asked for. */
export const letterDocx = async (documents: TransferDocument | TransferDocuments): Promise<Uint8Array> =>
  (await import('./docx.js')).letterDocx(documents);
