/** How a command answers: one JSON document under --json, else text for a person; talk goes to stderr unless --quiet. */
import type { Surroundings } from '../pipeline/workspace.js';
import type { Invocation } from './command.js';

/** Prints the answer. Text is made only when it is wanted: rendering loads heavy modules. */
export const answer = async (
  invocation: Invocation,
  json: object,
  human: () => string | Promise<string>,
): Promise<void> => {
  const { io, globals } = invocation;
  io.write(globals.json ? `${JSON.stringify({ schemaVersion: 1, ...json })}\n` : ensureNewline(await human()));
};

const ensureNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Something said to a person beside the answer. */
export const say = ({ io, globals }: Invocation, text: string): void => {
  if (!globals.quiet && text !== '') io.say(ensureNewline(text));
};

/** How text for this person is laid out: null width in a pipe means that nothing is wrapped. */
export const layout = ({ io, globals }: Invocation): { readonly color: boolean; readonly width: number | null } => ({
  color: io.color && globals.color,
  width: io.width,
});

/** What the pipeline needs to know of the place and time of this call. */
export const surroundings = ({ globals, io, programRoot }: Invocation): Surroundings => {
  const ledger = globals.ledger ?? (io.environment.XINGJI_LEDGER || undefined);
  return {
    programRoot,
    workingFolder: io.workingFolder,
    now: globals.now,
    get operator() {
      return globals.operator;
    },
    ...(ledger === undefined ? {} : { ledger }),
    ...(globals.rules === undefined ? {} : { rules: globals.rules }),
    ...(globals.config === undefined ? {} : { config: globals.config }),
  };
};
