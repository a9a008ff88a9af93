/**
 * Makes the graph's elements again from what a frozen page carries of them (cascade/packing.py):
 * tables by column, and for signals what the figure's own books say.
 */
const LISTS = { signal: 'interactions', pair: 'pairs', cell: 'nodes' };
const books = {
  id: (pathway, id) => id,
  nodes: (pathway, id, name) => pathway.nodes[id][name],
  interactions: (pathway, id, name) => pathway.interactions[id][name],
  facets: (pathway, id, name) => pathway.interactions[id].facets[name][0],
  cards: (pathway, id, name) => pathway.cards[id][name] ?? [],
  pairs: (pathway, id) => pathway.pairs[id],
};

function element(kind, table, at, ids, told, pathway) {
  const id = ids ? ids[table.id[at]] : table.id[at];
  const data = { id, kind };
  const made = { data };
  for (const [name, book] of Object.entries(told)) data[name] = books[book](pathway, id, name);
  for (const [name, column] of Object.entries(table)) {
    const value = column[at];
    if (name === 'id' || value === null) continue;
    if (name === '_x') made.position = { x: value, y: table._y[at] };
    else if (name.startsWith('_') && name !== '_y') made[name.slice(1)] = value;
    else if (name !== '_y') data[name] = value;
  }
  return made;
}

/** @returns {any[]} the elements of the first pathway */
export function unpackElements({ told, tables, runs }, pathway) {
  const done = {}; // how many of a kind have had their turn
  return runs.flatMap(([kind, many]) => {
    const from = done[kind] ?? 0;
    const ids = LISTS[kind] && Object.keys(pathway[LISTS[kind]]);
    done[kind] = from + many;
    return Array.from({ length: many }, (_, at) =>
      element(kind, tables[kind], from + at, ids, told[kind], pathway),
    );
  });
}
