/**
 * DOCX -> PDF through the office program of the machine (LibreOffice's soffice), where there is one. In a private folder with
 * a profile of its own, since a soffice that is already open on the desktop would take the call and answer nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EXIT, Failure } from '../domain/failure.js';

/** 转换时限: a batch of letters is converted in one call. */
const WAIT_MS = 300_000;

/** PDFs of the documents, by the same names with another ending. */
export const convertToPdf = (documents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-pdf-'));
  try {
    const paths = [...documents].map(([name, bytes], i) => {
      const path = join(folder, `${i}.docx`);
      writeFileSync(path, bytes, { mode: 0o600 });
      return { name, path };
    });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const done = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...paths.map(({ path }) => path),
      ],
      { timeout: WAIT_MS, stdio: 'ignore' },
    );
    if (done.error !== undefined || done.status !== 0)
      throw new Failure(
        EXIT.usage,
        'pdf-no-office',
        '不能生成 PDF：本机没有可用的 LibreOffice（soffice）',
        '安装 LibreOffice，或用 --format docx 生成后在 WPS 中另存为 PDF',
      );
    return new Map(
      paths.map(({ name, path }) => [
        name.replace(/\.docx$/, '.pdf'),
        readFileSync(join(folder, basename(path).replace('.docx', '.pdf'))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
