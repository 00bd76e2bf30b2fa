import { describe, expect, it } from 'vitest';
import { parseYamlDocument } from '../../src/formats/yaml-document.js';

describe('YAML 文档 (one YAML document)', () => {
  it('gives the value and the place of any part', () => {
    const document = parseYamlDocument('a: 1\nlist:\n  - 甲\n  - {b: 二}\n', 'f.yaml');
    expect(document.value).toEqual({ a: 1, list: ['甲', { b: '二' }] });
    expect(document.locate(['list', 1, 'b'])).toEqual({ line: 4, column: 6 });
    expect(document.locate(['list', 0])).toEqual({ line: 3, column: 5 });
  });

  it('locates the nearest parent of a part that is absent', () => {
    expect(parseYamlDocument('a:\n  b: 1\n', 'f.yaml').locate(['a', 'c']).line).toBe(1);
  });

  it('reports a key given twice with its place', () => {
    const { findings, value } = parseYamlDocument('a: 1\na: 2\n', 'f.yaml');
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'yaml-duplicate-key', path: 'f.yaml', line: 2 }]);
  });

  it('reports broken syntax instead of throwing', () => {
    expect(parseYamlDocument('a: [1, 2\nb: 3', 'f.yaml').findings[0]).toMatchObject({
      code: 'yaml-syntax',
      severity: 'error',
    });
  });

  it('refuses a document that aliases blow up', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
    const { value, findings } = parseYamlDocument(['a0: &a0 [x, x]', ...levels].join('\n'), 'f.yaml');
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'yaml-alias-bomb' }]);
  });
});
