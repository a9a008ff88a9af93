import assert from 'node:assert/strict';
import test from 'node:test';
import { activeFilters, filterCounts } from '../../../assets/js/rules/filters.js';
import { beyondLevel, visibility } from '../../../assets/js/rules/visibility.js';
import { startView } from '../../../assets/js/rules/view.js';
import { searchAction } from '../../../assets/js/panel/search-box.js';
import { nextView } from '../../../assets/js/rules/view.js';
import { figure } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);
const counts = (...hide) => filterCounts({ ...begin, hide }, small);
const chips = (...hide) => activeFilters({ ...begin, hide }, small);

test('a count beside a filter is of what the other filters leave', () => {
  assert.equal(counts().get('outcome:pro-metastatic'), 6);
  const fewer = counts('outcome:pro-metastatic');
  assert.equal(fewer.get('outcome:pro-metastatic'), 6, 'its own group does not count');
  assert.equal(fewer.get('effect:kills'), 1);
  assert.equal(fewer.get('effect:activates'), undefined, 'c inhibits, e kills');
  assert.equal(counts('after:2001').get('outcome:pro-metastatic'), 1, 'years are filters, too');
  assert.equal(counts('lineage:myeloid').get('outcome:pro-metastatic'), 1, 'one end is enough');
});

test('a box brings as many arrows as its number says', () => {
  const all = (hide) => visibility({ ...begin, hide, detail: 'extended' }, small).shown.length;
  const hide = ['outcome:anti-metastatic', 'effect:activates', 'effect:kills'];
  const more = all(hide.filter((token) => token !== 'effect:activates')) - all(hide);
  assert.equal(filterCounts({ ...begin, hide }, small).get('effect:activates'), more);
});

test('each group of filters in force is one chip', () => {
  assert.deepEqual(chips(), []);
  assert.deepEqual(chips('effect:kills', 'effect:inhibits', 'outcome:anti-metastatic'), [
    { facet: 'effect', text: 'only: activates' },
    { facet: 'outcome', text: 'only: Promotes' },
  ]);
  assert.deepEqual(chips('effect:kills', 'lineage:!myeloid', 'before:1998', 'after:2010'), [
    { facet: 'effect', text: 'without: kills' },
    { facet: 'lineage', text: 'only: Myeloid cells' },
    { facet: 'before', text: 'from 1998' },
    { facet: 'after', text: 'up to 2010' },
  ]);
  const three = ['neoplastic', 'myeloid', 'lymphoid'].map((one) => `lineage:${one}`);
  assert.equal(chips(...three, 'lineage:stromal')[0].text, '0 of 4');
});

test('what the level hides is told as a number', () => {
  const more = (view) => beyondLevel({ ...begin, ...view }, small);
  assert.equal(more({}), 4, 'c, d, g, h');
  assert.equal(more({ hide: ['effect:inhibits'] }), 2);
  assert.equal(more({ detail: 'extended' }), 0);
  assert.equal(more({ stage: 'settling' }), 1);
});

test('an organ is chosen alike by its button and in the search', () => {
  const button = nextView(begin, { type: 'organ', id: 'bone' }, figure);
  const found = searchAction({ kind: 'organ', id: 'bone' }, small);
  assert.deepEqual(nextView(begin, found, figure), button);
  assert.deepEqual([button.organ, button.stage, button.q], ['bone', 'settling', '']);
  const read = { ...button, q: 'bone' };
  assert.deepEqual(visibility(read, small), visibility(button, small), 'its card changes nothing');
});

test('an organ that has but arrows for specialists shows them', () => {
  const rare = { ...small, interactions: { ...small.interactions } };
  for (const id of ['f', 'g']) rare.interactions[id] = { ...small.interactions[id], organ: '' };
  rare.places = { ...small.places, bone: { ...small.places.bone, organ: '' } };
  assert.deepEqual(visibility({ ...begin, organ: 'bone' }, rare).shown, ['h']);
  assert.deepEqual(visibility({ ...begin, organ: 'bone' }, small).shown, ['f', 'g']);
});
