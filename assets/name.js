/** What a screen reader calls cells and arrows. Pure. */
(function (kit) {
  'use strict';

  const plural = (n, word) => `${n} ${word}${n === 1 ? '' : 's'}`;

  /** 'Platelet, cell type, in 2 stages, sends 4, receives 2'; `short` is the name as drawn. */
  function cell(id, pathway, short = '') {
    const node = pathway.nodes[id];
    const place = pathway.places[node.place];
    const stages = new Set();
    for (const other of Object.values(pathway.nodes)) if (other.cell === node.cell) stages.add(other.stage);
    const all = Object.values(pathway.interactions);
    const name = pathway.cells[node.cell].name;
    const drawn = short.replace(/\s+/g, ' ');
    return [
      drawn && !name.includes(drawn) ? `${name} (${drawn})` : name,
      ...(place.card ? [place.name] : []),
      'cell type',
      `in ${plural(stages.size, 'stage')}`,
      `sends ${all.filter((i) => i.from === node.cell).length}`,
      `receives ${all.filter((i) => i.to === node.cell).length}`,
    ].join(', ');
  }

  /** 'NK cell kills circulating tumor cell through perforin, arrow, restrains metastasis'. */
  function line(id, pathway) {
    const members = pathway.pairs[id];
    if (members) {
      const { from, to } = pathway.interactions[members[0]];
      return `${pathway.cells[from].name} to ${pathway.cells[to].name}: ${plural(members.length, 'arrow')} drawn as one`;
    }
    const one = pathway.interactions[id];
    const outcome = pathway.facets.outcome?.values[one.facets.outcome[0]] ?? '';
    return [one.claim, 'arrow', ...(outcome ? [outcome.toLowerCase()] : [])].join(', ');
  }

  kit.name = { cell, line, plural };
})((globalThis.cascadeKit ??= {}));
