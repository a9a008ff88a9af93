/** What tells arrows apart that say the same: where they act, else what is known of them. Pure. */
import { several } from './table-rows.js';

/**
 * What differs, by id, for those of a list whose claim another one has, too.
 * @param {string[]} ids
 * @param {Pathway} pathway
 * @returns {Map<string, string>}
 */
export function differences(ids, pathway) {
  const facts = [
    (id) => pathway.cards[id].where,
    (id) => pathway.cards[id].to_state ?? '',
    (id) =>
      (pathway.cards[id].receptors ?? [])
        .map((symbol) => pathway.molecules[symbol].name)
        .join(', '),
    (id) => several(pathway.interactions[id], 'substage', pathway),
    (id) => several(pathway.interactions[id], 'readout', pathway),
    (id) => String(pathway.interactions[id].year),
  ];
  const byClaim = new Map();
  for (const id of new Set(ids)) {
    const { claim } = pathway.interactions[id];
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), id]);
  }
  const apartBy = new Map();
  for (const same of byClaim.values()) {
    if (same.length < 2) continue;
    const apart = (fact) => new Set(same.map(fact)).size;
    const best = facts.reduce((fact, other) => (apart(other) > apart(fact) ? other : fact));
    if (apart(best) > 1) for (const id of same) apartBy.set(id, best(id));
  }
  return apartBy;
}
