// Builds dist/ (npm run build): the front of the program, the rest of it and of its reading thread as one script each, and in
// dist/lazy/ the packages that few calls need. The source imports those as usual; the built program reads and runs one of them
// only when it is first used, because a package costs 10 to 60 ms of every start merely by being there.
// At last the program is run once over the shipped examples, and the code that Node has compiled for it is kept (bin/load.js).
// Trap: a lazy package may not be used while a module of ours is being evaluated, or nothing is gained.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { parseDocument } from 'yaml';
import { COMMON, ownDeclaration, pinyinOrder, sourceNow } from './build-prepared.mjs';

const standaloneCode = standalone.default;

/** As in src/schema/json-schema.ts. */
const STRICTNESS = { allErrors: true, strict: true, strictTypes: false, strictRequired: false };

/** Script in dist/lazy/ -> the packages in it, by the names that the source imports. */
const LAZY = {
  ajv: ['ajv', 'ajv/dist/2020.js'],
  colors: ['chalk'],
  columns: ['string-width', 'wrap-ansi'],
  docx: ['docx'],
  files: ['tinyglobby', 'write-file-atomic'],
  sheets: ['hucre/xlsx'],
  template: ['easy-template-x'],
  yaml: ['yaml'],
};

/** Module of Node -> those of its functions that the source imports. */
const WHEN_CALLED = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'hash', 'randomUUID'],
  'node:fs/promises': ['rm'],
  'node:os': ['tmpdir', 'userInfo'],
  'node:stream/promises': ['pipeline'],
};

const SCRIPT = {
  ...COMMON,
  format: 'cjs',
  // A script has no import.meta; what is wanted of it is its place.
  define: { 'import.meta.url': 'scriptUrl' },
  banner: { js: "const scriptUrl=require('node:url').pathToFileURL(__filename).href;" },
};

/**
 * What bin/load.js takes: one function of what a script of Node's is handed, and `load`. esbuild escapes what is not ASCII, but for
 * patterns; there the escape means the same. So a script is read byte by character.
 */
const makeLoadable = (path) => {
  const code = readFileSync(path, 'utf8').replace(
    /[^\0-\x7f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(path, `(function(module,exports,require,__filename,__dirname,load){${code}\n})`);
};

/** Every script lies one folder below dist. */
const loadLine = (file) =>
  `let made;const get=()=>made??=load(require('node:path').join(__dirname,'../lazy/${file}.cjs'));`;

/** A module with the exports of a package, each of which loads the package when it is first touched. */
const standIn = async (file, name) => {
  const exported = await import(name);
  const callable =
    typeof exported.default === 'function'
      ? `module.exports=function(...args){const f=get()['${name}'].default;return new.target?Reflect.construct(f,args):f(...args)};`
      : '';
  const getters = Object.keys(exported)
    .filter((key) => key !== 'default' && key !== 'module.exports')
    .map(
      (key) => `Object.defineProperty(module.exports,'${key}',{enumerable:true,get:()=>get()['${name}']['${key}']});`,
    );
  return `${loadLine(file)}${callable}${getters.join('')}`;
};

/** The charts are a module of ours, so that only those parts of echarts come along that it uses. */
const CHARTS = 'src/render/chart-svg.ts';
const chartsStandIn = () => {
  const names = [...readFileSync(CHARTS, 'utf8').matchAll(/^export const (\w+)/gm)].map((match) => match[1]);
  return `${loadLine('charts')}${names.map((name) => `export const ${name}=(...args)=>get().${name}(...args);`).join('')}`;
};

/**
 * Our own schemas, compiled by ajv now: doing it at each start takes as long as all the rest. The source asks for them by name
 * (src/schema/compiled.ts).
 */
const checksScript = async () => {
  const { CONFIG_SCHEMA, editorSchema } = await sourceNow(
    "export{CONFIG_SCHEMA}from'./src/config/schema.ts';export{editorSchema}from'./src/rules/schema.ts';",
  );
  const compiled = Object.entries({ config: CONFIG_SCHEMA, 'rule-file': editorSchema() }).map(([name, schema]) => {
    const ajv = new Ajv2020({ ...STRICTNESS, code: { source: true, lines: false } });
    return [name, standaloneCode(ajv, ajv.compile(schema))];
  });
  return build({
    ...SCRIPT,
    stdin: {
      contents: `module.exports={${compiled.map(([name]) => `get '${name}'(){return require('compiled ${name}')}`)}};`,
      resolveDir: '.',
    },
    plugins: [
      {
        name: 'compiled',
        setup: ({ onResolve, onLoad }) => {
          onResolve({ filter: /^compiled / }, ({ path }) => ({ path: path.slice(9), namespace: 'compiled' }));
          onLoad({ filter: /./, namespace: 'compiled' }, ({ path }) => ({
            contents: Object.fromEntries(compiled)[path],
            resolveDir: '.',
          }));
        },
      },
    ],
    outfile: 'dist/lazy/checks.cjs',
  });
};

/** The shipped rule file, read (src/rules/shipped.ts). */
const RULES = 'rules/seven-situations.yaml';
const rulesScript = () => {
  const text = readFileSync(RULES, 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  const json = JSON.stringify(JSON.stringify(parseDocument(text, { uniqueKeys: true }).toJS()));
  return build({
    ...SCRIPT,
    stdin: { contents: `exports.sha256='${sha256}';exports.value=()=>JSON.parse(${json});` },
    outfile: 'dist/lazy/rules.cjs',
  });
};

const lazy = {
  name: 'lazy',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, importer }) => {
      const file = Object.keys(LAZY).find((each) => LAZY[each].includes(path));
      return file && !importer.includes('node_modules') ? { path, namespace: 'lazy', pluginData: file } : undefined;
    });
    onLoad({ filter: /./, namespace: 'lazy' }, async ({ path, pluginData }) => ({
      contents: await standIn(pluginData, path),
    }));
    onLoad({ filter: /src.render.chart-svg\.ts$/ }, () => ({ contents: chartsStandIn() }));
    onLoad({ filter: /src.schema.compiled\.ts$/ }, () => ({
      contents: `${loadLine('checks')}export const compiledSchema=(name)=>get()[name];`,
    }));
    onLoad({ filter: /src.pipeline.declared\.ts$/ }, async () => ({
      contents: `export const OWN_DECLARATION='${await ownDeclaration()}';`,
    }));
    onLoad({ filter: /src.statistics.pinyin-order\.ts$/ }, () => ({
      contents: `export const PINYIN_ORDER='${pinyinOrder()}';`,
    }));
    onLoad({ filter: /src.rules.shipped\.ts$/ }, () => ({
      contents: `${loadLine('rules')}export const shippedText=get;`,
    }));
    // cli-table3's way of counting columns begins with a large pattern of all emoji.
    onResolve({ filter: /^string-width$/ }, ({ path, importer, pluginData, resolveDir }) =>
      importer.includes('/cli-table3/') && pluginData !== 'itself'
        ? { path: join(resolveDir, path), namespace: 'usual columns' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'usual columns' }, ({ path }) => ({
      contents: `const usual=/^[ -~\\u2010-\\u2027\\u3000-\\u3029\\u4e00-\\u9fff\\uff01-\\uff60]*$/,wide=/[\\u3000-\\uff60]/g;
        module.exports=(text)=>usual.test(text)?text.length+(text.match(wide)?.length??0):require('string-width')(text);`,
      resolveDir: dirname(path),
      pluginData: 'itself',
    }));
    // Parts of Node that few calls need and that take it 2 to 10 ms each to make ready.
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      WHEN_CALLED[path] && namespace !== 'when called' ? { path, namespace: 'when called' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'when called' }, ({ path }) => ({
      contents: [
        ...WHEN_CALLED[path].map(
          (name, i) => `let f${i};export const ${name}=(...a)=>(f${i}??=require('${path}').${name})(...a);`,
        ),
        `export default{${WHEN_CALLED[path]}};`,
      ].join(''),
    }));
    // better-sqlite3 looks for its compiled part in a dozen places; it is always here.
    onResolve({ filter: /^bindings$/ }, ({ path }) => ({ path, namespace: 'compiled part' }));
    onLoad({ filter: /./, namespace: 'compiled part' }, () => ({
      contents: "module.exports=(name)=>require(require.resolve('better-sqlite3/build/Release/'+name));",
    }));
  },
};

/** The script of a lazy group: its packages under their names. */
const lazyScript = ([file, names]) =>
  build({
    ...SCRIPT,
    stdin: {
      contents:
        names.map((name, i) => `import * as p${i} from '${name}';`).join('') +
        `export default {${names.map((name, i) => `'${name}':p${i}`)}};`,
      resolveDir: '.',
    },
    footer: { js: 'module.exports=module.exports.default;' },
    outfile: `dist/lazy/${file}.cjs`,
  });

/** What people wait for most, by use; and the names of all commands (of the steps of a notice `notice` alone). */
const { USES } = await sourceNow("export{USES}from'./src/cli/uses.ts';");
const COMMANDS = 'src/cli/commands/index.ts';
const NAMES = [...readFileSync(COMMANDS, 'utf8').matchAll(/ name: ['`]([a-z -]+)/g)].map((match) => match[1].trim());

/** Leaves out the files of all commands but those named: a script is read whole at every start. */
const onlyCommands = (names) => ({
  name: 'only commands',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path, importer, kind }) =>
      kind === 'dynamic-import' && importer.endsWith(COMMANDS) && !names.some((name) => path === `./${name}.js`)
        ? { path, namespace: 'left out' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'left out' }, () => ({ contents: '' }));
  },
});

/** A report needs the rules only where the ledger has none yet; then it takes them from the import's script. */
const rulesElsewhere = {
  name: 'rules elsewhere',
  setup({ onLoad }) {
    onLoad({ filter: /src.rules.index\.ts$/ }, () => ({
      contents: `const rules=()=>load(__dirname+'/import.cjs').rules;
        export const compileChecker=(...a)=>rules().compileChecker(...a);
        export const loadRuleFile=(...a)=>rules().loadRuleFile(...a);`,
    }));
  },
};

/** The program in one script: what runs a command line, and what `exports` adds. */
const program = (name, exports = '', plugins = []) =>
  build({
    ...SCRIPT,
    stdin: { contents: `export{run,runCommandLine}from'./src/cli/run.ts';${exports}`, resolveDir: '.' },
    outfile: `dist/cli/${name}.cjs`,
    plugins: [...plugins, lazy],
  });

/** What Node itself starts; `overview` is the help of all commands, laid out (src/cli/overview.ts). */
const front = (overview) =>
  build({
    ...COMMON,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli/main.js',
    format: 'cjs',
    plugins: [
      {
        name: 'front',
        setup: ({ onLoad }) => {
          onLoad({ filter: /src.cli.run\.ts$/ }, () => ({
            contents: `import{load}from'./bin/load.js';import{useOf}from'./src/cli/uses.ts';
              const script=(argv)=>__dirname+'/'+(useOf(argv,${JSON.stringify(NAMES)})??'program')+'.cjs';
              export const run=(process,out,root)=>load(script(process.argv.slice(2))).run(process,out,root);`,
            resolveDir: '.',
          }));
          onLoad({ filter: /src.cli.overview\.ts$/ }, () => ({
            contents: `export const OVERVIEW=${JSON.stringify(overview)};`,
          }));
        },
      },
    ],
  });

const write = (path, text) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

/** Runs the program over the shipped examples and keeps what Node has compiled on the way; the import first, since it makes the ledger. */
const keepCompiled = () => {
  const folder = mkdtempSync(join(tmpdir(), 'xingji-build-'));
  cpSync('data/panjin', join(folder, 'panjin'), { recursive: true });
  try {
    for (const script of ['import', 'report', 'program'])
      execFileSync(process.execPath, ['build-code.mjs', script, folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

rmSync('dist', { recursive: true, force: true });
write('dist/package.json', '{ "type": "commonjs" }\n');
write(
  'dist/pipeline/worker.js',
  "const{load}=require('../../bin/load.js');load(require('node:path').join(__dirname,'../cli/import.cjs')).work();",
);
await Promise.all([
  program('program'),
  // The import's script is also that of its reading thread.
  program(
    'import',
    "export const work=()=>import('./src/pipeline/worker.ts');export*as rules from'./src/rules/index.ts';",
    [onlyCommands(USES.import)],
  ),
  program('report', '', [onlyCommands(USES.report), rulesElsewhere]),
  front(''),
  build({ ...SCRIPT, entryPoints: [CHARTS], outfile: 'dist/lazy/charts.cjs' }),
  checksScript(),
  rulesScript(),
  ...Object.entries(LAZY).map(lazyScript),
]);
for (const folder of ['dist/cli', 'dist/lazy'])
  for (const name of readdirSync(folder)) if (name.endsWith('.cjs')) makeLoadable(join(folder, name));
await front(execFileSync(process.execPath, ['bin/xingji.js', '--help'], { encoding: 'utf8' }));
keepCompiled();
