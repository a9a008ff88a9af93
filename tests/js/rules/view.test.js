import test from 'node:test';
import assert from 'node:assert/strict';
import { VIEW_KEYS } from '../../../assets/js/rules/url.js';
import {
  nextView as next,
  sameValue as same,
  stageStops as stops,
  startView as start,
} from '../../../assets/js/rules/view.js';
import { figure, frozen } from '../support.js';

const begin = frozen(start(figure));
const from = (partial) => frozen({ ...begin, ...partial });
const after = (view, action) => next(view, action, figure);

/** The keys that an action changes, with their new values. */
function changed(view, action) {
  const result = after(view, action);
  return Object.fromEntries(
    Object.entries(result).filter(([key, value]) => !same(view[key], value)),
  );
}

test('a reader starts with the first pathway and nothing chosen', () => {
  assert.equal(begin.pathway, 'small');
  assert.deepEqual(begin.hide, []);
  for (const key of ['stage', 'organ', 'focus', 'edge', 'q', 'lecture'])
    assert.equal(begin[key], '');
  assert.equal(begin.step, 0);
});

test('the start view has every key that the address knows', () => {
  assert.deepEqual(Object.keys(begin).sort(), [...VIEW_KEYS].sort());
});

test('two start views share nothing', () => {
  assert.notEqual(start(figure).hide, start(figure).hide);
});

test('an unknown action changes nothing', () => {
  assert.equal(after(begin, { type: 'dance' }), begin);
});

test('set takes over what it is given', () => {
  assert.deepEqual(changed(begin, { type: 'set', view: { focus: 'tam', stage: 'home' } }), {
    focus: 'tam',
    stage: 'home',
  });
});

test('a stage is entered without organ and arrow, the chosen cell stays', () => {
  const view = from({ organ: 'bone', edge: 'a', focus: 'tam' });
  assert.deepEqual(changed(view, { type: 'stage', id: 'home' }), {
    stage: 'home',
    organ: '',
    edge: '',
  });
});

test('an organ is chosen, with its stage, and chosen again it is left', () => {
  const view = after(begin, { type: 'organ', id: 'bone' });
  assert.deepEqual([view.organ, view.stage], ['bone', 'settling']);
  assert.equal(after(view, { type: 'organ', id: 'bone' }).organ, '');
});

test('an organ without a panel shows its arrows in all stages', () => {
  const view = from({ stage: 'home' });
  assert.deepEqual(changed(view, { type: 'organ', id: 'skin' }), { organ: 'skin', stage: '' });
});

test('the same organ in another stage is no second click', () => {
  const view = from({ organ: 'bone', stage: 'home' });
  assert.deepEqual(changed(view, { type: 'organ', id: 'bone' }), {
    stage: 'settling',
  });
});

test('a cell is chosen, and chosen again it is left', () => {
  const view = after(begin, { type: 'focus', id: 'tam' });
  assert.equal(view.focus, 'tam');
  assert.equal(after(view, { type: 'focus', id: 'tam' }).focus, '');
  assert.equal(after(view, { type: 'focus', id: 'nk' }).focus, 'nk');
});

test('from the card of an arrow a cell goes back to its own', () => {
  const view = from({ focus: 'tam', edge: 'a' });
  assert.deepEqual(changed(view, { type: 'focus', id: 'tam' }), { edge: '' });
});

test('an arrow is chosen, and chosen again it is left', () => {
  const view = after(begin, { type: 'edge', id: 'a' });
  assert.equal(view.edge, 'a');
  assert.equal(after(view, { type: 'edge', id: 'a' }).edge, '');
});

test('clear takes back one step: the arrow, then the cell and the search', () => {
  const view = from({ focus: 'tam', edge: 'a', q: 'EGF', stage: 'home', hide: ['tier:core'] });
  const once = frozen(after(view, { type: 'clear' }));
  assert.deepEqual([once.edge, once.focus, once.q], ['', 'tam', 'EGF']);
  const twice = after(once, { type: 'clear' });
  assert.deepEqual([twice.edge, twice.focus, twice.q], ['', '', '']);
  assert.deepEqual([twice.stage, twice.hide], ['home', ['tier:core']]);
});

test('reset shows everything again, in the same stage and theme', () => {
  const view = from({
    stage: 'home',
    theme: 'dark',
    focus: 'tam',
    edge: 'a',
    hide: ['tier:core'],
    detail: 'core',
    q: 'x',
  });
  const result = after(view, { type: 'reset' });
  assert.deepEqual(result, { ...begin, stage: 'home', theme: 'dark' });
});

test('a filter value is hidden and shown again', () => {
  const view = frozen(after(begin, { type: 'hide', token: 'tier:core' }));
  assert.deepEqual(view.hide, ['tier:core']);
  assert.deepEqual(after(view, { type: 'hide', token: 'tier:core' }).hide, []);
});

test('only hides all other values of its filter and leaves the others', () => {
  const view = from({ hide: ['tier:overview', 'stage:home'] });
  const result = after(view, { type: 'only', facet: 'tier', value: 'overview' });
  assert.deepEqual(result.hide, ['stage:home', 'tier:!overview']);
});

test('a value toggled beside "only" is spoken of by itself', () => {
  const view = from({ hide: ['stage:home', 'tier:!overview'] });
  assert.deepEqual(after(view, { type: 'hide', token: 'tier:core' }).hide, [
    'stage:home',
    'tier:extended',
  ]);
  assert.deepEqual(after(view, { type: 'hide', token: 'tier:overview' }).hide, [
    'stage:home',
    'tier:core',
    'tier:extended',
    'tier:overview',
  ]);
  assert.deepEqual(after(view, { type: 'all', facet: 'tier' }).hide, ['stage:home']);
});

test('all shows every value of its filter and leaves the others', () => {
  const view = from({ hide: ['tier:overview', 'stage:home'] });
  assert.deepEqual(after(view, { type: 'all', facet: 'tier' }).hide, ['stage:home']);
});

test('a year is set once, and the last year is no filter', () => {
  const view = frozen(after(begin, { type: 'after', year: 2005 }));
  assert.deepEqual(view.hide, ['after:2005']);
  assert.deepEqual(after(view, { type: 'after', year: 2001 }).hide, ['after:2001']);
  assert.deepEqual(after(view, { type: 'after', year: 2020 }).hide, []);
});

test('detail, theme and search', () => {
  assert.deepEqual(changed(begin, { type: 'detail', id: 'core' }), { detail: 'core' });
  assert.deepEqual(changed(begin, { type: 'theme', id: 'dark' }), { theme: 'dark' });
  assert.deepEqual(changed(begin, { type: 'search', q: 'egf' }), { q: 'egf' });
});

test('left and right walk overview and stages and stop at the ends', () => {
  assert.deepEqual(stops(figure.pathways.small), ['', 'home', 'settling']);
  const go = (view, by) => after(frozen(view), { type: 'go', by });
  assert.equal(go(begin, -1), begin);
  const walk = [1, 1].reduce((views, by) => [...views, go(views.at(-1), by)], [begin]);
  assert.deepEqual(
    walk.map((view) => view.stage),
    ['', 'home', 'settling'],
  );
  assert.equal(go(walk[2], 1), walk[2]);
  assert.equal(go(walk[2], -1).stage, 'home');
});

test('another pathway starts at its overview and keeps the theme', () => {
  const view = from({
    stage: 'settling',
    organ: 'bone',
    focus: 'tam',
    edge: 'a',
    hide: ['tier:core'],
    detail: 'core',
    theme: 'dark',
  });
  assert.deepEqual(after(view, { type: 'pathway', id: 'other' }), {
    ...begin,
    pathway: 'other',
    theme: 'dark',
  });
});

test('an action that changes nothing returns the very view', () => {
  const view = from({ stage: 'home', hide: ['tier:core'], detail: 'core', theme: 'dark', q: 'x' });
  const idle = [
    { type: 'set', view: {} },
    { type: 'set', view: { stage: 'home', hide: ['tier:core'] } },
    { type: 'stage', id: 'home' },
    { type: 'detail', id: 'core' },
    { type: 'theme', id: 'dark' },
    { type: 'search', q: 'x' },
    { type: 'all', facet: 'stage' },
    { type: 'after', year: 2020 },
    { type: 'go', by: 0 },
  ];
  for (const action of idle) assert.equal(after(view, action), view, action.type);
  assert.equal(after(begin, { type: 'clear' }), begin);
  assert.equal(after(begin, { type: 'reset' }), begin);
});

test('next is pure: the same again, and nothing given is changed', () => {
  const view = from({ hide: ['tier:core', 'after:2001'] });
  const actions = [
    { type: 'set', view: { focus: 'tam' } },
    { type: 'pathway', id: 'other' },
    { type: 'stage', id: 'home' },
    { type: 'organ', id: 'bone' },
    { type: 'focus', id: 'tam' },
    { type: 'edge', id: 'a' },
    { type: 'clear' },
    { type: 'reset' },
    { type: 'hide', token: 'tier:core' },
    { type: 'only', facet: 'tier', value: 'core' },
    { type: 'all', facet: 'tier' },
    { type: 'after', year: 2005 },
    { type: 'detail', id: 'core' },
    { type: 'theme', id: 'dark' },
    { type: 'go', by: 1 },
    { type: 'search', q: 'egf' },
  ];
  for (const action of actions.map(frozen)) {
    assert.deepEqual(after(view, action), after(view, action), action.type);
  }
});
