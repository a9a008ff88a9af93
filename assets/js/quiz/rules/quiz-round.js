/**
 * Which questions a round asks, and in what order their options stand: from a seed alone, so that a
 * link gives the same round again. Pure.
 *
 * tests/quiz-rounds.json holds it and cascade/quiz/round.py together.
 */
export const COUNT = 10;
export const LEAST = 3; // options or arrows of which a question can be made
const APART = ['end', 'molecule']; // of one arrow, one would tell the other

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

const clash = (one, other) =>
  APART.includes(one.kind) &&
  APART.includes(other.kind) &&
  one.arrows.some((id) => other.arrows.includes(id));

/** Of a list some, no kind of them much more often than the others. */
function choose(list, count) {
  const quota = Math.ceil(count / new Set(list.map(({ kind }) => kind)).size);
  const taken = new Set();
  for (const most of [quota, Infinity]) {
    for (const item of list) {
      if (taken.size === count) break;
      const alike = [...taken].filter(({ kind }) => kind === item.kind).length;
      if (taken.has(item) || alike >= most) continue;
      if (![...taken].some((other) => clash(item, other))) taken.add(item);
    }
  }
  return list.filter((item) => taken.has(item));
}

/** The order in which options are shown; the steps of a process never in the right one. */
function optionOrder({ answer, options }, random) {
  const right = options.map((_, index) => index);
  let order = shuffled(right, random);
  for (let turn = 0; answer === 'order' && turn < 10 && order.join() === right.join(); turn += 1)
    order = shuffled(right, random);
  return order;
}

/**
 * The items of a round, each with the `order` of its options.
 * @param {any[]} pool  the items that may be asked
 */
export function roundOf(pool, seed, count = COUNT) {
  const random = numbersFrom(seed);
  const mixed = shuffled(pool, random);
  return choose(mixed, count).map((item) => ({
    ...item,
    order: ['choice', 'order'].includes(item.answer) ? optionOrder(item, random) : [],
  }));
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
    asked: roundOf(pool, seed, listed ? pool.length : COUNT),
    lost: lost.length,
    instead: false,
  };
}
