/**
 * Makes the graph's elements again from what a frozen page carries of them (cascade/packing.py):
 * tables by column, and for signals what the figure's own books say.
 */
(function (kit) {
  'use strict';

  const books = {
    id: (pathway, id) => id,
    interactions: (pathway, id, name) => pathway.interactions[id][name],
    facets: (pathway, id, name) => pathway.interactions[id].facets[name][0],
    cards: (pathway, id, name) => pathway.cards[id][name] ?? [],
  };

  function element(kind, table, at, told, pathway) {
    const id = table.id[at];
    const data = { id, kind };
    const made = { data };
    const known = kind === 'signal' ? Object.entries(told) : [];
    for (const [name, book] of known) data[name] = books[book](pathway, id, name);
    for (const [name, column] of Object.entries(table)) {
      const value = column[at];
      if (name === 'id' || value === null) continue;
      if (name === '_x') made.position = { x: value, y: table._y[at] };
      else if (name.startsWith('_') && name !== '_y') made[name.slice(1)] = value;
      else if (name !== '_y') data[name] = value;
    }
    return made;
  }

  /** @returns {object[]} the elements of the first pathway */
  kit.elements = ({ told, runs }, pathway) =>
    runs.flatMap(([kind, table]) => table.id.map((_, at) => element(kind, table, at, told, pathway)));
})((globalThis.cascadeKit ??= {}));
