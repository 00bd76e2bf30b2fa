/** Shell completion scripts, derived from the command declarations: words, options and the values of closed options. */
import type { CommandDeclaration, OptionDeclaration } from './command.js';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const longFlag = (option: OptionDeclaration): string => /--[a-z-]+/.exec(option.flags)?.[0] ?? '';

/** What may follow the words of a command line: each line `words<TAB>candidates`. */
const candidates = (
  commands: readonly CommandDeclaration[],
  globals: readonly OptionDeclaration[],
): readonly (readonly [string, readonly string[]])[] => {
  const groups = new Map<string, Set<string>>([['', new Set()]]);
  for (const { name } of commands) {
    const words = name.split(' ');
    for (const [i, word] of words.entries()) {
      const before = words.slice(0, i).join(' ');
      groups.set(before, (groups.get(before) ?? new Set()).add(word));
    }
  }
  const flags = [...globals.map(longFlag), '--help'];
  return [
    ...[...groups].map(([words, next]) => [words, [...next]] as const),
    ...commands.map((command) => [command.name, [...(command.options ?? []).map(longFlag), ...flags]] as const),
  ];
};

const closedValues = (commands: readonly CommandDeclaration[]): readonly (readonly [string, readonly string[]])[] =>
  commands.flatMap((command) =>
    (command.options ?? []).flatMap((option) =>
      option.choices ? [[`${command.name} ${longFlag(option)}`, option.choices] as const] : [],
    ),
  );

export const completionScript = (
  shell: Shell,
  commands: readonly CommandDeclaration[],
  globals: readonly OptionDeclaration[],
): string => {
  const table = [...candidates(commands, globals), ...closedValues(commands)];
  switch (shell) {
    case 'bash':
    case 'zsh':
      return `${shell === 'zsh' ? '#compdef xingji\nautoload -U +X bashcompinit && bashcompinit\n' : ''}_xingji() {
  local words="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in --*) ;; *) words="\${words:+$words }$word" ;; esac
  done
  case "\${COMP_WORDS[COMP_CWORD-1]}" in --*) words="$words \${COMP_WORDS[COMP_CWORD-1]}" ;; esac
  local all=""
  case "$words" in
${table.map(([words, next]) => `    "${words}") all="${next.join(' ')}" ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$all" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [ \${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o filenames -F _xingji xingji
`;
    case 'fish':
      return table
        .flatMap(([words, next]) => {
          const seen =
            words === ''
              ? '__fish_use_subcommand'
              : words
                  .split(' ')
                  .filter((w) => !w.startsWith('--'))
                  .map((w) => `__fish_seen_subcommand_from ${w}`)
                  .join('; and ');
          return next.map((word) =>
            word.startsWith('--')
              ? `complete -c xingji -n '${seen}' -l ${word.slice(2)}`
              : `complete -c xingji -n '${seen}' -a '${word}'`,
          );
        })
        .join('\n')
        .concat('\n');
    case 'powershell':
      return `Register-ArgumentCompleter -Native -CommandName xingji -ScriptBlock {
  param($word, $ast, $position)
  $words = ($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() } | Where-Object { $_ -ne $word -and $_ -notlike '--*' }) -join ' '
  $table = @{
${table.map(([words, next]) => `    '${words}' = @(${next.map((word) => `'${word}'`).join(', ')})`).join('\n')}
  }
  $table[$words] | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`;
  }
};
