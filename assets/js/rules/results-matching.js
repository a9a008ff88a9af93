/** Which cells and arrows of the figure a table of results speaks of. Pure. */
import { foldName } from './search.js';

const LEAST = 0.62; // likeness below which two names are taken for strangers

/** A name without what tables and figures write differently: signs, plural, the word cell. */
export function stem(text) {
  return foldName(text)
    .replaceAll('+', '')
    .replace(/cells?(?=$|\d)/, '')
    .replace(/s$/, '');
}

function pieces(word) {
  const found = new Map();
  for (let at = 0; at < word.length - 1; at += 1) {
    const piece = word.slice(at, at + 2);
    found.set(piece, (found.get(piece) ?? 0) + 1);
  }
  return found;
}

/** Share of letter pairs that two words have in common (Dice), 0 to 1. */
export function likeness(one, two) {
  const [a, b] = [pieces(one), pieces(two)];
  let common = 0;
  for (const [piece, count] of a) common += Math.min(count, b.get(piece) ?? 0);
  return (2 * common) / Math.max(one.length + two.length - 2, 1);
}

/**
 * The cell that a name of the table means.
 * @param {Array<{id: string, names: Array<{text: string, how: string}>}>} index  best names first
 * @returns {{id: string, how: string}} id '' where none is near enough
 */
export function matchCell(name, index) {
  const wanted = stem(name);
  let best = { id: '', how: '', like: 0 };
  for (const { id, names } of index) {
    for (const [rank, { text, how }] of names.entries()) {
      const word = stem(text);
      const exact = word === wanted && wanted !== '';
      const like = exact ? 2 - rank / 100 : likeness(wanted, word);
      if (like > best.like && like >= LEAST) best = { id, how: exact ? how : 'similar', like };
    }
  }
  return { id: best.id, how: best.how };
}

/** Every name of a molecule, folded, to the figure's symbols. */
export function moleculeIndex(index) {
  const found = new Map();
  for (const { id, names } of index) {
    for (const name of names) {
      const key = foldName(name);
      if (!found.has(key)) found.set(key, new Set());
      found.get(key).add(id);
    }
  }
  return found;
}

const REASONS = {
  sender: /* t */ 'sender is not in the figure',
  receiver: /* t */ 'receiver is not in the figure',
  p: /* t */ 'p above the limit',
  cells: /* t */ 'no arrow between these cells',
  ligand: /* t */ 'the figure has another signal between these cells',
  receptor: /* t */ 'the figure has this signal with another receptor',
};

/**
 * Lays rows on arrows.
 * @param {any[]} rows  of `evidenceRows`
 * @param {(name: string) => string} cellOf  cell id of a name, '' for none
 * @param {Array<{id, from, to, mediators: string[], receptors: string[]}>} arrows
 * @param {Map<string, Set<string>>} known  of `molecules`
 * @param {number} limit  rows with a greater p do not count
 * @returns {{arrows: Map<string, {strength: number, rows: any[], half: boolean}>,
 *   rest: Array<{row: any, why: string}>}} strength 0 to 1; `half`: the figure names no
 *   receptor, so the ligand alone matched
 */
export function supportArrows(rows, cellOf, arrows, known, limit) {
  const between = new Map();
  for (const arrow of arrows) {
    const key = `${arrow.from} ${arrow.to}`;
    between.set(key, [...(between.get(key) ?? []), arrow]);
  }
  const meant = (names) => new Set(names.flatMap((name) => [...(known.get(foldName(name)) ?? [])]));
  const found = new Map();
  const rest = [];
  for (const row of rows) {
    const [from, to] = [cellOf(row.sender), cellOf(row.receiver)];
    const here = between.get(`${from} ${to}`) ?? [];
    const [ligands, receptors] = [meant(row.ligand), meant(row.receptor)];
    const signal = here.filter((arrow) => arrow.mediators.some((one) => ligands.has(one)));
    const whole = signal.filter(
      (arrow) => !arrow.receptors.length || arrow.receptors.some((one) => receptors.has(one)),
    );
    const why = !from
      ? 'sender'
      : !to
        ? 'receiver'
        : row.p !== null && row.p > limit
          ? 'p'
          : !here.length
            ? 'cells'
            : !signal.length
              ? 'ligand'
              : !whole.length
                ? 'receptor'
                : '';
    if (why) rest.push({ row, why: REASONS[why] });
    else {
      for (const arrow of whole) {
        const entry = found.get(arrow.id) ?? {
          strength: 0,
          rows: [],
          half: !arrow.receptors.length,
        };
        entry.rows.push(row);
        found.set(arrow.id, entry);
      }
    }
  }
  const scores = [...found.values()].flatMap((one) => one.rows.map((row) => row.score ?? 0));
  const most = Math.max(...scores, 0);
  for (const entry of found.values()) {
    const best = Math.max(...entry.rows.map((row) => row.score ?? 0));
    entry.strength = most > 0 ? Math.max(best / most, 0.05) : 1;
  }
  return { arrows: found, rest };
}
