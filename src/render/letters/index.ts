/**
 * 移送文书的版式: lays out worded letters and sheets in every format. Values in, text or bytes out; the disk is the
 * pipeline's. The packages behind DOCX and templates are large and load only when asked for.
 */
import type { TransferDocument, TransferDocuments } from '../../domain/letter.js';
import { letterHtml } from './html.js';
import { letterMarkdown } from './markdown.js';
import type { TemplateCheck, TemplateFiller } from './template.js';
import { letterText } from './text.js';

export { letterHtml, letterMarkdown, letterText, type TemplateCheck };

export const letterDocx = async (documents: TransferDocument | TransferDocuments): Promise<Uint8Array> =>
  (await import('./docx.js')).letterDocx(documents);

export const checkTemplate = async (bytes: Uint8Array, path: string): Promise<TemplateCheck> =>
  (await import('./template.js')).checkTemplate(bytes, path);

export const templateFiller = async (template: Uint8Array): Promise<TemplateFiller> =>
  (await import('./template.js')).templateFiller(template);

/** 文书格式 that are made here; pdf is made from docx by an office program. */
export type LetterFormat = 'md' | 'txt' | 'html' | 'docx';

const textOf = (
  documents: TransferDocument | TransferDocuments,
  render: (document: TransferDocument) => string,
): string =>
  'letter' in documents
    ? [documents.letter, documents.register, documents.materials, documents.receipt].map(render).join('\n')
    : render(documents);

/** One file: a letter or sheet alone, or the whole set with the sheets as attachments. */
export const renderLetter = async (
  format: LetterFormat,
  documents: TransferDocument | TransferDocuments,
): Promise<string | Uint8Array> => {
  switch (format) {
    case 'md':
      return textOf(documents, letterMarkdown);
    case 'txt':
      return textOf(documents, letterText);
    case 'html':
      return letterHtml(documents);
    case 'docx':
      return letterDocx(documents);
  }
};
