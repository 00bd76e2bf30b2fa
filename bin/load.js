// Runs one of the built scripts (dist/**/*.cjs), once, with the compiled code that the build has left beside it (*.cache):
// compiling half a megabyte of program takes longer than most calls. The compiled code is never needed: another Node than the one
// that built it, or a file that is damaged, and the script is compiled as ever.
// Trap: V8 believes compiled code blindly and falls over a wrong byte. So it is kept twice, with the script that it was made of,
// and given to V8 only where all agree. A digest would do too; to load crypto for it takes longer than the comparison.
const { readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/** Compiled code is of use to this very Node alone. */
const STAMP = Buffer.alloc(32);
STAMP.write(`${process.version} ${process.arch}`);

const compiledCode = (path, source) => {
  let kept;
  try {
    kept = readFileSync(`${path}.cache`);
  } catch {
    return undefined;
  }
  const start = STAMP.length + source.length;
  const length = (kept.length - start) / 2;
  if (!(length >= 1 && Number.isInteger(length))) return undefined;
  const code = kept.subarray(start, start + length);
  const agree =
    STAMP.equals(kept.subarray(0, STAMP.length)) &&
    source.equals(kept.subarray(STAMP.length, start)) &&
    code.equals(kept.subarray(start + length));
  return agree ? code : undefined;
};

/** What ran, by its path. */
const loaded = new Map();

/** The exports of the script at `path`. The build has made it one function of what it is handed here. */
const load = (path) => {
  const known = loaded.get(path);
  if (known) return known.module.exports;
  const source = readFileSync(path);
  // The build escapes all that is not ASCII; read so, a character takes one byte.
  const script = new Script(source.latin1Slice(), { filename: path, cachedData: compiledCode(path, source) });
  const module = { exports: {} };
  loaded.set(path, { module, script, source });
  // The one package that is not bundled is found from here as from there.
  script.runInThisContext()(module, module.exports, require, path, dirname(path), load);
  return module.exports;
};
exports.load = load;

/** Keeps the compiled code of all that ran; the build's last step. */
exports.keepCompiledCode = () => {
  for (const [path, { script, source }] of loaded) {
    const code = script.createCachedData();
    writeFileSync(`${path}.cache`, Buffer.concat([STAMP, source, code, code]));
  }
};
