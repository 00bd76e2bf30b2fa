/**
 * The rule file that ships with the program, as YAML reads it (随附规则文件的内容), known by the hash of its text. Empty here; the
 * build puts it in (build.mjs), since reading the YAML takes longer than all else that a small import does. Only the reading
 * is spared: the schema, the references and the lint are checked at every call, and a file that differs in one byte is read.
 */
export interface ShippedText {
  readonly sha256: string;
  /** A fresh value at each call. */
  value(): unknown;
}

export const shippedText = (): ShippedText | null => null;
