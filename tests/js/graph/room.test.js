import assert from 'node:assert/strict';
import test from 'node:test';
import { drawWithRoom } from '../../../assets/js/graph/cytoscape-internals.js';

function begin() {
  const drawn = [];
  const renderer = { render: (options) => drawn.push(options) };
  const room = { is: true, waiting: [] };
  const whenSized = (act) => (room.is ? act() : room.waiting.push(act));
  const over = new AbortController();
  drawWithRoom({ renderer: () => renderer }, whenSized, over.signal);
  return { drawn, renderer, room, over };
}

test('with room it draws at once, each time', () => {
  const { drawn, renderer } = begin();
  renderer.render('a');
  renderer.render('b');
  assert.deepEqual(drawn, ['a', 'b']);
});

test('without room it draws once, when there is some, and goes on as before', () => {
  const { drawn, renderer, room } = begin();
  room.is = false;
  renderer.render('a');
  renderer.render('b');
  assert.deepEqual(drawn, []);
  assert.equal(room.waiting.length, 1);
  room.is = true;
  room.waiting.pop()();
  renderer.render('c');
  assert.deepEqual(drawn, ['a', 'c']);
});

test('the renderer has its own way of drawing back at the end', () => {
  const { drawn, renderer, room, over } = begin();
  over.abort();
  room.is = false;
  renderer.render('a');
  assert.deepEqual(drawn, ['a']);
});
