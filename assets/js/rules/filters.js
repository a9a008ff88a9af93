/** What the filters of a view leave out: numbers beside their boxes, and words for chips. Pure. */
import { t } from '../app/i18n.js';
import { idsOf, rowsOf } from './id-table.js';
import { expandNegations, hiddenSets, passesFilters } from './visibility.js';

const YEARS = { before: /* t */ 'from {year}', after: /* t */ 'up to {year}' };
const FEW = 2; // values that a chip names

/**
 * How many arrows each box would bring or leave, by 'facet:value': those that pass all other
 * filters. So no number counts what another filter hides anyway.
 * @param {Pathway} pathway
 * @returns {Map<string, number>}
 */
export function filterCounts(view, pathway) {
  const { facets } = pathway;
  const hidden = [...hiddenSets(view.hide, facets)];
  const counts = new Map();
  for (const interaction of rowsOf(pathway.interactions)) {
    const failed = hidden.filter((part) => !passesFilters(interaction, [part], facets));
    if (failed.length > 1) continue;
    for (const facet of failed.length ? [failed[0][0]] : Object.keys(interaction.facets)) {
      for (const value of interaction.facets[facet] ?? []) {
        const token = `${facet}:${value}`;
        counts.set(token, (counts.get(token) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** 'only: Bone', 'without: recruits, kills', '6 of 10'. */
function words(names, kept, gone) {
  const listed = (ids) => ids.map((id) => names[id]).join(', ');
  if (kept.length === 1) return t('only: {name}', { name: listed(kept) });
  if (gone.length <= FEW) return t('without: {name}', { name: listed(gone) });
  return t('{n} of {of}', { n: kept.length, of: kept.length + gone.length });
}

/**
 * The filters in force, one chip a group: its id, what it does, and all of what it hides.
 * @param {Pathway} pathway
 * @returns {Array<{facet: string, text: string}>}
 */
export function activeFilters(view, pathway) {
  const tokens = expandNegations(view.hide, pathway.facets).map((token) => token.split(':'));
  return [...new Set(tokens.map(([facet]) => facet))].map((facet) => {
    const own = tokens.filter(([name]) => name === facet).map(([, value]) => value);
    if (YEARS[facet]) return { facet, text: t(YEARS[facet], { year: own[0] }) };
    const { values } = pathway.facets[facet];
    const kept = idsOf(values).filter((id) => !own.includes(id));
    return { facet, text: words(values, kept, own) };
  });
}
