'use strict';
const test = require('node:test');
const assert = require('node:assert');

globalThis.cascadeKit ??= {};
require('../../assets/frozen/elements.js');

test('elements come back in their order, with what the books say', () => {
  const packed = {
    told: { effect: 'cards', source: 'interactions' },
    runs: [
      ['panel', { id: ['p'], w: [10], scenery: [null], _x: [1], _y: [2] }],
      ['signal', { id: ['a', 'b'], bend: [0, null], _classes: ['far', null] }],
    ],
  };
  const pathway = {
    interactions: { a: { source: 's' }, b: { source: 't' } },
    cards: { a: { effect: 'kills' }, b: { effect: 'holds' } },
  };
  assert.deepStrictEqual(globalThis.cascadeKit.elements(packed, pathway), [
    { data: { id: 'p', kind: 'panel', w: 10 }, position: { x: 1, y: 2 } },
    { data: { id: 'a', kind: 'signal', effect: 'kills', source: 's', bend: 0 }, classes: 'far' },
    { data: { id: 'b', kind: 'signal', effect: 'holds', source: 't' } },
  ]);
});
