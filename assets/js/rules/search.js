/** Search over cells, molecules, arrows and papers. Pure. */
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
