/**
 * A rule file of one phrase, for tests that ask about files, ledgers and answers and not about decisions: the shipped file
 * takes a second to read, and such tests start the program a hundred times. 拒绝或阻挠取证 is met where records are destroyed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../rules/small-rule-file.js';

const TEXT = write({ certain: '{says: 泄密}' })
  .replace('泄密: [通风报信]', '泄密: [通风报信, 记录销毁]')
  .replace('id: leaking', 'id: obstructing-evidence')
  .replace('number: 1', 'number: 2')
  .replace('name: 泄密', 'name: 拒绝或阻挠取证');

/** Where the rule file lies; gone with the process of the test. */
export const QUICK_RULES = ((): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-rules-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '规则.yaml');
  writeFileSync(path, TEXT);
  return path;
})();
