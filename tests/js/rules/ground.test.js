import test from 'node:test';
import assert from 'node:assert/strict';
import { groundAction, placeAt, wheelZooms } from '../../../assets/js/rules/ground.js';
import { nextView, startView } from '../../../assets/js/rules/view.js';
import { figure, frozen } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);
const middle = ([x1, y1, x2, y2]) => ({ x: (x1 + x2) / 2, y: (y1 + y2) / 2 });
const home = middle(small.stages.find(({ id }) => id === 'home').box);
const bone = middle(small.frames.settling.bone);
const outside = { x: small.box[0] - 1000, y: small.box[1] - 1000 };

/** The view after a click on the ground. */
const click = (partial, point) => {
  const view = frozen({ ...begin, ...partial });
  const action = groundAction(view, point, small);
  const clear = { type: 'set', view: { focus: '', edge: '', q: '' } };
  return nextView(view, action.all ? clear : action, figure);
};
const place = ({ stage, organ }) => [stage, organ];

test('the smallest place at a point is meant', () => {
  assert.deepEqual(placeAt(home, small), { stage: 'home', organ: '' });
  assert.deepEqual(placeAt(bone, small), { stage: 'settling', organ: 'bone' });
  assert.equal(placeAt(outside, small), null);
});

test('a click on a panel or card goes there, from anywhere', () => {
  for (const from of [{}, { stage: 'home' }, { stage: 'settling', organ: 'bone' }])
    for (const [point, there] of [
      [home, ['home', '']],
      [bone, ['settling', 'bone']],
    ])
      assert.deepEqual(place(click(from, point)), there);
});

test('within the place in view a click takes back the choice and stays', () => {
  const view = click({ stage: 'home', focus: 'tam', edge: 'a', q: 'EGF' }, home);
  assert.deepEqual([view.focus, view.edge, view.q, view.stage], ['', '', '', 'home']);
  const inOrgan = click({ stage: 'settling', organ: 'bone', focus: 'tumor' }, bone);
  assert.deepEqual([inOrgan.focus, ...place(inOrgan)], ['', 'settling', 'bone']);
});

test('outside all a click takes back the choice; in a lecture it goes nowhere', () => {
  const view = click({ stage: 'home', focus: 'tam' }, outside);
  assert.deepEqual([view.focus, view.stage], ['', 'home']);
  assert.equal(groundAction({ ...begin, lecture: 'tour' }, bone, small).type, 'clear');
});

test('a chosen cell stays chosen on the way to a place, an arrow does not', () => {
  const view = click({ focus: 'tumor', edge: 'a' }, bone);
  assert.deepEqual([view.focus, view.edge], ['tumor', '']);
});

test('Escape takes back the choice, then leaves the organ, then the stage', () => {
  let view = { ...begin, stage: 'settling', organ: 'bone', focus: 'tumor', edge: 'f' };
  const walked = [];
  for (let i = 0; i < 5; i += 1) {
    view = nextView(frozen(view), { type: 'escape' }, figure);
    walked.push([view.edge, view.focus, view.organ, view.stage].join(' ').trim());
  }
  assert.deepEqual(walked, ['tumor bone settling', 'bone settling', 'settling', '', '']);
  assert.equal(nextView(view, { type: 'escape' }, figure), view);
});

test('the wheel is a map where the figure is the page, else it asks for a click or Ctrl', () => {
  const at = (partial) =>
    wheelZooms({
      locked: false,
      active: false,
      ctrl: false,
      framed: false,
      scrolls: false,
      ...partial,
    });
  assert.equal(at({}), true);
  for (const host of [{ framed: true }, { scrolls: true }]) {
    assert.equal(at(host), false);
    assert.equal(at({ ...host, active: true }), true);
    assert.equal(at({ ...host, ctrl: true }), true);
  }
  assert.equal(at({ locked: true, active: true, ctrl: true }), false);
});
