/** Search over cells, molecules, arrows and papers. Pure: the index is made in Python. */
const GREEK = { α: 'a', β: 'b', γ: 'g', δ: 'd', κ: 'k', φ: 'phi', ω: 'o' };

/** Folds case, accents, Greek letters, dashes and spaces: TGF-β1 = tgfb1 = TGF b1. */
export function foldName(text) {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[αβγδκφω]/g, (c) => GREEK[c])
    .replace(/[^a-z0-9+]/g, '');
}

/**
 * @param {Array<{kind: string, id: string, name: string, also: string[]}>} index
 * @returns the best hits, best first: exact before prefix before within; `via` names the
 *   synonym that matched
 */
export function findMatches(text, index, most = 12) {
  const wanted = foldName(text);
  if (!wanted) return [];
  const hits = [];
  for (const entry of index) {
    let best = null;
    for (const [place, word] of [entry.name, ...entry.also].entries()) {
      const folded = foldName(word);
      const at = folded.indexOf(wanted);
      if (at < 0) continue;
      const exact = folded === wanted ? 0 : at === 0 ? 1 : wanted.length > 2 ? 2 : 9;
      const score = exact * 10 + WEIGHT[entry.kind] + (place ? 0.5 : 0) + folded.length / 1000;
      if (exact < 9 && (!best || score < best.score)) {
        best = { ...entry, score, via: place ? word : '' };
      }
    }
    if (best) hits.push(best);
  }
  return hits.sort((a, b) => a.score - b.score || a.name.localeCompare(b.name)).slice(0, most);
}

const WEIGHT = { cell: 0, molecule: 1, stage: 2, organ: 2, reference: 3 };

const text = (element) => element.textContent.trim();

/** Rows {kind, id, name, also} of a pathway, for `find`. */
function contents(id, pathway) {
  const root = document.querySelector(`[data-cards="${id}"]`);
  const rows = [];
  for (const card of root.querySelectorAll('article[data-cell]')) {
    const { cell, short } = card.dataset;
    const also = [...card.querySelectorAll('.also span')].map(text);
    rows.push({ kind: 'cell', id: cell, name: text(card.querySelector('h2')), also: [short, ...also] });
  }
  const named = new Set(Object.values(pathway.interactions).flatMap((one) => one.words));
  for (const word of named) {
    const molecule = pathway.molecules[word];
    if (molecule) {
      rows.push({ kind: 'molecule', id: word, name: molecule.name, also: [word, ...(molecule.synonyms ?? [])] });
      continue;
    }
    const { first_author: author, year, title, unconfirmed, doi, pmid, pmcid } = pathway.references[word];
    const ids = [doi, pmid, pmcid].filter(Boolean);
    rows.push({ kind: 'reference', id: word, name: `${author} ${year}`, unsure: Boolean(unconfirmed), also: [title, ...ids] });
  }
  for (const { id: stage, name } of pathway.stages) rows.push({ kind: 'stage', id: stage, name, also: [] });
  for (const organ of pathway.organs) {
    rows.push({ kind: 'organ', id: organ, name: pathway.facets.organ.values[organ] ?? organ, also: [] });
  }
  return rows;
}

const made = new WeakMap();

/** The same, made once a pathway, at the first search. */
export function searchIndex(id, pathway) {
  if (!made.has(pathway)) made.set(pathway, contents(id, pathway));
  return made.get(pathway);
}
