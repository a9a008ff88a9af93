import assert from 'node:assert/strict';
import test from 'node:test';
import { absence, lineOf, stageFirst } from '../../../assets/js/rules/card-order.js';
import { differences } from '../../../assets/js/rules/same-claims.js';
import { startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { figure } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);

test('the arrows of the stage in view come first, and go back', () => {
  const items = [...'abcdef'].map((id) => ({ id }));
  const stage = ({ id }) => small.interactions[id].stage;
  const ids = (list) => list.map(({ id }) => id).join('');
  const there = stageFirst(items, stage, 'settling');
  assert.equal(ids(there), 'fabcde');
  assert.equal(ids(stageFirst(there, stage, '')), 'abcdef');
});

test('an arrow that the view does not draw says why', () => {
  const why = (id, view) => {
    const now = { ...begin, ...view };
    return absence(id, now, small, visibility(now, small));
  };
  assert.equal(why('a', {}), '', 'drawn with b as one line');
  assert.equal(why('e', {}), '');
  assert.equal(why('c', {}), 'not drawn at this level of detail');
  assert.equal(why('c', { stage: 'home' }), '');
  assert.equal(why('e', { hide: ['effect:kills'] }), 'hidden by a filter');
  assert.equal(lineOf('a', visibility(begin, small)), 'home--tam--tumor--promotes');
  assert.equal(lineOf('c', visibility(begin, small)), '');
});

test('arrows of one claim say what differs', () => {
  const where = { a: 'Home', b: 'Home', c: 'Home', d: 'Home', e: 'Home', f: 'Bone' };
  const cards = Object.fromEntries(Object.entries(where).map(([id, one]) => [id, { where: one }]));
  const same = { ...small, cards };
  assert.deepEqual([...differences(['a', 'c', 'e'], same)], [], 'no claim comes twice');
  assert.deepEqual(
    [...differences(['a', 'b', 'c'], same)],
    [
      ['a', '2005'],
      ['b', '2001'],
    ],
  );
  const apart = { ...same, cards: { ...cards, b: { where: 'Bone' } } };
  assert.deepEqual([...differences(['a', 'b'], apart).values()], ['Home', 'Bone']);
});
