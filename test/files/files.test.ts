/** The disk as others see it: which files an import takes, in which order, and that nothing is written half or for others. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createAtomicWriter,
  ensureFolder,
  listInputs,
  openSource,
  spoolStdin,
  unusedName,
  writeAtomic,
} from '../../src/files/index.js';

let folder = '';
const put = (name: string, content = 'x'): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});

describe('a place that cannot be written', () => {
  it('is a known failure that names the folder', () => {
    const file = put('a');
    const known = expect.objectContaining({ exit: 2, code: 'file-unwritable', message: expect.stringContaining(file) });
    expect(() => ensureFolder(file)).toThrow(known);
    expect(() => ensureFolder(join(file, '乙'))).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
    expect(() => writeAtomic(join(file, 'b.csv'), 'x')).toThrow(known);
  });
});

describe('the inputs of an import', () => {
  it('are the tables of a folder, in the order of code points, what is passed over being said', () => {
    mkdirSync(join(folder, '乙'));
    for (const name of [
      'b.csv',
      'a.yaml',
      'B.csv',
      '乙/甲.csv',
      'a.rejects.csv',
      'a.rejects-2.csv',
      '说明.docx',
      '.hidden.csv',
      '~$b.xlsx',
    ])
      put(name);
    const { files, findings } = listInputs(['.'], folder);
    expect(files).toEqual(['B.csv', 'a.yaml', 'b.csv', '乙/甲.csv']);
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual(
      Array(3).fill(['file-passed-over', 'notice']),
    );
  });

  it('are named files whatever their ending, globs, and stdin, each once', () => {
    put('a.csv');
    put('b.csv');
    put('c.rejects.csv');
    put('d.dat');
    expect(listInputs(['c.rejects.csv', 'd.dat', '*.csv', 'a.csv', '-'], folder).files).toEqual([
      'c.rejects.csv',
      'd.dat',
      'a.csv',
      'b.csv',
      '-',
    ]);
  });

  it('that are not there are refused, naming them', () => {
    expect(() => listInputs(['无此.csv'], folder)).toThrow(expect.objectContaining({ exit: 3, code: 'file-missing' }));
    expect(() => listInputs(['*.csv'], folder)).toThrow(expect.objectContaining({ exit: 3, code: 'file-missing' }));
    expect(() => listInputs(['.'], folder)).toThrow(expect.objectContaining({ exit: 3, code: 'folder-empty' }));
  });
});

describe('writing', () => {
  it('is whole, and for the owner alone', () => {
    const path = join(folder, 'a.csv');
    writeAtomic(path, '甲');
    expect(readFileSync(path, 'utf8')).toBe('甲');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('in pieces shows nothing before the end, and nothing at all when it is given up', () => {
    const writer = createAtomicWriter(join(folder, 'a.csv'));
    writer.write(Buffer.from('甲'));
    expect(readdirSync(folder)).not.toContain('a.csv');
    writer.commit();
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('甲');
    const given = createAtomicWriter(join(folder, 'b.csv'));
    given.write(Buffer.from('乙'));
    given.discard();
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('beside a file that exists takes the next free number', () => {
    put('a.rejects.csv');
    put('a.rejects-2.csv');
    expect(unusedName(join(folder, 'a.rejects.csv'))).toBe(join(folder, 'a.rejects-3.csv'));
  });
});

describe('a source', () => {
  it('gives the bytes at a position, fewer at the end', () => {
    const source = openSource(put('a', '0123456789'));
    const target = new Uint8Array(4);
    expect([source.size, source.read(target, 8), target[0]]).toEqual([10, 2, 0x38]);
    source.close();
  });

  it('that is missing or a folder is a known failure', () => {
    expect(() => openSource(join(folder, 'x'))).toThrow(expect.objectContaining({ exit: 3, code: 'file-missing' }));
    expect(() => openSource(folder)).toThrow(expect.objectContaining({ exit: 3, code: 'file-is-folder' }));
  });

  it('from standard input is a private copy that can be removed', async () => {
    const spooled = await spoolStdin(Readable.from([Buffer.from('甲'), Buffer.from('乙')]));
    expect(readFileSync(spooled.path, 'utf8')).toBe('甲乙');
    expect(statSync(spooled.path).mode & 0o777).toBe(0o600);
    await spooled.remove();
    expect(() => openSource(spooled.path)).toThrow();
  });
});
