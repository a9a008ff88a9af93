import test from 'node:test';
import assert from 'node:assert/strict';
import { boxOf, fitBox as fitted, keepInside } from '../../../assets/js/graph/camera.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure, seeded } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);
const at = (partial) => boxOf({ ...begin, ...partial }, small);

/** A box on the screen, in pixels, for a zoom and pan. */
const onScreen = ([x1, y1, x2, y2], { zoom, pan }) => [
  x1 * zoom + pan.x,
  y1 * zoom + pan.y,
  x2 * zoom + pan.x,
  y2 * zoom + pan.y,
];

test('the overview looks at everything, a stage at itself', () => {
  assert.deepEqual(at({}), small.box);
  assert.deepEqual(at({ stage: 'home' }), small.stages[0].box);
});

test('an organ is looked at in its stage, and elsewhere the stage stays', () => {
  assert.deepEqual(at({ stage: 'settling', organ: 'bone' }), small.frames.settling.bone);
  assert.deepEqual(at({ stage: 'home', organ: 'bone' }), small.stages[0].box);
  assert.deepEqual(at({ organ: 'bone' }), small.box);
});

test('a chosen cell or arrow moves no camera', () => {
  assert.deepEqual(at({ focus: 'tam', edge: 'a', q: 'EGF', hide: ['tier:core'] }), small.box);
});

test('a box fits into the canvas and stands in its middle', () => {
  const random = seeded(3);
  for (let i = 0; i < 500; i += 1) {
    const x = random() * 2000 - 1000;
    const y = random() * 2000 - 1000;
    const box = [x, y, x + 20 + random() * 3000, y + 20 + random() * 2000];
    const [width, height] = [300 + random() * 1600, 260 + random() * 900];
    const seen = fitted(box, width, height);
    const [left, top, right, bottom] = onScreen(box, seen);
    assert.ok(seen.zoom > 0);
    assert.ok(left >= -0.01 && right <= width + 0.01 && top >= -0.01 && bottom <= height + 0.01);
    assert.ok(Math.abs(left - (width - right)) < 0.01, 'as much room left as right');
  }
});

test('a large canvas is filled in one direction at least', () => {
  const [left, top, right, bottom] = onScreen(
    [0, 0, 4000, 1000],
    fitted([0, 0, 4000, 1000], 1000, 700),
  );
  assert.ok(right - left > 900 || bottom - top > 600);
});

test('a tiny box is not blown up without limit', () => {
  assert.ok(fitted([0, 0, 1, 1], 1000, 700).zoom <= 4);
});

test("a lecture's camera shows nothing beside its stage, or all of it", () => {
  const held = (x, y, zoom = 1, most = [999, 999]) =>
    keepInside({ zoom, pan: { x, y } }, [10, 10, 310, 110], 200, 150, most).pan;
  assert.deepEqual(held(40, 20), { x: -10, y: 20 }); // wider than the canvas, less high
  assert.deepEqual(held(-140, 90), { x: -110, y: 40 });
  assert.deepEqual(held(-50, -20), { x: -50, y: -10 });
  assert.deepEqual(held(-500, 0, 2), { x: -420, y: -20 });
  assert.deepEqual(held(40, 90, 1, [30, 0]), { x: 10, y: 90 }); // not beyond what it must show
});
