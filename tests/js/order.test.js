/**
 * Each folder of assets/js imports only from those before it in this list; no module leads back to
 * itself; the rules know no page. The same for Python: tests/unit/project/test_packages.py.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../assets/js', import.meta.url));
// The first that a path begins with counts.
const ORDER = [
  ['app/state.js', 'app/i18n.js'],
  ['rules/'],
  [
    'app/dom.js',
    'app/shape.js',
    'app/theme.js',
    'app/load.js',
    'app/keys.js',
    'app/menu.js',
    'app/later-bundle.js',
    'app/later-file.js',
  ],
  ['graph/'],
  ['access/'],
  ['panel/'],
  ['save/'],
  ['text-view/'],
  ['embed/'],
  ['lecture/'],
  ['plots-dialog.js', 'quiz-loader.js', 'results-loader.js'],
  ['app/commands.js'],
  ['figure.js'],
  ['app/seam.js'],
  [
    'main.js',
    'plots/',
    'results/',
    'handout/',
    'quiz/',
    'sharing/',
    'authoring/',
    'frozen/',
    'boot/',
    'presenter-page.js',
  ],
];

const files = readdirSync(FOLDER, { recursive: true })
  .map((name) => String(name).split(sep).join('/'))
  .filter((name) => name.endsWith('.js'));
const text = (name) => readFileSync(join(FOLDER, name), 'utf8');
const imports = (name) =>
  [...text(name).matchAll(/^(?:import|export)\b[^;]*?'(\.[^']+)';/gm)].map(([, from]) =>
    posix.join(posix.dirname(name), from),
  );
const floor = (name) => ORDER.findIndex((some) => some.some((start) => name.startsWith(start)));

test('every module has its place', () => {
  assert.deepEqual(
    files.filter((name) => floor(name) < 0),
    [],
  );
  assert.ok(files.length > 60);
});

test('imports only lead to what comes earlier, or stay in the folder', () => {
  const wrong = files.flatMap((name) =>
    imports(name)
      .filter((from) => !files.includes(from) || floor(from) > floor(name))
      .map((from) => `${name} imports ${from}`),
  );
  assert.deepEqual(wrong, []);
  assert.ok(files.flatMap(imports).length > 200);
});

test('no module leads back to itself', () => {
  const done = new Set();
  const circles = [];
  function visit(name, path) {
    if (path.includes(name)) circles.push([...path, name].join(' > '));
    if (path.includes(name) || done.has(name)) return;
    imports(name).forEach((from) => visit(from, [...path, name]));
    done.add(name);
  }
  files.forEach((name) => visit(name, []));
  assert.deepEqual(circles, []);
});

test('the rules are pure: no page, and nothing imported that has one', () => {
  const rules = files.filter((name) => /^((results|quiz)\/)?rules\//.test(name));
  for (const name of rules) {
    const code = text(name).replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
    assert.doesNotMatch(code, /\b(document|window|globalThis|location|navigator)\./, name);
    for (const from of imports(name))
      assert.match(from, /^(((results|quiz)\/)?rules\/|app\/i18n\.js$)/, name);
  }
});

test('only graph/ uses what cytoscape keeps private', () => {
  for (const name of files.filter((one) => !one.startsWith('graph/'))) {
    assert.doesNotMatch(text(name), /\._private|_cyreg|\.renderer\(\)|\.pstyle\(/, name);
  }
});
