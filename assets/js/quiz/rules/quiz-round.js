/**
 * Which questions a round asks, and in what order their options stand: from a seed alone, so that a
 * link gives the same round again. Pure.
 *
 * tests/quiz-rounds.json holds it and cascade/quiz/round.py together.
 */
export const COUNT = 10;
/** What a kind of question says of its arrows: who and by what, also to what effect, else all. */
const SAYS = { cell: 0, end: 0, molecule: 0, effect: 1 };

/** Numbers from 0 to 1 by a seed (mulberry32). */
export function numbersFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The list in another order, by Fisher and Yates. */
export function shuffled(list, random) {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}

/**
 * Some of a list, no arrow in two of them; only where that leaves too few, it comes again in a
 * question that says more of it than the one before asked.
 */
function apart(list, count) {
  const chosen = new Set();
  const weights = new Map(); // by arrow
  for (const again of [false, true]) {
    for (const item of list) {
      const says = SAYS[item.kind] ?? 2;
      const before = item.arrows.filter((id) => weights.has(id));
      const fits = before.every((id) => again && says > weights.get(id));
      if (chosen.size === count || chosen.has(item) || !fits) continue;
      chosen.add(item);
      for (const id of item.arrows) weights.set(id, says);
    }
  }
  return [...chosen];
}

/**
 * The items of a round, each with the `order` of its options.
 * @param {any[]} pool  the items that may be asked
 * @param {boolean} listed  whether they were asked for one by one, so that all of them come
 */
export function roundOf(pool, seed, count = COUNT, listed = false) {
  const random = numbersFrom(seed);
  const mixed = shuffled(pool, random);
  return (listed ? mixed : apart(mixed, count)).map((item) => ({
    ...item,
    order: shuffled(item.options.map((_, at) => at), random), // prettier-ignore
  }));
}

/** The lines that may stand for arrows: their own, and the pairs that they are in. */
const linesOf = (arrows, pairs) => [
  ...arrows,
  ...Object.keys(pairs).filter((pair) => pairs[pair].some((id) => arrows.includes(id))),
];

/**
 * An item with all that the page is not told: what is empty, and the lines of its own arrows.
 * @param {any} item  as Item.data of cascade/quiz/item.py has it
 * @param {Record<string, string[]>} pairs  of its pathway
 */
export function whole(item, pairs) {
  const { arrows = [], hide = {} } = item;
  const lines = linesOf(arrows, pairs);
  const hidden = Object.entries(hide).map(([what, ids]) => [what, ids === 'own' ? lines : ids]);
  return {
    stage: '',
    arrows,
    options: [],
    pick: [],
    accept: [],
    why: '',
    ...item,
    hide: {
      names: [],
      labels: [],
      heads: [],
      edges: [],
      stages: [],
      ...Object.fromEntries(hidden),
    },
  };
}

/** An item's id without the arrow's, which would tell: what stands in an address. */
export const shortId = (id) => id.replace(/:.*:/, ':');

/**
 * The items that a `set` names: 'mixed', a stage, an organ, or ids with commas, long or short;
 * and the ids that are
 * not there, because their arrow has gone or says something else now.
 * @returns {{pool: any[], lost: string[], listed: boolean}}
 * @param {any[]} items
 * @param {Pathway} pathway
 */
export function poolOf(set, items, pathway) {
  const plain = (pool) => ({ pool, lost: [], listed: false });
  const all = items.filter(({ arrows }) => arrows.every((id) => pathway.interactions[id]));
  if (set === 'mixed') return plain(all);
  if (pathway.stages.some(({ id }) => id === set))
    return plain(all.filter(({ stage }) => stage === set));
  if (pathway.organs.includes(set)) {
    const inside = (id) => {
      const { organ, place } = pathway.interactions[id];
      return organ === set || pathway.places[place].organ === set;
    };
    return plain(all.filter(({ arrows }) => arrows.some(inside)));
  }
  const ids = set.split(',');
  const names = ({ id }) => [id, shortId(id)];
  return {
    pool: all.filter((item) => names(item).some((id) => ids.includes(id))),
    lost: ids.filter((id) => !all.some((item) => names(item).includes(id))),
    listed: true,
  };
}

/**
 * The round that a `set` of an address begins: with nothing to ask about it a mixed one instead.
 * @returns {{set: string, asked: any[], lost: number, instead: boolean}}  `set` as it stands in an
 *   address from now on, where it tells no arrow; `lost` is how many of the questions are gone
 * @param {Pathway} pathway
 */
export function beginSet(wanted, items, pathway, seed) {
  const { pool, lost, listed } = poolOf(wanted, items, pathway);
  if (!pool.length && wanted !== 'mixed')
    return { ...beginSet('mixed', items, pathway, seed), lost: lost.length, instead: true };
  return {
    set: listed ? pool.map(({ id }) => shortId(id)).join(',') : wanted,
    asked: roundOf(pool, seed, COUNT, listed),
    lost: lost.length,
    instead: false,
  };
}
