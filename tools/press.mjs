/**
 * Writes assets/pressed/*.js: the scripts of each bundle, and those that stand alone, as terser leaves
 * them, for smaller pages.
 * Usage: node tools/press.mjs, with terser among the modules of tests/node.
 * cascade/page/asset_bundles.py uses a pressed file as long as it was made of the scripts that lie here now.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { minify } = createRequire(join(root, 'tests', 'node', 'package.json'))('terser');
const PARTS = { cascade: '', plots: 'plots', lectern: 'lectern' };
const ALONE = ['boot', 'frozen'];
const HOW = {
  ecma: 2020,
  compress: { passes: 2, unsafe_arrows: true, keep_fargs: false },
  mangle: true,
  format: { comments: false },
};

const scripts = (folder) => readdirSync(join(root, 'assets', folder)).filter((file) => file.endsWith('.js')).sort();
const read = (folder, file) => readFileSync(join(root, 'assets', folder, file), 'utf8').replaceAll('\r\n', '\n');

async function press(name, sources) {
  const { code } = await minify(sources, HOW);
  const digest = createHash('sha256').update(sources).digest('hex');
  writeFileSync(join(root, 'assets', 'pressed', `${name}.js`), `/* ${digest} */\n${code}\n`);
}

mkdirSync(join(root, 'assets', 'pressed'), { recursive: true });
for (const [name, folder] of Object.entries(PARTS)) {
  await press(name, scripts(folder).map((file) => read(folder, file)).join('\n'));
}
for (const folder of ALONE) {
  for (const file of scripts(folder)) await press(file.slice(0, -'.js'.length), read(folder, file));
}
