/**
 * How a command declares itself: its line of help in the list commands/index.ts, the rest in a file of its own beside it, which
 * is loaded when it is called. The parser, the help texts, docs/cli.md and the shell completion are derived from both.
 */
import type { Io } from './io.js';

/** One option. `flags` as commander writes them: `--format <格式>`; `choices` are checked, an unknown one fails. */
export interface OptionDeclaration {
  readonly flags: string;
  readonly summary: string;
  readonly choices?: readonly string[];
}

/** What a person typed, before any command looked at it: names are camelCase, as commander makes them. */
export type TypedOptions = Readonly<Record<string, string | boolean | undefined>>;

/** Options that every command takes (CLI.md "Global options"). */
export interface GlobalOptions {
  readonly ledger?: string;
  readonly rules?: string;
  readonly config?: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly operator: string;
  readonly now: string;
}

/** One call of a command. */
export interface Invocation {
  readonly args: readonly string[];
  readonly options: TypedOptions;
  readonly globals: GlobalOptions;
  readonly io: Io;
  /** The folder that holds rules/ and data/. */
  readonly programRoot: string;
}

/** What help says of a command among others; enough to find it by, so that its file need not be loaded. */
export interface CommandName {
  /** Words of the call: `import`, `rules check`. */
  readonly name: string;
  readonly summary: string;
  /** Arguments as commander writes them: `<路径...>`. */
  readonly args?: string;
}

/** The rest of a command: one file per command. */
export interface CommandBody {
  readonly options?: readonly OptionDeclaration[];
  /** One more line of its own help. */
  readonly note?: string;
  /** Calls as a person would type them, shown in help and in docs/cli.md. */
  readonly examples: readonly string[];
  run(invocation: Invocation): Promise<number>;
}

/** An entry of the list of commands. */
export interface ListedCommand extends CommandName {
  load(): Promise<CommandBody>;
}

export interface CommandDeclaration extends CommandName, CommandBody {}

export const loadCommands = (listed: readonly ListedCommand[]): Promise<readonly CommandDeclaration[]> =>
  Promise.all(
    listed.map(async ({ name, summary, args, load }) => ({
      name,
      summary,
      ...(args === undefined ? {} : { args }),
      ...(await load()),
    })),
  );
