/** Brings what was chosen into view, and bounds zoom and pan so that the figure is never lost. */
import { state } from '../app/state.js';
import { CAMERA, FAR_ZOOM, STAGE_ZOOM } from '../rules/constants.js';
import { entriesOf, rowsOf } from '../rules/id-table.js';
import { interactionsOf } from '../rules/visibility.js';
import { aimCamera, boxOf, fitBox, margins } from './camera.js';
import { onGraph } from './cytoscape-internals.js';

const CLOSER = 2.5; // times the zoom of the closest view, where a cell fills a laptop's height
const LEGIBLE = 0.46; // the zoom from which on names in a stage have 12 pixels
const SLACK = 0.5; // pixels that a camera may differ and still stand at the same place

/**
 * The camera that shows a box, and `own`, the zoom of its stage or organ, at the closest; null
 * where the present one does so, large enough to read. Pure.
 */
export function revealCamera(box, now, width, height, own) {
  const [x1, y1, x2, y2] = box;
  const inside =
    x1 * now.zoom + now.pan.x >= -SLACK &&
    x2 * now.zoom + now.pan.x <= width + SLACK &&
    y1 * now.zoom + now.pan.y >= -SLACK &&
    y2 * now.zoom + now.pan.y <= height - CAMERA.bottom + CAMERA.top + SLACK;
  if (inside && now.zoom >= Math.min(FAR_ZOOM, own)) return null;
  const fit = fitBox(box, width, height, null, { ...margins(width), closest: own });
  // What is large enough but outside is only moved to.
  if (now.zoom < FAR_ZOOM || now.zoom > fit.zoom) return fit;
  return fitBox(box, width, height, null, { ...margins(width), closest: now.zoom });
}

/**
 * The camera that shows a box so near that its names can be read; null where they can be already.
 * A sheet of the panel leaves the figure so little room. Pure.
 */
export function nearCamera(box, now, width, height, legible = LEGIBLE) {
  if (now.zoom >= legible) return null;
  const fit = fitBox(box, width, height, null, { ...margins(width), closest: STAGE_ZOOM });
  return fit.zoom > now.zoom * 1.1 ? fit : null;
}

/**
 * How far one may zoom: out to the whole, in to a multiple of the closest view. Pure.
 * @param {Pathway} pathway
 */
export function zoomBounds(pathway, width, height) {
  const zoom = (box) => fitBox(box, width, height).zoom;
  const views = pathway.stages.flatMap(({ id, box }) => [box, ...rowsOf(pathway.frames[id])]);
  return {
    least: zoom(pathway.box),
    most: CLOSER * Math.max(zoom(pathway.box), ...views.map(zoom)),
  };
}

/** A pan that keeps the middle of the canvas on the figure. Pure. */
export function keptPan([x1, y1, x2, y2], { zoom, pan }, width, height) {
  const kept = (at, from, to, size) =>
    Math.min(Math.max(at, size / 2 - to * zoom), size / 2 - from * zoom);
  return { x: kept(pan.x, x1, x2, width), y: kept(pan.y, y1, y2, height) };
}

/**
 * What a view brings into sight: `all` of these lines and cells, those of its arrow, or `any` of
 * these, where its cell stands or its search lit arrows, those of the place in view first. Pure.
 * @param {Pathway} pathway
 */
export function chosenIds(view, seen, pathway) {
  if (view.lecture) return { all: [] };
  if (view.edge) {
    const all = interactionsOf(view.edge, pathway).flatMap((id) => {
      const { source, target } = pathway.interactions[id];
      const line = seen.merged.get(id) ?? id;
      return seen.lines.get(line) === 'hidden' ? [] : [line, source, target];
    });
    return { all: [...new Set(all)] };
  }
  if (view.focus) {
    const own = entriesOf(pathway.nodes).filter(([id, { cell }]) => {
      return cell === view.focus && seen.nodes.get(id) !== 'hidden';
    });
    const here = own.filter(([, { stage }]) => stage === view.stage);
    return { any: [...here, ...own].map(([id]) => id) };
  }
  const lit = view.q ? [...seen.lines].filter(([, word]) => word.startsWith('lit')) : [];
  return { any: lit.map(([id]) => id) };
}

/** What a chosen cell lights: its arrows, and the cells at their ends. */
export const litIds = ({ lines, nodes }) =>
  [...lines, ...nodes].filter(([, word]) => word.includes('lit')).map(([id]) => id);

/** The zoom of the stage's or organ's own view that an element stands in. */
function ownZoom(panel, view, pathway, width, height) {
  const { stage, organ } = panel.data();
  const own = view.stage ? view : { stage, organ: organ ?? '' };
  return fitBox(boxOf({ ...own, lecture: '' }, pathway), width, height).zoom;
}

/**
 * The camera that brings the chosen into view, null where it is.
 * @param {{zoom: number, pan: {x: number, y: number}}} from  where the camera stands, or goes to
 * @param {Pathway} pathway
 */
export function flightTo(cy, view, seen, pathway, from) {
  const { all, any = [] } = chosenIds(view, seen, pathway);
  const [width, height] = [cy.width(), cy.height()];
  const drawn = (ids) => ids.map((id) => cy.getElementById(id)).filter((node) => node.nonempty());
  const around = (ids) => {
    const { x1, y1, x2, y2 } = cy.collection(drawn(ids)).boundingBox();
    return [x1, y1, x2, y2];
  };
  const lit = all ?? (view.focus ? litIds(seen) : []);
  const near =
    lit.length && nearCamera(around(lit), from, width, height, view.stage ? LEGIBLE : FAR_ZOOM);
  if (near) return near;
  const some = drawn(any);
  const inSight = (node) => {
    const { x1, x2, y1, y2 } = node.boundingBox();
    const x = ((x1 + x2) / 2) * from.zoom + from.pan.x;
    const y = ((y1 + y2) / 2) * from.zoom + from.pan.y;
    return x > 0 && x < width && y > 0 && y < height;
  };
  if (some.some(inSight)) return null;
  const chosen = all ? drawn(all) : some.slice(0, 1);
  if (!chosen.length) return null;
  const own = ownZoom(chosen.at(-1), view, pathway, width, height);
  return revealCamera(around(chosen.map((node) => node.id())), from, width, height, own);
}

/** Whether a camera stands where another does. Pure. */
export const samePlace = (a, b) =>
  Math.hypot(a.pan.x - b.pan.x, a.pan.y - b.pan.y) < 1 && Math.abs(a.zoom / b.zoom - 1) < 0.01;

/** Sets how far one may zoom; a lecture's camera stands still, and may look from farther. */
export function boundZoom(cy, view, pathway) {
  const [width, height] = [cy.width(), cy.height()];
  if (!width || !height) return;
  const { least, most } = zoomBounds(pathway, width, height);
  const { zoom } = aimCamera(view, pathway, width, height);
  if (least <= 0 || zoom <= 0) return; // a hidden frame, which Firefox leaves a few pixels
  cy.minZoom(Math.min(least, zoom));
  cy.maxZoom(Math.max(most, zoom));
}

/** Panning by hand does not lose the figure. */
export function keepInSight(cy, data, signal) {
  onGraph(cy, signal, 'pan', () => {
    const { view } = state;
    if (view.lecture || cy.animated()) return;
    const now = { zoom: cy.zoom(), pan: cy.pan() };
    const pan = keptPan(data.pathways[view.pathway].box, now, cy.width(), cy.height());
    if (Math.hypot(pan.x - now.pan.x, pan.y - now.pan.y) > SLACK) cy.pan(pan);
  });
}
