/**
 * The outermost file: the process in, its exit code out. Loads nothing that the call may not need: a person who types `xingji`
 * to see what there is gets the text that the build has laid out; everything else goes to run.ts.
 */
import { helpWidth } from './help-width.js';
import { type Output, standardOutput } from './output.js';
import { OVERVIEW } from './overview.js';

const asksForOverview = (argv: readonly string[]): boolean =>
  argv.length === 0 || (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h'));

/** A narrow terminal needs its lines folded. */
const fits = (text: string, out: Output): boolean =>
  text !== '' && (!out.isTerminal || text.split('\n').every((line) => helpWidth(line) <= out.columns));

export const main = async (process: NodeJS.Process, programRoot: string): Promise<number> => {
  const out = standardOutput(process);
  const argv = process.argv.slice(2);
  if (asksForOverview(argv) && fits(OVERVIEW, out)) {
    out.write(OVERVIEW);
    return 0;
  }
  const { run } = await import('./run.js');
  return run(process, out, programRoot);
};
