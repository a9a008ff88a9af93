/**
 * Where a key leads from a cell or an arrow. Pure: the overlay says what stands where, this says
 * what comes next.
 *
 * @typedef {{id: string, x: number, y: number}} Spot
 * @typedef {{id: string, source: string, target: string}} Line
 */
import { idsOf } from './id-table.js';
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LEAST = 4; // drawing units that count as a move at all
const SIDEWAYS = 2; // a unit to the side costs as much as this many ahead

/**
 * The nearest spot in the direction of an arrow key, or null at the edge. What lies within 45
 * degrees of the direction comes before what lies beside it.
 * @param {Spot} from
 * @param {string} key
 * @param {Spot[]} spots
 */
export function nearest(from, key, spots) {
  const [dx, dy] = WAYS[key];
  let best = null;
  let least = Infinity;
  for (const spot of spots) {
    const ahead = (spot.x - from.x) * dx + (spot.y - from.y) * dy;
    const aside = Math.abs((spot.x - from.x) * dy) + Math.abs((spot.y - from.y) * dx);
    if (spot.id === from.id || ahead < LEAST) continue;
    const cost = ahead + SIDEWAYS * aside + (aside > ahead ? 1e6 : 0);
    if (cost < least) [least, best] = [cost, spot];
  }
  return best;
}

/** The item `by` places on in a list, around its ends; the first where `id` is not in it. */
export function around(list, id, by) {
  if (!list.length) return null;
  const at = list.findIndex((item) => item.id === id);
  if (at < 0) return list[by < 0 ? list.length - 1 : 0];
  return list[(at + by + list.length) % list.length];
}

/**
 * The lines that leave a cell ('out') or reach it ('in').
 * @param {Line[]} lines
 */
export const touching = (lines, id, way) =>
  lines.filter((line) => (way === 'out' ? line.source : line.target) === id);

/**
 * One step along the signal (`]`, way 'out') or against it (`[`, way 'in'): from a cell onto a
 * line, from a line to the cell at its end. A second try from the same cell takes the next line.
 * @param {{id: string, line?: Line}} here
 * @param {string} last  the line taken last from this cell, '' for none
 */
export function stepAlong(here, way, lines, last = '') {
  if (here.line) return way === 'out' ? here.line.target : here.line.source;
  return around(touching(lines, here.id, way), last, 1)?.id ?? null;
}

/** The other lines of the cell that a line was entered from, for the arrow keys. */
export function beside(line, key, way, lines) {
  const by = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  return around(touching(lines, way === 'out' ? line.source : line.target, way), line.id, by).id;
}

/**
 * Where the focus goes when the line that holds it is gone: to the line that now stands for it,
 * else to its sender, else null.
 * @param {Pathway} pathway
 */
export function successorOf(id, pathway, drawn) {
  const members = pathway.pairs[id];
  const kin = members ?? idsOf(pathway.pairs).filter((p) => pathway.pairs[p].includes(id));
  const interaction = pathway.interactions[members ? members[0] : id];
  return [...kin, interaction?.source].find((other) => other && drawn(other)) ?? null;
}
