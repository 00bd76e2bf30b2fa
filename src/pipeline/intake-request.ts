/** 读取要求: what a person asks of reading, the same for `import` and `check`. */
export interface IntakeRequest {
  readonly paths: readonly string[];
  /** Read where a path is `-`. */
  readonly stdin: NodeJS.ReadableStream;
  readonly kind: string | null;
  readonly encoding: 'auto' | 'utf-8' | 'gb18030' | 'utf-16le';
  readonly sheet: string | null;
  /** Where all findings go, one JSON a line. */
  readonly findings: string | null;
}
