/** What the view shows, as a file: table, data or network. */
(function (kit) {
  'use strict';

  /**
   * Ids of the interactions that the view shows, for table and files. A chosen arrow takes no other
   * away, so that a reader keeps the place.
   */
  function shown(view, pathway, seen = kit.visible.visible(view, pathway)) {
    const whole = view.edge ? kit.visible.visible({ ...view, edge: '' }, pathway).shown : [];
    return [...new Set([...whole, ...seen.shown])];
  }

  const listed = (row, key) => row.papers.map((paper) => paper[key]).filter(Boolean).join('; ');

  const make = {
    csv: (rows) => kit.csv([...kit.columns.map(({ id, name }) => ({ id, name: kit.t(name) })), { id: 'pmids', name: 'PubMed' }, { id: 'dois', name: 'DOI' }, { id: 'id', name: 'Id' }],
      rows.map((row) => ({ ...row, pmids: listed(row, 'pmid'), dois: listed(row, 'doi') }))),

    json: (rows, view, pathway) => JSON.stringify({
      title: pathway.title,
      view: { stage: view.stage, organ: view.organ, focus: view.focus, hide: view.hide },
      interactions: rows.map(({ papers, ...row }) => {
        const { from, to, place, facets } = pathway.interactions[row.id];
        return { ...row, from, to, place, facets, ...pathway.cards[row.id] };
      }),
      references: Object.fromEntries(rows.flatMap(({ id }) => pathway.cards[id].references)
        .map((ref) => [ref, pathway.references[ref]])),
    }, null, 1),

    cyjs: (rows, view, pathway, cy) => JSON.stringify(kit.cyjs(pathway, rows.map((row) => row.id), (id) => {
      const one = cy.getElementById(id);
      return { data: one.data(), position: one.isNode() ? { ...one.position() } : null, color: one.isEdge() ? one.style('line-color') : '' };
    }), null, 1),
  };

  const types = { csv: 'text/csv;charset=utf-8', json: 'application/json', cyjs: 'application/json' };

  /** Hands out the view as `csv`, `json` or `cyjs`; `rows` are facts in the order wanted. */
  function download(kind, view, data, cy, rows) {
    const pathway = data.pathways[view.pathway];
    rows ??= shown(view, pathway).map((id) => kit.facts(id, pathway));
    const name = [view.pathway, view.stage, view.organ, view.focus, kind === 'csv' ? 'table' : ''].filter(Boolean).join('-');
    kit.save(new Blob([make[kind](rows, view, pathway, cy)], { type: types[kind] }), `${name}.${kind}`);
    kit.say.say(kit.t(kind === 'csv' ? /* t */ 'Table of {rows} downloaded.' : /* t */ 'File of {rows} downloaded.', { rows: kit.name.plural(rows.length, 'interaction') }));
  }

  kit.download = download;
  kit.shown = shown;
})((globalThis.cascadeKit ??= {}));
