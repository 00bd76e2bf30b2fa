/**
 * What a call is for, told from its words before anything is loaded: the build makes a script of its own, with nothing else in it,
 * for the commands that people wait for most (build.mjs). All other calls take the script that holds every command.
 */
export const USES: Readonly<Record<string, readonly string[]>> = {
  import: ['import', 'check'],
  report: ['report'],
};

/** The use of a call, null where its words could mean a command that no use has. `words` are the first words of all commands. */
export const useOf = (argv: readonly string[], words: readonly string[]): string | null => {
  const said = words.filter((word) => argv.includes(word));
  return Object.keys(USES).find((use) => said.length > 0 && said.every((word) => USES[use]?.includes(word))) ?? null;
};
