/** Arranging: the grid of the files, and moves with their undo. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { toPlace, toPoint } from '../../../assets/js/authoring/grid-snap.js';
import {
  moveCell as move,
  moveCell,
  placeOf,
  startMoves as start,
  startMoves,
  undoMove as undo,
  undoMove,
  unsavedMoves as unsaved,
} from '../../../assets/js/authoring/move-history.js';
import { frozen, seeded } from '../support.js';

const grid = { x: 100, y: 50, dx: 40, dy: 80, columns: 4, rows: 3 };

test('every place of the files comes back from its point', () => {
  for (let column = 0; column < 40; column += 1) {
    for (let row = 0; row < 30; row += 1) {
      const place = [column / 10, row / 10];
      assert.deepEqual(toPlace(toPoint(place, grid), grid), place);
    }
  }
});

test('a point between places goes to the nearest, and none leaves the grid', () => {
  assert.deepEqual(toPlace({ x: 141, y: 93 }, grid), [1, 0.5]);
  assert.deepEqual(toPlace({ x: -900, y: 9999 }, grid), [0, 2.9]);
});

test('moves are told from what is saved, and undo takes them back one by one', () => {
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
  const saved = start({ a: [2, 0] }, [
    { node: 'a', from: [0, 0] },
    { node: 'gone', from: [0, 0] },
  ]);
  const back = undo(saved);
  assert.deepEqual(back.at, { a: [0, 0] });
  assert.equal(unsaved(undo(back)), 1);
});

test('undoing everything always leads back', () => {
  const dice = seeded(3);
  let moves = startMoves({ a: [0, 0], b: [1, 1], c: [2, 2] });
  for (let n = 0; n < 200; n += 1)
    moves = moveCell(moves, 'abc'[Math.floor(dice() * 3)], [Math.floor(dice() * 4), 0]);
  while (moves.undo.length) moves = undoMove(moves);
  assert.deepEqual(moves.at, {});
});
