/** The seam: what later bundles may use, and that they use all of it. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import '../support.js';
import { seam } from '../../../assets/js/app/seam.js';

const FOLDER = fileURLToPath(new URL('../../../assets/js', import.meta.url));
const LATER = ['plots', 'results', 'results/rules', 'quiz', 'quiz/rules', 'authoring', 'frozen'];
const scripts = LATER.flatMap((folder) =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name)),
);
const texts = [...scripts, 'scorm.js'].map((name) => readFileSync(join(FOLDER, name), 'utf8'));

test('the names are these and no others', () => {
  assert.deepEqual(Object.keys(seam).sort(), [
    'button', 'byId', 'copyText', 'detailLevel', 'element', 'entriesOf', 'escapeHtml', 'expandNegations', 'fold',
    'foldName', 'formatAddress', 'idTable', 'idsOf', 'interactionsOf', 'isAbout', 'lectureStops', 'link',
    'nameHeight', 'offerPlotting', 'offerQuiz', 'offerResults', 'onQuiz', 'onView', 'openPanel', 'overrideLook',
    'ownCamera', 'paperLink', 'plural', 'readFigure', 'resolvedTheme', 'rowsOf', 'saveFile', 'say', 'searchIndex',
    'showAddress', 'start', 'state', 'stop', 'subjectName', 't', 'tellQuiz', 'toCsv', 'toast', 'visibility',
  ]); // prettier-ignore
  for (const [name, value] of Object.entries(seam)) assert.ok(value, name);
});

test('each is used by a bundle that comes later', () => {
  for (const name of Object.keys(seam)) {
    assert.ok(
      texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
      name,
    );
  }
});
