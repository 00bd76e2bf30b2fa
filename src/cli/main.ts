/**
 * The outermost file: the process in, its exit code out. Loads nothing that the call may not need: a person who types `xingji`
 * to see what there is gets the text that the build has laid out; everything else goes to run.ts.
 */
import { helpWidth } from './help-width.js';
import { OVERVIEW } from './overview.js';

const asksForOverview = (argv: readonly string[]): boolean =>
  argv.length === 0 || (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h'));

/** A narrow terminal needs its lines folded. */
const fits = (text: string, { isTTY, columns }: NodeJS.WriteStream): boolean =>
  text !== '' && (!isTTY || text.split('\n').every((line) => helpWidth(line) <= (columns || 80)));

export const main = async (process: NodeJS.Process, programRoot: string): Promise<number> => {
  // A reader that closes the pipe early (head, less) is a clean end, not a fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const argv = process.argv.slice(2);
  if (asksForOverview(argv) && fits(OVERVIEW, process.stdout)) {
    process.stdout.write(OVERVIEW);
    return 0;
  }
  const { run } = await import('./run.js');
  return run(process, programRoot);
};
