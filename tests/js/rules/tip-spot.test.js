import assert from 'node:assert/strict';
import test from 'node:test';
import { tipSpot } from '../../../assets/js/rules/tip-spot.js';
import { seeded } from '../support.js';

const ROOM = { w: 1000, h: 600 };
const SIZE = { w: 160, h: 30 };
const at = (x, y, half = 20) => ({ x1: x - half, y1: y - half, x2: x + half, y2: y + half });
const meets = (a, b) => a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
const boxed = ({ left, top }) => ({ x1: left, y1: top, x2: left + SIZE.w, y2: top + SIZE.h });

test('words stand above a thing, below it at the upper edge, and always inside', () => {
  assert.deepEqual(tipSpot(SIZE, at(500, 300), [], ROOM), { left: 420, top: 240 });
  assert.ok(tipSpot(SIZE, at(500, 20), [], ROOM).top > 40);
  for (const [x, y] of [[0, 0], [1000, 0], [0, 600], [1000, 600]]) {
    const box = boxed(tipSpot(SIZE, at(x, y), [], ROOM));
    assert.ok(box.x1 >= 4 && box.y1 >= 4 && box.x2 <= 996 && box.y2 <= 596);
    assert.ok(!meets(box, at(x, y)));
  }
}); // prettier-ignore

test('words go around neighbors', () => {
  const above = at(500, 245);
  assert.ok(!meets(boxed(tipSpot(SIZE, at(500, 300), [above], ROOM)), above));
});

test('words cover nothing where there is any room', () => {
  const random = seeded(7);
  for (let turn = 0; turn < 50; turn += 1) {
    const cells = Array.from({ length: 12 }, () => at(random() * 1000, random() * 600));
    const box = boxed(tipSpot(SIZE, cells[0], cells, ROOM));
    assert.deepEqual(
      cells.filter((cell) => meets(box, cell)),
      [],
    );
  }
});
