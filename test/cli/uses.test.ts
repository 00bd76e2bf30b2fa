/** Which script of the built program a call takes: only one that holds every command the call could mean. */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.js';
import { useOf } from '../../src/cli/uses.js';

const NAMES = COMMANDS.map(({ name }) => name);

describe('the use of a call', () => {
  it.each([
    ['report', 'report'],
    ['--ledger a.db report leads-by-situation --json', 'report'],
    ['import a.csv --kind lead', 'import'],
    ['check a.csv --json', 'import'],
    // A word that happens to be a command: the script with all of them can tell.
    ['import report', null],
    ['report --region due', null],
    ['rules check a.yaml', null],
    ['lead list', null],
    ['nothing', null],
    ['--version', null],
  ])('of “%s” is %s', (call, use) => {
    expect(useOf(call.split(' '), NAMES)).toBe(use);
  });
});
