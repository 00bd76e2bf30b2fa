/** A new office: `init` gives a folder whose templates import as they are, whose rule file passes, and which is not overwritten. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SHELLS } from '../../src/cli/completion-script.js';
import { KINDS } from '../../src/kinds/index.js';
import { desk, type Json } from './desk.js';

describe('the starter folder', () => {
  it('holds a template for every record kind; all of them import cleanly, and a second init keeps what a person changed', () => {
    const at = desk('shipped');
    expect(at.run('init').exit).toBe(0);
    expect(readdirSync(join(at.folder, '导入模板')).length).toBe(KINDS.length);
    const done = at.runWith({ now: '2026-11-01T09:00:00' }, 'import', '导入模板', '--json');
    const result = JSON.parse(done.stdout);
    expect(result.findings.filter((finding: Json) => finding.severity === 'error')).toEqual([]);
    expect(result.totals).toEqual({ read: KINDS.length, added: KINDS.length, amended: 0, unchanged: 0, rejected: 0 });
    expect(new Set(result.files.map((file: Json) => file.kind))).toEqual(new Set(KINDS.map((kind) => kind.id)));
    expect(at.run('rules', 'check').exit).toBe(0);
    at.lay('xingji.yaml', 'office: {name: 某办, region: "211100", numberPrefix: 某移}\n');
    const again = at.json('init');
    expect(again.written).toEqual([]);
    expect(at.read('xingji.yaml').toString()).toContain('某办');
  });
});

describe('completion scripts', () => {
  it.each(SHELLS)('for %s name the commands and are accepted by bash where bash reads them', (shell) => {
    const at = desk('shipped');
    const outcome = at.run('completion', shell);
    expect(outcome.exit).toBe(0);
    for (const word of ['import', 'withdraw', 'on-change']) expect(outcome.stdout).toContain(word);
    at.lay('script', outcome.stdout);
    if (shell === 'bash' || shell === 'zsh') execFileSync('bash', ['-n', join(at.folder, 'script')]);
  });
});
