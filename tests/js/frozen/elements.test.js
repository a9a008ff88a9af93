import test from 'node:test';
import assert from 'node:assert';
import { unpackElements } from '../../../assets/js/frozen/elements.js';

test('elements come back in their order, with what the books say', () => {
  const packed = {
    told: { panel: {}, signal: { effect: 'cards', source: 'interactions' } },
    tables: {
      panel: { id: ['p', 'q'], w: [10, 20], scenery: [null, 'lung'], _x: [1, 3], _y: [2, 4] },
      signal: { id: [1, 0], bend: [0, null], _classes: ['far', null] },
    },
    runs: [
      ['panel', 1],
      ['signal', 2],
      ['panel', 1],
    ],
  };
  const pathway = {
    interactions: { b: { source: 't' }, a: { source: 's' } },
    cards: { a: { effect: 'kills' }, b: { effect: 'holds' } },
  };
  assert.deepStrictEqual(unpackElements(packed, pathway), [
    { data: { id: 'p', kind: 'panel', w: 10 }, position: { x: 1, y: 2 } },
    { data: { id: 'a', kind: 'signal', effect: 'kills', source: 's', bend: 0 }, classes: 'far' },
    { data: { id: 'b', kind: 'signal', effect: 'holds', source: 't' } },
    { data: { id: 'q', kind: 'panel', w: 20, scenery: 'lung' }, position: { x: 3, y: 4 } },
  ]);
});
