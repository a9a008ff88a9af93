/** The seam: what later bundles may use, and that they use all of it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import '../support.js';
import { rules, seam } from '../../../assets/js/app/seam.js';

const FOLDER = fileURLToPath(new URL('../../../assets/js', import.meta.url));
const LATER = [
  'plots',
  'handout',
  'results',
  'results/rules',
  'quiz',
  'quiz/rules',
  'sharing',
  'authoring',
  'frozen',
];
const scripts = LATER.flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name)),
);
const texts = scripts.map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const docs = readFileSync(join(FOLDER, '../../docs/developing.md'), 'utf8');

test('the names are those of the documentation, and few', () => {
  const [, rows] = /\| names of `cascadeKit` .*?\n(.*?)\n\n/s.exec(docs);
  const firstCells = rows.split('\n').map((row) => row.split('|')[1]);
  const names = firstCells.flatMap((cell) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  assert.deepEqual(Object.keys(seam).sort(), names.sort());
  assert.ok(names.length <= 15);
  for (const [name, value] of Object.entries(seam)) assert.ok(value, name);
});

test('each is used by a bundle that comes later', () => {
  for (const name of [...Object.keys(seam), ...Object.keys(rules)]) {
    assert.ok(
      texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
      name,
    );
  }
});
