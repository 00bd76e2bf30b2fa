// Runs one of the built scripts (dist/**/*.cjs), once, with the compiled code that the build has left beside it (*.cache):
// compiling a megabyte of program takes longer than most calls. The compiled code is never needed: another Node than the one
// that built it, or a file that is damaged, and the script is compiled as ever.
// Trap: V8 believes compiled code blindly and falls over a wrong byte, so it gets only what bears the seal of this very script.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

const SEAL = 32;

/** Not imported above: `--help` comes this way too, and crypto takes 5 ms to load. */
const sealOf = (source, code) =>
  process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(`${process.version} ${process.arch}`)
    .update(source)
    .update(code)
    .digest();

const compiledCode = (path, source) => {
  try {
    const kept = readFileSync(`${path}.cache`);
    const code = kept.subarray(SEAL);
    return sealOf(source, code).equals(kept.subarray(0, SEAL)) ? code : undefined;
  } catch {
    return undefined;
  }
};

/** What ran, by its path. */
const loaded = new Map();

/** The exports of the script at `path`. */
export const load = (path) => {
  const known = loaded.get(path);
  if (known) return known.module.exports;
  const source = readFileSync(path);
  // The build escapes all that is not ASCII; read so, a character takes one byte.
  const wrapped = `(function(module,exports,require,__filename,__dirname,load){${source.latin1Slice()}\n})`;
  const script = new Script(wrapped, { filename: path, cachedData: compiledCode(path, source) });
  const module = { exports: {} };
  loaded.set(path, { module, script, source });
  script.runInThisContext()(module, module.exports, createRequire(path), path, dirname(path), load);
  return module.exports;
};

/** Keeps the compiled code of all that ran; the build's last step. */
export const keepCompiledCode = () => {
  for (const [path, { script, source }] of loaded) {
    const code = script.createCachedData();
    writeFileSync(`${path}.cache`, Buffer.concat([sealOf(source, code), code]));
  }
};
