/** The search index, read from the cards that Python wrote: one place for each name. */
(function (kit) {
  'use strict';

  const text = (element) => element.textContent.trim();

  /** Rows {kind, id, name, also} of a pathway, for `find`. */
  function contents(id, pathway) {
    const root = document.querySelector(`[data-cards="${id}"]`);
    const rows = [];
    for (const card of root.querySelectorAll('article[data-cell], article[data-mention]')) {
      const name = text(card.querySelector('h2'));
      const also = [...card.querySelectorAll('.also span')].map(text);
      const { cell, mention, kind, short } = card.dataset;
      if (cell) rows.push({ kind: 'cell', id: cell, name, also: [short, ...also] });
      else if (kind === 'molecule') rows.push({ kind, id: mention, name, also: [mention, ...also] });
      else {
        const links = [...card.querySelectorAll('.ids a')].map((a) => a.href.replace(/\/$/, ''));
        const ids = links.map((href) => href.replace(/^https:\/\/(doi\.org|pubmed\.[a-z.]+|[a-z.]+\/articles)\//, ''));
        const unsure = 'unsure' in card.dataset;
        rows.push({ kind, id: mention, name, unsure, also: [text(card.querySelector('.title')), ...ids] });
      }
    }
    for (const { id: stage, name } of pathway.stages) rows.push({ kind: 'stage', id: stage, name, also: [] });
    for (const organ of pathway.organs) {
      rows.push({ kind: 'organ', id: organ, name: pathway.facets.organ.values[organ] ?? organ, also: [] });
    }
    return rows;
  }

  const made = new Map();

  /** The same, made once a pathway, at the first search. */
  kit.contents = (id, pathway) => {
    if (!made.has(id)) made.set(id, contents(id, pathway));
    return made.get(id);
  };
})((globalThis.cascadeKit ??= {}));
