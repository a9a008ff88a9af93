import test from 'node:test';
import assert from 'node:assert/strict';
import { flow } from '../../../assets/js/plots/flow.js';
import { matrix } from '../../../assets/js/plots/matrix.js';
import * as tally from '../../../assets/js/plots/plot-counts.js';
import { timeline } from '../../../assets/js/plots/timeline.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure, frozen } from '../support.js';

const kinds = { flow, matrix, timeline };
const small = figure.pathways.small;
const begin = startView(figure);
const order = Object.keys(small.interactions);
const see = (partial) => tally.pools(frozen({ ...begin, ...partial }), small);
const letters = (set) => [...set].sort().join('');

test('plots count what the view shows, whatever is chosen', () => {
  assert.equal(letters(see({}).pool), 'abef');
  assert.equal(see({}).chosen, null);
  const chosen = see({ detail: 'extended', edge: 'tam~tumor' });
  assert.equal(letters(chosen.pool), 'abcdefgh');
  assert.equal(letters(chosen.chosen), 'abc');
  assert.equal(letters(see({ detail: 'extended', focus: 'nk' }).chosen), 'de');
  assert.equal(letters(see({ detail: 'extended', q: 'EGF' }).chosen), 'a');
});

test('the timeline keeps other years, the organs other organs', () => {
  const { pool, anyYear, anyOrgan } = see({
    detail: 'extended',
    organ: 'bone',
    hide: ['before:2007', 'tier:core'],
  });
  assert.equal(letters(pool), 'h');
  assert.equal(letters(anyYear), 'fh');
  assert.equal(letters(anyOrgan), 'h');
  assert.equal(
    letters(see({ organ: 'bone' }).anyOrgan),
    'abcdefg',
    'at the level of the organ view',
  );
});

test('marks without an arrow go', () => {
  const marks = frozen([
    ['tam', 'tumor', [0, 1, 2]],
    ['tumor', 'nk', [3]],
  ]);
  assert.deepEqual(tally.tally(marks, order, new Set(['a', 'c'])), [
    { key: ['tam', 'tumor'], ids: ['a', 'c'] },
  ]);
  assert.deepEqual(tally.balance(['a', 'c', 'e'], small), [1, 2, 0]);
});

test('years become filters, and all years none', () => {
  const view = { ...begin, hide: ['tier:core', 'after:2008'] };
  assert.deepEqual(tally.years(view, small), [small.years[0], 2008]);
  assert.deepEqual(tally.between(view, small, 2010, 2001), [
    'tier:core',
    'before:2001',
    'after:2010',
  ]);
  assert.deepEqual(tally.between(view, small, ...small.years), ['tier:core']);
  assert.deepEqual(kinds.timeline.brushed([2003.6, 2010.4]), [2004, 2010]);
  assert.deepEqual(kinds.timeline.choice({ key: ['2005'] }, begin, small).view.hide, [
    'before:2005',
    'after:2005',
  ]);
});

test('a field chooses its arrow or its pair, and lets go', () => {
  const { choice } = kinds.matrix;
  assert.equal(choice({ key: ['tumor', 'nk'], ids: ['d'] }, begin).view.edge, 'd');
  assert.equal(choice({ key: ['tam', 'tumor'], ids: ['a', 'b'] }, begin).view.edge, 'tam~tumor');
  assert.equal(
    choice({ key: ['tam', 'tumor'], ids: ['a', 'b'] }, { ...begin, edge: 'tam~tumor' }).view.edge,
    '',
  );
});

test('a class becomes the only one, and then all again', () => {
  const drawn = { nodes: ['stage:home', 'class:chemokine'], found: [] };
  const pick = (pointNumber, hide) =>
    kinds.flow.pick({ pointNumber }, drawn, { view: { ...begin, hide }, pathway: small }).action;
  assert.deepEqual(pick(0, []), { type: 'stage', id: 'home' });
  assert.deepEqual(pick(1, []), { type: 'only', facet: 'class', value: 'chemokine' });
  const others = Object.keys(small.facets.class.values)
    .filter((id) => id !== 'chemokine')
    .map((id) => `class:${id}`);
  assert.deepEqual(pick(1, others), { type: 'all', facet: 'class' });
});
