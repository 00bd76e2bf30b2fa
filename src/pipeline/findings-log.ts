/**
 * 校验问题 of one call: counts all, keeps the first 1,000 for the answer, and writes every one to `--findings FILE`,
 * so that memory does not grow with a file that is wrong from top to bottom.
 */
import type { Finding } from '../domain/finding.js';
import { type AtomicWriter, createAtomicWriter } from '../files/index.js';

const KEPT = 1000;

export class FindingsLog {
  readonly kept: Finding[] = [];
  total = 0;
  private readonly writer: AtomicWriter | null;

  constructor(path: string | null) {
    this.writer = path === null ? null : createAtomicWriter(path);
  }

  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      this.total++;
      if (this.kept.length < KEPT) this.kept.push(finding);
      this.writer?.write(Buffer.from(`${JSON.stringify(finding)}\n`));
    }
  }

  /** Makes the file appear; without findings it is an empty file, so that a script finds what it asked for. */
  close(): void {
    this.writer?.commit();
  }

  discard(): void {
    this.writer?.discard();
  }
}
