/** CSV text -> rows with the line they begin on, for the small files of data/ alone; quotes as in RFC 4180. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const csvRows = (text: string): readonly CsvRow[] => {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  for (let i = 0; i <= text.length; i++) {
    const mark = text[i];
    if (mark === '\n') line++;
    if (quoted && mark !== undefined) {
      if (mark === '"' && text[i + 1] === '"') cell += text[i++];
      else if (mark === '"') quoted = false;
      else cell += mark;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === ',' || mark === '\n' || mark === undefined) {
      cells.push(cell.endsWith('\r') ? cell.slice(0, -1) : cell);
      cell = '';
      if (mark === ',') continue;
      rows.push({ line: start, cells });
      cells = [];
      start = line;
    } else cell += mark;
  }
  return rows;
};
