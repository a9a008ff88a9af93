/** While a question is asked nothing tells the answer: views, commands, lines, names, addresses. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { isTesting, mayRun, testingName, veil } from '../../../assets/js/rules/testing.js';
import { parseAddress } from '../../../assets/js/rules/url.js';
import { nextView, startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { figure, frozen } from '../support.js';

const pathway = figure.pathways[figure.order[0]];
const begin = startView(figure);
const round = frozen({ ...begin, set: 'mixed', seed: '7', stage: 'home' });
const asked = (more) => ({
  names: [],
  labels: [],
  heads: [],
  edges: [],
  stages: [],
  lit: [],
  ...more,
});
const read = (address) => parseAddress(address, figure);

test('in a round no action shows a card, an arrow, a search or a filter', () => {
  for (const action of [
    { type: 'focus', id: 'tam' },
    { type: 'edge', id: 'a' },
    { type: 'search', q: 'EGF' },
    { type: 'hide', token: 'tier:core' },
    { type: 'set', view: { focus: 'tam', edge: 'a', q: 'EGF', hide: ['tier:core'] } },
  ])
    assert.equal(nextView(round, action, figure), round, action.type);
  assert.equal(nextView(round, { type: 'theme', id: 'dark' }, figure).theme, 'dark');
});

test('a round begins without what was chosen, and out of a lecture; it ends', () => {
  const view = { ...begin, focus: 'tam', edge: 'a', q: 'EGF', hide: ['tier:core'] };
  const next = nextView(view, { type: 'quiz', set: 'home' }, figure);
  assert.deepEqual(next, { ...begin, set: 'home' });
  const told = { ...begin, lecture: 'tour', step: 2, part: 1, picks: ['2a'] };
  assert.equal(isTesting({ ...told, set: 'mixed' }), false);
  const out = nextView(told, { type: 'quiz', set: 'mixed' }, figure);
  assert.deepEqual([out.lecture, out.step, out.picks, isTesting(out)], ['', 0, [], true]);
  const end = nextView(round, { type: 'quiz', set: '' }, figure);
  assert.deepEqual([end.set, end.seed, isTesting(end)], ['', '', false]);
  const only = nextView({ ...round, quiz: 'only' }, { type: 'quiz', set: '' }, figure);
  assert.equal(only.set, 'mixed');
});

test('only what tells nothing may run meanwhile', () => {
  for (const one of ['zoom', 'fit', 'theme', 'help', 'quiz-leave']) assert.ok(mayRun(one, round));
  for (const one of ['search', 'listing', 'plots', 'png', 'download', 'print', 'cite', 'edge', 'read', 'stage', 'lecture', 'copy', 'embed', 'panel']) {
    assert.equal(mayRun(one, round), false, one);
    assert.ok(mayRun(one, begin));
  }
}); // prettier-ignore

test('names, labels, heads and arrows go from what a view shows', () => {
  const view = { ...round, detail: 'core' };
  const seen = visibility(view, pathway);
  const hides = { names: ['home/tam'], labels: ['a'], heads: ['c'], edges: ['e'], lit: ['a'] };
  veil(seen, asked(hides), pathway);
  assert.equal(seen.nodes.get('home/tam'), 'asked');
  assert.equal(seen.lines.get('a'), 'lit focus asked');
  assert.equal(seen.lines.get('c'), 'headless');
  assert.equal(seen.lines.get('e'), 'hidden');
  assert.equal(seen.lines.get('d'), '');
  const pair = Object.keys(pathway.pairs)[0];
  const merged = visibility({ ...round, stage: '' }, pathway);
  veil(merged, asked({ labels: ['b'] }), pathway);
  assert.equal(merged.lines.get(pair), 'asked');
});

test('no name says more than the drawing', () => {
  const facts = () => ({ source: 'home/tam', target: 'home/tumor', effect: 'activates', label: 'EGF' });
  const name = (id, more) => testingName(id, asked(more), facts, pathway);
  const says = (text, ...words) => words.map((word) => text.includes(word));
  const { tam, tumor } = pathway.cells;
  assert.deepEqual(says(name('a', {}), tam.name, tumor.name, 'EGF', 'activates'), [true, true, true, true]);
  assert.deepEqual(says(name('a', { labels: ['a'] }), 'EGF', 'activates'), [false, true]);
  assert.deepEqual(says(name('a', { heads: ['a'] }), 'EGF', 'activates'), [true, false]);
  assert.deepEqual(says(name('a', { names: ['home/tam'] }), tam.name, tumor.name), [false, true]);
  assert.ok(!name('home/tam', { names: ['home/tam'] }).includes(tam.name));
  assert.ok(name('home/tam', {}).startsWith(tam.name));
}); // prettier-ignore

test('addresses: a round, only a round, none, and what is not there', () => {
  const view = (address) => read(address).view;
  assert.deepEqual(view('?quiz=off&set=home&seed=3'), { ...begin, quiz: 'off' });
  assert.deepEqual(view('?quiz=only'), { ...begin, quiz: 'only', set: 'mixed' });
  assert.deepEqual(view('?set=home&seed=3&focus=tam&edge=a&q=EGF'), { ...begin, set: 'home', seed: '3' });
  assert.equal(view('?lecture=tour&step=1&set=home').set, '');
  assert.equal(view('?seed=3').seed, '');
  for (const set of ['moon', 'rebuild:moon', 'end:a', 'end:a:xyz', '__proto__', 'home,settling']) {
    const { view: one, warnings } = read(`?set=${set}&seed=3`);
    assert.deepEqual([one.set, one.seed, warnings.length], ['mixed', '', 1], set);
  }
  for (const seed of ['-1', '1e3', '4294967296', 'x', '99999999999']) {
    const { view: one, warnings } = read(`?set=home&seed=${seed}`);
    assert.deepEqual([one.set, one.seed, warnings.length], ['home', '', 1], seed);
  }
  assert.equal(read('?quiz=exam').warnings.length, 1);
}); // prettier-ignore
