'use strict';
/** Arranging: the grid of the files, and moves with their undo. */
const test = require('node:test');
const assert = require('node:assert/strict');
const { kit, frozen, seeded } = require('./kit.js');
for (const name of ['grid', 'moves']) require(`../../assets/authoring/${name}.js`);

const grid = { x: 100, y: 50, dx: 40, dy: 80, columns: 4, rows: 3 };

test('every place of the files comes back from its point', () => {
  for (let column = 0; column < 40; column += 1) {
    for (let row = 0; row < 30; row += 1) {
      const place = [column / 10, row / 10];
      assert.deepEqual(kit.grid.toPlace(kit.grid.toPoint(place, grid), grid), place);
    }
  }
});

test('a point between places goes to the nearest, and none leaves the grid', () => {
  assert.deepEqual(kit.grid.toPlace({ x: 141, y: 93 }, grid), [1, 0.5]);
  assert.deepEqual(kit.grid.toPlace({ x: -900, y: 9999 }, grid), [0, 2.9]);
});

test('moves are told from what is saved, and undo takes them back one by one', () => {
  const { start, move, undo, unsaved, placeOf } = kit.moves;
  const first = frozen(start({ a: [0, 0], b: [1, 1] }));
  const moved = frozen(move(move(first, 'a', [1, 0]), 'a', [2, 0]));
  assert.equal(unsaved(moved), 1);
  assert.deepEqual(placeOf(moved, 'a'), [2, 0]);
  assert.equal(move(moved, 'a', [2, 0]), moved);
  assert.deepEqual(undo(moved).at, { a: [1, 0] });
  assert.equal(unsaved(undo(undo(moved))), 0);
  assert.equal(undo(first), first);
  assert.equal(unsaved(move(moved, 'a', [0, 0])), 0);
});

test('a saved move can be undone; that is a move to save again', () => {
  const { start, undo, unsaved } = kit.moves;
  const saved = start({ a: [2, 0] }, [{ node: 'a', from: [0, 0] }, { node: 'gone', from: [0, 0] }]);
  const back = undo(saved);
  assert.deepEqual(back.at, { a: [0, 0] });
  assert.equal(unsaved(undo(back)), 1);
});

test('undoing everything always leads back', () => {
  const dice = seeded(3);
  let moves = kit.moves.start({ a: [0, 0], b: [1, 1], c: [2, 2] });
  for (let n = 0; n < 200; n += 1) moves = kit.moves.move(moves, 'abc'[Math.floor(dice() * 3)], [Math.floor(dice() * 4), 0]);
  while (moves.undo.length) moves = kit.moves.undo(moves);
  assert.deepEqual(moves.at, {});
});
