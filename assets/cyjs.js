/** The view as Cytoscape.js JSON, which Cytoscape opens as a network. Pure. */
(function (kit) {
  'use strict';

  const curie = ({ pmid, doi }) => (pmid ? `PMID:${pmid}` : doi ? `DOI:${doi}` : '');

  /**
   * @param {object} pathway  a compiled pathway
   * @param {string[]} ids  of the interactions
   * @param {function(string): {data: object, position: ?object, color: string}} element  what is
   *   drawn of a node or an interaction
   * @returns {object} the document, with the names that `cascade export` writes
   */
  function cyjs(pathway, ids, element) {
    const nodes = new Set();
    const edges = ids.map((id) => {
      const { source, target, claim, year, stage } = pathway.interactions[id];
      nodes.add(source).add(target);
      const { data, color } = element(id);
      const { effect, outcome, route, readout, tier, label, mediators, receptors } = data;
      const { summary, references } = pathway.cards[id];
      const papers = references.map((ref) => curie(pathway.references[ref])).filter(Boolean);
      return { data: {
        id, source, target, interaction: effect, name: claim, effect, outcome, route, readout, tier, stage, year,
        label, mediators, receptors, summary, references: papers, color,
      } };
    });
    return {
      format_version: '1.0',
      target_cytoscapejs_version: '~3.28',
      data: { name: pathway.title, lost: 'Not in this file: disputes, notes, panels, bends, drawings.' },
      elements: {
        nodes: [...nodes].map((id) => {
          const { data: { label, cell, lineage, stage, place, organ }, position } = element(id);
          const full_name = pathway.cells[cell].name;
          return { data: { id, name: label, full_name, cell, lineage, stage, place, organ }, position };
        }),
        edges,
      },
    };
  }

  kit.cyjs = cyjs;
})((globalThis.cascadeKit ??= {}));
