/** The search index: cells from the cards of the page, molecules and papers from the figure. */
import { rowsOf } from '../rules/id-table.js';
const text = (element) => element.textContent.trim();

/** Rows {kind, id, name, also} of a pathway, for `find`. */
function contents(id, pathway) {
  const root = document.querySelector(`[data-cards="${id}"]`);
  const rows = [];
  for (const card of root.querySelectorAll('article[data-cell]')) {
    const { cell, short } = card.dataset;
    const also = [...card.querySelectorAll('.also span')].map(text);
    rows.push({
      kind: 'cell',
      id: cell,
      name: text(card.querySelector('h2')),
      also: [short, ...also],
    });
  }
  const named = new Set(rowsOf(pathway.interactions).flatMap((one) => one.words));
  for (const word of named) {
    const molecule = pathway.molecules[word];
    if (molecule) {
      rows.push({
        kind: 'molecule',
        id: word,
        name: molecule.name,
        also: [word, ...(molecule.synonyms ?? [])],
      });
      continue;
    }
    const {
      first_author: author,
      year,
      title,
      unconfirmed,
      doi,
      pmid,
      pmcid,
    } = pathway.references[word];
    const ids = [doi, pmid, pmcid].filter(Boolean);
    rows.push({
      kind: 'reference',
      id: word,
      name: `${author} ${year}`,
      unsure: Boolean(unconfirmed),
      also: [title, ...ids],
    });
  }
  for (const { id: stage, name } of pathway.stages)
    rows.push({ kind: 'stage', id: stage, name, also: [] });
  for (const organ of pathway.organs) {
    rows.push({
      kind: 'organ',
      id: organ,
      name: pathway.facets.organ.values[organ] ?? organ,
      also: [],
    });
  }
  return rows;
}

const made = new WeakMap();

/** The same, made once a pathway, at the first search. */
export function searchIndex(id, pathway) {
  if (!made.has(pathway)) made.set(pathway, contents(id, pathway));
  return made.get(pathway);
}
