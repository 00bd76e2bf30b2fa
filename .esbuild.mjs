// Builds dist/ (npm run build): the program and its reading thread, split where a command loads something heavy, and beside
// them in dist/lazy/ the packages that few calls need. The source imports those as usual; the built program reads and runs
// one of them only when its first function is called, because a package costs 10 to 60 ms of every start merely by being there.
// Trap: a lazy package may not be used while a module is being evaluated, or nothing is gained.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const LAZY = ['ajv', 'ajv/dist/2020.js', 'string-width', 'tinyglobby', 'wrap-ansi', 'write-file-atomic', 'yaml'];

const COMMON = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // Names stay: the frames of a defect report are of use to the maintainer only with them.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};

/** Bundled CommonJS packages ask for Node's own modules with `require`, which a module of ours does not have. */
const REQUIRE =
  "import{createRequire as bannerRequire}from'node:module';const require=bannerRequire(import.meta.url),__filename=import.meta.filename,__dirname=import.meta.dirname;";

const lazyFile = (name) => `${name.replaceAll('/', '-').replace(/\.js$/, '')}.cjs`;

/** A module with the exports of a package, each of which loads the package when it is first touched. */
const standIn = async (name) => {
  const exported = await import(name);
  const callable =
    typeof exported.default === 'function'
      ? 'module.exports=function(...args){const made=load(),f=made.__esModule?made.default:made;return new.target?Reflect.construct(f,args):f(...args)};'
      : '';
  const getters = Object.keys(exported)
    .filter((key) => key !== 'default' && key !== 'module.exports')
    .map((key) => `Object.defineProperty(module.exports,'${key}',{enumerable:true,get:()=>load()['${key}']});`);
  // Every file of dist that may hold this line lies one folder below it.
  return `let loaded;const load=()=>loaded??=require('../lazy/${lazyFile(name)}');${callable}${getters.join('')}`;
};

const lazyPackages = {
  name: 'lazy packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, importer }) =>
      LAZY.includes(path) && !importer.includes('node_modules') ? { path, namespace: 'lazy' } : undefined,
    );
    onResolve({ filter: /^\.\.\/lazy\// }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'lazy' }, async ({ path }) => ({ contents: await standIn(path) }));
    // commander can start other programs, xingji never does so; loading child_process takes longer than all of commander.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('/commander/') ? { path, namespace: 'when called' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'when called' }, ({ path }) => ({
      contents: `exports.spawn=(...args)=>require('${path}').spawn(...args);`,
    }));
  },
};

/** The program; `overview` is the help of all commands, laid out (src/cli/overview.ts). */
const buildProgram = (overview) =>
  build({
    ...COMMON,
    entryPoints: ['src/cli/main.ts', 'src/pipeline/worker.ts'],
    outdir: 'dist',
    outbase: 'src',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: ['better-sqlite3'],
    banner: { js: REQUIRE },
    plugins: [
      lazyPackages,
      {
        name: 'overview',
        setup: ({ onLoad }) =>
          onLoad({ filter: /src.cli.overview\.ts$/ }, () => ({
            contents: `export const OVERVIEW=${JSON.stringify(overview)};`,
          })),
      },
    ],
  });

rmSync('dist', { recursive: true, force: true });
const lazy = LAZY.map((name) =>
  build({
    ...COMMON,
    entryPoints: [name],
    outfile: `dist/lazy/${lazyFile(name)}`,
    format: 'cjs',
    // A script has no import.meta; packages use it to make a `require`, for which the file's name does as well.
    define: { 'import.meta.url': '__filename' },
  }),
);
await Promise.all([buildProgram(''), ...lazy]);
const overview = execFileSync(process.execPath, ['bin/xingji.js', '--help'], { encoding: 'utf8' });
rmSync('dist/chunks', { recursive: true });
await buildProgram(overview);
