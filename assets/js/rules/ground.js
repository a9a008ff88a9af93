/**
 * What a click on the ground of the drawing means: the place that lies there, found by its box, as
 * panels are no targets and let the pointer through to the cells.
 */
import { entriesOf } from './id-table.js';

const holds = ([x1, y1, x2, y2], { x, y }) => x1 <= x && x <= x2 && y1 <= y && y <= y2;
const area = ([x1, y1, x2, y2]) => (x2 - x1) * (y2 - y1);

/**
 * The stage, and the organ with a view of its own, at a point; null outside all. Pure.
 * @param {Pathway} pathway
 */
export function placeAt(point, pathway) {
  const spots = pathway.stages.flatMap(({ id: stage, box }) => [
    { stage, organ: '', box },
    ...entriesOf(pathway.frames[stage]).map(([organ, own]) => ({ stage, organ, box: own })),
  ]);
  const here = spots.filter(({ box }) => holds(box, point));
  const [smallest] = here.sort((a, b) => area(a.box) - area(b.box));
  return smallest ? { stage: smallest.stage, organ: smallest.organ } : null;
}

/**
 * The action of a click on the ground: to the place that lies there; on the ground of the place in
 * view, outside all, and in a lecture, whose camera stands still, it takes back what was chosen.
 * @param {Pathway} pathway
 */
export function groundAction(view, point, pathway) {
  const clear = { type: 'clear', all: true };
  const spot = view.lecture ? null : placeAt(point, pathway);
  if (!spot) return clear;
  const organ = pathway.frames[view.stage]?.[view.organ] ? view.organ : '';
  const same = spot.stage === view.stage && spot.organ === organ;
  return same ? clear : { type: 'place', ...spot };
}

/**
 * Whether the wheel zooms. It does as on a map where the figure is the page; where a host or the
 * page itself scrolls, the figure takes it after a click, or with Ctrl. Pure.
 */
export const wheelZooms = ({ locked, active, ctrl, framed, scrolls }) =>
  !locked && (active || ctrl || !(framed || scrolls));
