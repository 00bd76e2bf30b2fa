/** `xingji completion`: a completion script for the shell, made from the list of commands. */
import { EXIT } from '../../domain/failure.js';
import { type CommandBody, type ListedCommand, loadCommands } from '../command.js';
import { completionScript, SHELLS } from '../completion-script.js';
import { GLOBAL_OPTIONS } from '../globals.js';
import { parseChoice } from '../typed.js';

/** The list is handed in by index.ts: a command cannot import the list that it stands in. */
export const completion = (commands: readonly ListedCommand[]): CommandBody => ({
  examples: [
    'xingji completion bash > ~/.local/share/bash-completion/completions/xingji',
    'xingji completion zsh > ~/.zfunc/_xingji',
  ],
  run: async ({ args, io }) => {
    const shell = parseChoice(args[0] ?? '', SHELLS, '终端');
    io.write(completionScript(shell, await loadCommands(commands), GLOBAL_OPTIONS));
    return EXIT.done;
  },
});
