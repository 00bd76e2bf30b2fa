/**
 * Which records this file has met, and on which line (本文件已见): a line number per row id. Four bytes a record in pages that are only
 * taken when touched: a set of a million keys would hold twenty times as much.
 */
export class Seen {
  private lines = new Uint32Array(4096);

  /** The line on which this row was met, 0 where it was not. */
  lineOf(id: number): number {
    return this.lines[id] ?? 0;
  }

  meet(id: number, line: number): void {
    if (id >= this.lines.length) {
      const larger = new Uint32Array(Math.max(id + 1, this.lines.length * 2));
      larger.set(this.lines);
      this.lines = larger;
    }
    this.lines[id] = line;
  }
}
