/**
 * What a call is for, told from its words before anything is loaded: the build makes a script of its own, with nothing else in it,
 * for the commands that people wait for most (build.mjs). All other calls take the script that holds every command.
 */
export const USES: Readonly<Record<string, readonly string[]>> = {
  import: ['import', 'check'],
  report: ['report'],
};

/**
 * The use of a call, null where it could mean a command that no use has. `names` are the names of all commands; one is meant by a call
 * that holds all its words, as in program.ts.
 */
export const useOf = (argv: readonly string[], names: readonly string[]): string | null => {
  const meant = names.filter((name) => name.split(' ').every((word) => argv.includes(word)));
  return Object.keys(USES).find((use) => meant.length > 0 && meant.every((name) => USES[use]?.includes(name))) ?? null;
};
