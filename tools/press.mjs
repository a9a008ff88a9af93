/**
 * Writes assets/pressed/*.js: the scripts of each bundle as terser leaves them, for smaller pages.
 * Usage: node tools/press.mjs, with terser among the modules of tests/node.
 * cascade/bundle.py uses a pressed file as long as it was made of the scripts that lie here now.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { minify } = createRequire(join(root, 'tests', 'node', 'package.json'))('terser');
const PARTS = { cascade: '', plots: 'plots', lectern: 'lectern' };
const HOW = {
  ecma: 2020,
  compress: { passes: 2, unsafe_arrows: true, keep_fargs: false },
  mangle: true,
  format: { comments: false },
};

mkdirSync(join(root, 'assets', 'pressed'), { recursive: true });
for (const [name, folder] of Object.entries(PARTS)) {
  const from = join(root, 'assets', folder);
  const files = readdirSync(from).filter((file) => file.endsWith('.js')).sort();
  const sources = files.map((file) => readFileSync(join(from, file), 'utf8').replaceAll('\r\n', '\n')).join('\n');
  const { code } = await minify(sources, HOW);
  const digest = createHash('sha256').update(sources).digest('hex');
  writeFileSync(join(root, 'assets', 'pressed', `${name}.js`), `/* ${digest} */\n${code}\n`);
}
