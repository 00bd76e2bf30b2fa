/**
 * How a command declares itself: one file per command in commands/, registered in commands/index.ts. The parser, the help
 * texts, docs/cli.md and the shell completion are derived from these declarations.
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

export interface CommandDeclaration {
  /** Words of the call: `import`, `rules check`. */
  readonly name: string;
  readonly summary: string;
  /** Arguments as commander writes them: `<路径...>`. */
  readonly args?: string;
  readonly options?: readonly OptionDeclaration[];
  /** Calls as a person would type them, shown in help and in docs/cli.md. */
  readonly examples: readonly string[];
  run(invocation: Invocation): Promise<number>;
}
