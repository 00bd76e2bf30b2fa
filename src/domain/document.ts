/**
 * 文档 (document) as a neutral value: headings, paragraphs, lists and tables that render turns into Markdown or HTML.
 * Carries no markup of its own; text is plain and may hold any character.
 */
export type DocumentBlock =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly DocumentListItem[] }
  | { readonly type: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A point of a list with the points under it. */
export interface DocumentListItem {
  readonly text: string;
  readonly items?: readonly DocumentListItem[];
}

export interface NeutralDocument {
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}
