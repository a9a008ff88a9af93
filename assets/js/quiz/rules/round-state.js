/**
 * Where a round stands. Pure: each step gives another state.
 *
 * What was missed comes back in the same round until it is right once, what the reader was sure of
 * and missed first; the score counts first answers.
 *
 * @typedef {{items: any[], queue: any[], missed: any[], first: Map<string, any>, told: any,
 *   turn: number}} Round
 * @property queue  items still to ask, the present one first
 * @property missed  items to ask again, each with how sure the reader was
 * @property first  the first answer to each item, by id
 * @property told  the answer just given, null while one asks
 */
export const SURE = ['sure', 'think', 'guess'];

/** @returns {Round} */
export const beginRound = (items) => ({
  items,
  queue: items,
  missed: [],
  first: new Map(),
  told: null,
  turn: 1,
});

export const isDone = ({ queue }) => queue.length === 0;

/**
 * @param {Round} round
 * @param {{right: boolean, sure: string, given?: any}} given
 * @returns {Round}
 */
export function answer(round, given) {
  if (round.told || isDone(round)) return round;
  const [item] = round.queue;
  const first = round.first.has(item.id) ? round.first : new Map(round.first).set(item.id, given);
  const missed = given.right ? round.missed : [...round.missed, { item, sure: given.sure }];
  return { ...round, first, missed, told: given };
}

/** @param {Round} round  @returns {Round} */
export function onward(round) {
  if (!round.told) return round;
  const queue = round.queue.slice(1);
  if (queue.length || !round.missed.length)
    return { ...round, queue, told: null, turn: round.turn + 1 };
  const again = [...round.missed].sort((a, b) => SURE.indexOf(a.sure) - SURE.indexOf(b.sure));
  return {
    ...round,
    queue: again.map(({ item }) => item),
    missed: [],
    told: null,
    turn: round.turn + 1,
  };
}

/** Whether the present question has come before in this round. */
export const isRepeat = ({ queue, first, told }) =>
  queue.length > 0 && !told && first.has(queue[0].id);

/** How many of the questions have been asked at least once, the present one included. */
export const asked = ({ items, first, queue, told }) =>
  Math.min(items.length, first.size + (queue.length && !told && !first.has(queue[0].id) ? 1 : 0));

/**
 * What was right at the first try: in all, by kind, by stage, and who was sure of it.
 * @param {Round} round
 */
export function score({ items, first }) {
  const given = items.filter(({ id }) => first.has(id));
  const right = (some) => some.filter(({ id }) => first.get(id).right).length;
  const by = (key) =>
    [...new Set(given.map((item) => item[key]))].map((value) => {
      const own = given.filter((item) => item[key] === value);
      return { value, right: right(own), of: own.length };
    });
  const missed = given.filter(({ id }) => !first.get(id).right);
  const sure = missed.filter(({ id }) => first.get(id).sure === 'sure');
  return {
    right: right(given),
    of: given.length,
    kinds: by('kind'),
    stages: by('stage'),
    missed: [...sure, ...missed.filter((item) => !sure.includes(item))],
    sureAndMissed: sure.length,
  };
}
