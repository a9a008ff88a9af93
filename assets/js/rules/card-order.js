/** In what order a card lists its arrows, and which of them the view does not draw. Pure. */
import { t } from '../app/i18n.js';
import { hiddenSets, passesFilters } from './visibility.js';

const first = new WeakMap(); // where an item stood at first

/** The items that belong to the stage in view before the others, each part in its first order. */
export function stageFirst(items, stageOf, stage) {
  items.forEach((item, nth) => {
    if (!first.has(item)) first.set(item, nth);
  });
  const rank = (item) => (stage && stageOf(item) === stage ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b) || first.get(a) - first.get(b));
}

/** The id of the line that draws an arrow in what is `seen`, alone or with others; '' for none. */
export const lineOf = (id, { lines, merged }) =>
  lines.get(id) === 'hidden' ? (merged.get(id) ?? '') : id;

/**
 * Why an arrow of a card is not in the picture; '' where it is.
 * @param {Pathway} pathway
 */
export function absence(id, view, pathway, seen) {
  if (view.lecture || lineOf(id, seen)) return '';
  const { facets } = pathway;
  const passes = passesFilters(pathway.interactions[id], hiddenSets(view.hide, facets), facets);
  return passes ? t('not drawn at this level of detail') : t('hidden by a filter');
}
