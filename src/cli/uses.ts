/**
 * What a call is for, told from its words alone before anything is loaded: the build keeps compiled code by use (bin/load.js).
 * A wrong guess costs time and nothing else.
 */
export const USES = ['import', 'report', 'other'] as const;

export const useOf = (argv: readonly string[]): (typeof USES)[number] =>
  USES.find((use) => argv.includes(use)) ?? (argv.includes('check') ? 'import' : 'other');
