import test from 'node:test';
import assert from 'node:assert/strict';
import { fitBox } from '../../../assets/js/graph/camera.js';
import {
  chosenIds,
  keptPan,
  litIds,
  nearCamera,
  revealCamera,
  zoomBounds,
} from '../../../assets/js/graph/flight.js';
import { startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { figure, seeded } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);
const [W, H] = [1000, 700];
const whole = [0, 0, 2400, 1500];

test('what is chosen stands in the canvas after the flight, never closer than its stage', () => {
  const random = seeded(5);
  let flights = 0;
  for (let i = 0; i < 500; i += 1) {
    const [x, y] = [random() * 2000, random() * 1200];
    const box = [x, y, x + 40 + random() * 500, y + 40 + random() * 400];
    const own = 0.5 + random();
    const now = { zoom: 0.1 + random() * 3, pan: { x: -random() * 3000, y: -random() * 2000 } };
    const target = revealCamera(box, now, W, H, own);
    const { zoom, pan } = target ?? now;
    const spots = [box[0], box[2]].map((at) => at * zoom + pan.x);
    const lines = [box[1], box[3]].map((at) => at * zoom + pan.y);
    assert.ok(spots[0] >= -1 && spots[1] <= W + 1 && lines[0] >= -1 && lines[1] <= H + 1);
    if (!target) continue;
    flights += 1;
    assert.ok(zoom <= Math.max(own, Math.min(now.zoom, fitBox(box, W, H).zoom)) + 1e-9);
    assert.equal(revealCamera(box, target, W, H, own), null, 'there it stays');
  }
  assert.ok(flights > 100);
});

test('what is in sight and large enough moves no camera', () => {
  assert.equal(revealCamera([100, 100, 300, 200], fitBox(whole, W, H), W, H, 0.8), null);
  const phone = fitBox(whole, 390, 300);
  assert.ok(revealCamera([100, 100, 300, 200], phone, 390, 300, 0.8).zoom > phone.zoom);
});

test('where a sheet leaves little room, what was chosen comes so near that its names can be read', () => {
  const box = [1200, 800, 1500, 1100];
  const far = fitBox(whole, 768, 400);
  const near = nearCamera(box, far, 768, 400);
  assert.ok(near.zoom * 26 >= 12 && near.zoom > far.zoom);
  const [left, right] = [box[0], box[2]].map((x) => x * near.zoom + near.pan.x);
  const [top, bottom] = [box[1], box[3]].map((y) => y * near.zoom + near.pan.y);
  assert.ok(left >= 0 && right <= 768 && top >= 0 && bottom <= 400);
  assert.equal(nearCamera(box, near, 768, 400), null, 'there it stays');
  assert.equal(nearCamera(whole, far, 768, 400), null, 'the whole comes no nearer');
  const { lines, nodes } = visibility({ ...begin, focus: 'tumor' }, small);
  const lit = litIds({ lines, nodes });
  assert.ok(lit.includes('home/tumor') && lit.some((id) => lines.has(id)));
});

test('the whole is the farthest, and the closest lies beyond every view', () => {
  const { least, most } = zoomBounds(small, W, H);
  assert.equal(least, fitBox(small.box, W, H).zoom);
  assert.ok(most > fitBox(small.frames.settling.bone, W, H).zoom && most < Infinity);
});

test('a pan keeps the middle of the canvas on the figure, and else changes nothing', () => {
  const lost = keptPan(whole, { zoom: 1, pan: { x: 9999, y: -9999 } }, W, H);
  assert.deepEqual(lost, { x: W / 2, y: H / 2 - whole[3] });
  const pan = { x: -300, y: -200 };
  assert.deepEqual(keptPan(whole, { zoom: 1, pan }, W, H), pan);
});

const chosen = (partial) => {
  const view = { ...begin, ...partial };
  return chosenIds(view, visibility(view, small), small);
};

test('an arrow comes with both its cells, and these alone glow', () => {
  const view = { ...begin, edge: 'e' };
  const { source, target } = small.interactions.e;
  assert.deepEqual(chosen(view).all, ['e', source, target]);
  const { nodes } = visibility(view, small);
  const glowing = [...nodes].filter(([, word]) => word.includes('focus')).map(([id]) => id);
  assert.deepEqual(glowing.sort(), [source, target].sort());
});

test('of a cell that stands in several places the one in view comes first', () => {
  assert.equal(chosen({ focus: 'tumor', stage: 'settling' }).any[0], 'bone/tumor');
  assert.equal(chosen({ focus: 'tumor', stage: 'home' }).any[0], 'home/tumor');
  assert.ok(chosen({ q: 'EGF' }).any.length > 0);
  assert.deepEqual(chosen({}), { any: [] });
});
