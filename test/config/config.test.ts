import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig, loadConfig, starterConfig } from '../../src/config/index.js';
import { Failure } from '../../src/domain/failure.js';

const fileWith = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'xingji-')), 'xingji.yaml');
  writeFileSync(path, text);
  return path;
};

const failureOf = (text: string): Failure => {
  try {
    loadConfig(fileWith(text));
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
  }
  throw new Error('expected a known failure');
};

describe('the configuration file (xingji.yaml)', () => {
  it('gives office, receivers, numbering and paths seen from its own folder', () => {
    const path = fileWith(
      [
        'office: {name: 中共某市委全面依法治市委员会办公室, region: "211100", numberPrefix: 某法治办移}',
        'receivers: [{region: "211122", name: 某县监察委员会}]',
        'numbering: {startAt: {2026: 37}}',
        'ledger: 台账/xingji.db',
      ].join('\n'),
    );
    expect(loadConfig(path)).toMatchObject({
      path,
      office: { name: '中共某市委全面依法治市委员会办公室', region: '211100', numberPrefix: '某法治办移' },
      receivers: [{ region: '211122', name: '某县监察委员会' }],
      numbering: { startAt: { 2026: 37 } },
      ledger: join(path, '..', '台账/xingji.db'),
      rules: null,
    });
  });

  it('takes a region code without quotes, which YAML reads as a number', () => {
    expect(loadConfig(fileWith('office: {name: 某办, region: 211100}')).office.region).toBe('211100');
  });

  it('may be absent: defaults allow everything but issuing', () => {
    expect(loadConfig(null)).toMatchObject({
      path: null,
      office: { name: '（未配置单位名称）', region: '211100', numberPrefix: null },
      receivers: [],
      ledger: null,
    });
  });

  it('that is empty sets nothing', () => {
    expect(loadConfig(fileWith('# 还没有填\n')).office.numberPrefix).toBeNull();
  });

  it('fails with exit 2 on an unknown key, naming the line and the nearest key', () => {
    const failure = failureOf('office:\n  name: 某办\n  region: "211100"\n  numberprefix: 某移\n');
    expect(failure.exit).toBe(2);
    expect(failure.message).toMatch(
      /xingji\.yaml:4 不认识的键“numberprefix”|xingji\.yaml:4 “office\.numberprefix”不认识的键/,
    );
    expect(failure.hint).toContain('是否指“numberPrefix”？');
  });

  it('lists every fault, each with its line', () => {
    const { findings } = failureOf(
      'office:\n  name: 某办\n  region: "2111"\nreceivers:\n  - {region: "211122"}\nledgr: a.db\n',
    );
    expect(findings.map(({ line, code }) => [line, code]).sort()).toEqual([
      [3, 'config-invalid'],
      [5, 'config-invalid'],
      [6, 'config-key-unknown'],
    ]);
  });

  it('refuses two receivers for one region', () => {
    const text = 'receivers:\n  - {region: "211100", name: 甲}\n  - {region: 211100, name: 乙}\n';
    expect(failureOf(text).message).toMatch(/:3 行政区划“211100”有两个接收机关/);
  });

  it('fails on YAML that cannot be read, and on a file that is not there', () => {
    expect(failureOf('office: {name: 某办\n').exit).toBe(2);
    expect(() => loadConfig('/nowhere/xingji.yaml')).toThrow(/找不到配置文件/);
  });

  it('is found in the folder or the nearest one above', () => {
    const path = fileWith('');
    const below = join(path, '..', '2026', '5月');
    mkdirSync(below, { recursive: true });
    expect(findConfig(below)).toBe(path);
    expect(findConfig(join(path, '..'))).toBe(path);
  });

  it('as xingji init writes it, is valid', () => {
    expect(loadConfig(fileWith(starterConfig())).office.numberPrefix).toBe('某法治办移');
  });
});
