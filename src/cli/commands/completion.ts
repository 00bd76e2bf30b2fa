/** `xingji completion`: a completion script for the shell, made from the list of commands. */
import { EXIT } from '../../domain/failure.js';
import type { CommandDeclaration } from '../command.js';
import { completionScript, SHELLS } from '../completion-script.js';
import { GLOBAL_OPTIONS } from '../globals.js';
import { parseChoice } from '../typed.js';

/** The list is handed in by index.ts: a command cannot import the list that it stands in. */
export const completion = (commands: () => readonly CommandDeclaration[]): CommandDeclaration => ({
  name: 'completion',
  summary: `命令行补全脚本（${SHELLS.join('、')}）`,
  args: '<终端>',
  examples: [
    'xingji completion bash > ~/.local/share/bash-completion/completions/xingji',
    'xingji completion zsh > ~/.zfunc/_xingji',
  ],
  run: async ({ args, io }) => {
    io.write(completionScript(parseChoice(args[0] ?? '', SHELLS, '终端'), commands(), GLOBAL_OPTIONS));
    return EXIT.done;
  },
});
