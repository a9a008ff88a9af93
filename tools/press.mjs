/**
 * Writes assets/pressed/: the scripts of assets/js/ and the styles of assets/css/ as the page gets
 * them, one file a bundle. Nothing is built at run time.
 *
 * Usage: node tools/press.mjs [--check], with esbuild and terser among the modules of tests/node;
 * --check writes nothing and fails where a file is not what would be written.
 *
 * The first line of each file is a digest of all sources, by which cascade/page/asset_bundles.py
 * knows a stale one.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(join(root, 'tests', 'node', 'package.json'));
const { build } = require('esbuild');
const { minify } = require('terser');

const ASSETS = join(root, 'assets');
const SCRIPTS = {
  cascade: 'main',
  plots: 'plots/main',
  results: 'results/main',
  handout: 'handout/main',
  quiz: 'quiz/main',
  sharing: 'sharing/main',
  authoring: 'authoring/main',
  waiting: 'authoring/waiting-page',
  'presenter-page': 'presenter-page',
  theme: 'boot/theme',
  'first-picture': 'boot/first-picture',
  cytoscape: 'frozen/mount',
  stills: 'frozen/stills',
  scorm: 'frozen/scorm',
};
// The order counts: later sheets win over earlier ones.
const STYLES = {
  cascade: [
    ...['a11y', 'app', 'embed', 'results', 'lecture', 'panel'],
    ...['print', 'table', 'long-words', 'texts', 'testing'],
  ],
  plots: ['plots'],
  quiz: ['quiz'],
  'presenter-page': ['presenter-page'],
  authoring: ['authoring'],
};
/** Bundles that come after the first one, and take from it what assets/js/app/seam.js offers. */
const LATER = [
  ...['plots', 'results', 'handout', 'quiz', 'sharing', 'authoring'],
  ...['cytoscape', 'stills'], // of pages without Dash
];

const text = (...path) => readFileSync(join(ASSETS, ...path), 'utf8').replaceAll('\r\n', '\n');

/** A digest of all sources, the same on every system. */
function digest() {
  const hash = createHash('sha256');
  for (const kind of ['css', 'js']) {
    const names = readdirSync(join(ASSETS, kind), { recursive: true })
      .map((name) => name.split(sep).join('/'))
      .filter((name) => name.endsWith(`.${kind}`))
      .sort();
    for (const name of names) hash.update(`${kind}/${name}\n${text(kind, name)}`);
  }
  return hash.digest('hex');
}

/** The names that app/seam.js gives later bundles, the rules among them as `rules.name`. */
function offered() {
  const list = (name) => {
    const [, names] = new RegExp(`const ${name} = \\{(.*?)\\n\\};`, 's').exec(
      text('js', 'app', 'seam.js'),
    );
    return names.replace(/\/\/.*/g, '').match(/\w+/g);
  };
  return new Set([...list('seam'), ...list('rules').map((name) => `rules.${name}`)]);
}

// Plain values, of which each bundle takes what it uses.
const CONSTANTS = join(ASSETS, 'js', 'rules', 'constants.js');

/** Puts the seam in the place of what a later bundle imports from outside its own folder. */
const seam = (folder) => ({
  name: 'seam',
  setup(bundle) {
    const names = offered();
    bundle.onLoad({ filter: /\.js$/ }, ({ path }) => {
      const errors = [];
      const put = (whole, list, from) => {
        const wanted = resolve(dirname(path), from);
        if (wanted === CONSTANTS || !relative(folder, wanted).startsWith('..')) return whole;
        const [part] = /(?<=\/)(rules(?=\/)|dom(?=\.js))/.exec(from) ?? [''];
        for (const name of list.split(',').map((one) => one.trim())) {
          if (!names.has(part === 'rules' ? `rules.${name}` : part || name))
            errors.push({ text: `${relative(root, path)}: no '${name}' in app/seam.js` });
        }
        return `const {${list}} = globalThis.cascadeKit${part && `.${part}`};`;
      };
      const source = readFileSync(path, 'utf8');
      const contents = source.replace(/^import \{([^}]*)\} from '([^']+)';/gm, put);
      return { contents, errors };
    });
  },
});

/** The oldest browsers that the page shall run in, as dash-renderer does. */
const OLDEST = ['chrome100', 'firefox100', 'safari15.4'];

/** Terser leaves a bundle 5 % smaller than esbuild alone. */
const SMALLER = {
  ecma: 2020,
  compress: { passes: 2, unsafe_arrows: true, keep_fargs: false },
  mangle: true,
  format: { comments: false },
};
const LOOK = {
  bundle: true,
  minify: true,
  write: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
};

async function script(name, entry) {
  const path = join(ASSETS, 'js', `${entry}.js`);
  const plugins = LATER.includes(name) ? [seam(dirname(path))] : [];
  const { outputFiles } = await build({
    ...LOOK,
    entryPoints: [path],
    format: 'iife',
    target: OLDEST,
    plugins,
    nodePaths: [join(root, 'tests', 'node', 'node_modules')],
  });
  const { code } = await minify(outputFiles[0].text, SMALLER);
  return `${code}\n`;
}

async function style(sheets) {
  const contents = sheets.map((sheet) => `@import "./${sheet}.css";`).join('\n');
  const { outputFiles } = await build({
    ...LOOK,
    stdin: { contents, loader: 'css', resolveDir: join(ASSETS, 'css') },
    target: OLDEST,
    external: ['*.woff2'],
  });
  return outputFiles[0].text;
}

const first = `/* ${digest()} */\n`;
const made = new Map();
for (const [name, entry] of Object.entries(SCRIPTS))
  made.set(`${name}.js`, first + (await script(name, entry)));
for (const [name, sheets] of Object.entries(STYLES))
  made.set(`${name}.css`, first + (await style(sheets)));

const folder = join(ASSETS, 'pressed');
mkdirSync(folder, { recursive: true });
if (process.argv.includes('--check')) {
  const there = readdirSync(folder);
  const stale = [...new Set([...made.keys(), ...there])].filter(
    (name) => !there.includes(name) || text('pressed', name) !== made.get(name),
  );
  if (stale.length) console.error(`assets/js changed: run make press (${stale.join(', ')})`);
  process.exitCode = Number(stale.length > 0);
} else {
  for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(join(folder, name));
  for (const [name, contents] of made) writeFileSync(join(folder, name), contents);
}
