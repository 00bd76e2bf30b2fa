// What the build (build.mjs) works out so that no call has to.
import { build } from 'esbuild';

/** How esbuild is used for everything. */
export const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay: the frames of a defect report are of use to the maintainer only with them.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/** What the source exports, run now. */
export const sourceNow = async (exports) => {
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents: exports, resolveDir: '.', loader: 'ts' },
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
};

/** 拼音顺序 of the characters of GB 2312 (src/statistics/pinyin-order.ts). */
export const pinyinOrder = () => {
  const rows = Array.from({ length: 0xf8 - 0xb0 }, (_, row) =>
    Uint8Array.from({ length: 2 * 94 }, (_, i) => (i % 2 === 0 ? 0xb0 + row : 0xa1 + (i >> 1))),
  );
  const gb = new TextDecoder('gb18030');
  const characters = rows
    .flatMap((row) => [...gb.decode(row)])
    .filter((character) => /^[\u4e00-\u9fff]$/.test(character));
  const { compare } = new Intl.Collator('zh-u-co-pinyin');
  const ordered = characters.sort(compare);
  if (ordered.length !== 6763 || ordered.some((each, i) => i > 0 && compare(ordered[i - 1], each) >= 0))
    throw new Error('the collator of this Node knows no pinyin');
  return ordered.join('');
};

/** What the ledger makes of the kinds (src/pipeline/declared.ts). */
export const ownDeclaration = async () => {
  const { KINDS, declarationOf } = await sourceNow(
    "export{KINDS}from'./src/kinds/index.ts';export{declarationOf}from'./src/ledger/declaration.ts';",
  );
  return declarationOf(KINDS);
};
