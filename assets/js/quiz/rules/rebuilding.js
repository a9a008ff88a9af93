/**
 * Rebuilding a stage: some of its arrows are taken out, and what the reader sets in their place is
 * compared with them, arrow by arrow. Pure.
 */
import { entriesOf } from '../../rules/id-table.js';
import { numbersFrom, shuffled } from './quiz-round.js';

export const MOST = 4;
export const PREFIX = 'rebuild:';

/** The arrows that are taken out, by a seed: no two from the same cell to the same other. */
export function takenOut(ids, seed, pathway) {
  const ends = new Set();
  const some = [];
  for (const id of shuffled(ids, numbersFrom(seed))) {
    const { source, target } = pathway.interactions[id];
    const key = `${source} ${target}`;
    if (some.length === MOST || ends.has(key)) continue;
    ends.add(key);
    some.push(id);
  }
  return some;
}

/** The effects among which a reader chooses: all that the pathway's arrows have. */
export const headsOf = (pathway) => Object.keys(pathway.facets.effect.values);

/**
 * What became of an arrow, as the reader set it: two cells of the figure, and an effect.
 * @returns {'right'|'head'|'turned'|'sender'|'receiver'|'elsewhere'|'wrong'|'empty'}
 * @param {Pathway} pathway
 */
export function compare(id, from, to, head, pathway) {
  const { source, target, facets } = pathway.interactions[id];
  if (!from || !to) return 'empty';
  if (from === source && to === target) return facets.effect.includes(head) ? 'right' : 'head';
  if (from === target && to === source) return 'turned';
  if (from === source) return 'receiver';
  if (to === target) return 'sender';
  return trueElsewhere(from, to, pathway).length ? 'elsewhere' : 'wrong';
}

/**
 * Arrows of the figure between the cell types that the reader joined.
 * @param {Pathway} pathway
 */
export function trueElsewhere(from, to, pathway) {
  const [sender, receiver] = [pathway.nodes[from]?.cell, pathway.nodes[to]?.cell];
  return entriesOf(pathway.interactions)
    .filter(([, one]) => one.from === sender && one.to === receiver)
    .map(([id]) => id);
}
