/** Where keys lead in the diagram, and what the text version and its file say. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { shiftIntoSight } from '../../../assets/js/access/focus.js';
import { cellName, lineName } from '../../../assets/js/rules/accessible-names.js';
import { toCsv } from '../../../assets/js/rules/delimited-text.js';
import {
  around,
  beside,
  nearest,
  stepAlong as step,
  successorOf as instead,
  touching,
} from '../../../assets/js/rules/keyboard-graph.js';
import { outlineTree } from '../../../assets/js/text-view/outline.js';
import { sortRows } from '../../../assets/js/text-view/table.js';
import { figure, seeded } from '../support.js';

const small = figure.pathways.small;
const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

const GRID = [];
for (let x = 0; x < 4; x += 1)
  for (let y = 0; y < 3; y += 1) GRID.push({ id: `${x}${y}`, x: x * 100, y: y * 80 });
const spot = (id) => GRID.find((s) => s.id === id);

test('an arrow key goes to the neighbor in its direction, and nowhere at the edge', () => {
  assert.equal(nearest(spot('11'), 'ArrowRight', GRID).id, '21');
  assert.equal(nearest(spot('11'), 'ArrowLeft', GRID).id, '01');
  assert.equal(nearest(spot('11'), 'ArrowUp', GRID).id, '10');
  assert.equal(nearest(spot('11'), 'ArrowDown', GRID).id, '12');
  assert.equal(nearest(spot('00'), 'ArrowLeft', GRID), null);
  assert.equal(nearest(spot('00'), 'ArrowUp', GRID), null);
});

test('what lies ahead wins over what is nearer but to the side', () => {
  const spots = [
    { id: 'ahead', x: 300, y: 20 },
    { id: 'aside', x: 20, y: 90 },
  ];
  assert.equal(nearest({ id: 'me', x: 0, y: 0 }, 'ArrowRight', spots).id, 'ahead');
});

test('a key never leads against its direction or to itself, and what lies there is found', () => {
  const random = seeded(11);
  for (let round = 0; round < 300; round += 1) {
    const spots = Array.from({ length: 12 }, (_, i) => ({
      id: `${i}`,
      x: random() * 900,
      y: random() * 600,
    }));
    for (const from of spots) {
      for (const key of KEYS) {
        const to = nearest(from, key, spots);
        const [axis, sign] = {
          ArrowLeft: ['x', -1],
          ArrowRight: ['x', 1],
          ArrowUp: ['y', -1],
          ArrowDown: ['y', 1],
        }[key];
        const ahead = spots.filter((s) => sign * (s[axis] - from[axis]) >= 4);
        if (to) assert.ok(sign * (to[axis] - from[axis]) >= 4);
        else assert.equal(ahead.length, 0);
      }
    }
  }
});

test('a list is walked around its ends', () => {
  const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  assert.equal(around(list, 'c', 1).id, 'a');
  assert.equal(around(list, 'a', -1).id, 'c');
  assert.equal(around(list, 'none', 1).id, 'a');
  assert.equal(around(list, 'none', -1).id, 'c');
  assert.equal(around([], 'a', 1), null);
});

const LINES = Object.entries(small.interactions).map(([id, i]) => ({
  id,
  source: i.source,
  target: i.target,
}));

test('along the signal: cell, arrow, receiver; against it: cell, arrow, sender', () => {
  const first = step({ id: 'home/tam' }, 'out', LINES);
  assert.equal(first, 'a');
  const line = LINES.find((l) => l.id === first);
  assert.equal(step({ id: first, line }, 'out', LINES), 'home/tumor');
  assert.equal(step({ id: first, line }, 'in', LINES), 'home/tam');
  assert.equal(step({ id: 'home/nk' }, 'in', LINES), 'd');
  assert.equal(step({ id: 'bone/stem' }, 'in', LINES), null);
});

test('a second try takes the next arrow, and all come round', () => {
  const seen = [];
  let last = '';
  for (let i = 0; i < 4; i += 1) {
    last = step({ id: 'home/tam' }, 'out', LINES, last);
    seen.push(last);
  }
  assert.deepEqual(seen, ['a', 'b', 'c', 'a']);
});

test('arrow keys on an arrow visit all arrows of the cell it was entered from', () => {
  const at = (id) => LINES.find((l) => l.id === id);
  assert.equal(beside(at('a'), 'ArrowRight', 'out', LINES), 'b');
  assert.equal(beside(at('a'), 'ArrowUp', 'out', LINES), 'c');
  const into = touching(LINES, 'home/tumor', 'in').map((l) => l.id);
  const walked = [into[0]];
  while (walked.length < into.length)
    walked.push(beside(at(walked.at(-1)), 'ArrowDown', 'in', LINES));
  assert.deepEqual([...walked].sort(), [...into].sort());
});

test('the focus of a line that vanishes goes to what stands for it', () => {
  const drawn =
    (...ids) =>
    (id) =>
      ids.includes(id);
  assert.equal(
    instead('a', small, drawn('home--tam--tumor--promotes', 'home/tam')),
    'home--tam--tumor--promotes',
  );
  assert.equal(instead('home--tam--tumor--promotes', small, drawn('b', 'home/tam')), 'b');
  assert.equal(instead('e', small, drawn('home/nk')), 'home/nk');
  assert.equal(instead('e', small, drawn()), null);
});

test('cells and arrows have a name that says what they are', () => {
  assert.equal(
    cellName('home/nk', small, 'NK cell'),
    'NK cell, cell type, in 1 stage, sends 1, receives 1',
  );
  assert.equal(
    cellName('bone/tumor', small, 'DTC'),
    'Tumor cell (DTC), Bone, cell type, in 2 stages, sends 3, receives 4',
  );
  assert.equal(lineName('e', small), 'nk kills tumor, arrow, restrains');
  assert.equal(
    lineName('bone--tumor--osteoclast--promotes', small),
    'Tumor cell to Osteoclast: 2 arrows drawn as one',
  );
});

test('the camera moves no more than it must, and shows the start of what is too large', () => {
  const free = { left: 0, top: 0, right: 100, bottom: 80 };
  const box = (left, top, right, bottom) => shiftIntoSight({ left, top, right, bottom }, free);
  assert.deepEqual(box(10, 10, 20, 20), { x: 0, y: 0 });
  assert.deepEqual(box(-30, 10, -10, 20), { x: 30, y: 0 });
  assert.deepEqual(box(90, 70, 120, 90), { x: -20, y: -10 });
  assert.deepEqual(box(20, 10, 320, 20), { x: -20, y: 0 });
});

test('a sorted table keeps ties in order, counts numbers as numbers and puts blanks last', () => {
  const rows = [
    { id: 1, v: '10' },
    { id: 2, v: '9' },
    { id: 3, v: '' },
    { id: 4, v: '9' },
  ];
  const ids = (order) => sortRows(rows, order).map((r) => r.id);
  assert.deepEqual(ids({ column: '', down: false }), [1, 2, 3, 4]);
  assert.deepEqual(ids({ column: 'v', down: false }), [2, 4, 1, 3]);
  assert.deepEqual(ids({ column: 'v', down: true }), [1, 2, 4, 3]);
});

test('the file quotes what needs it and runs no formula', () => {
  const columns = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B, b' },
  ];
  const text = toCsv(columns, [
    { a: 'say "no"', b: '=1+1' },
    { a: 'β', b: 'two\nlines' },
    { a: '' },
  ]);
  assert.equal(text, '\ufeffA,"B, b"\r\n"say ""no""",\'=1+1\r\nβ,"two\nlines"\r\n,\r\n');
});

test('the outline holds every shown interaction under both its cells, and only those', () => {
  const shown = ['a', 'e', 'f'];
  const [home, settling] = outlineTree(shown, small);
  assert.deepEqual([home.arrows, settling.arrows], [2, 1]);
  assert.deepEqual(home.cells, [
    { id: 'tam', ids: ['a'] },
    { id: 'tumor', ids: ['a', 'e'] },
    { id: 'nk', ids: ['e'] },
  ]);
  assert.deepEqual(
    settling.cells.map((c) => c.id),
    ['tumor', 'osteoclast'],
  );
});
