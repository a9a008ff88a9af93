/** The camera: which box a view looks at, and how the figure glides there. Positions never move. */
import { currentPathway, state } from '../app/state.js';
import { CAMERA, COUNT, FAR_ZOOM, NARROW, STAGE_ZOOM } from '../rules/constants.js';
import { lecturePiece, lectureState, nameSizeClass } from '../rules/lecture-rules.js';

// No buttons lie on the drawing.
const LECTURE = { x: 24, top: 16, bottom: 16, closest: CAMERA.closest };
const WORDS = 100; // drawing units around a lecture's step for names of twice the size
const BLANK = 0.1; // of the canvas may stay empty beside the figure
const SMALL = 480; // pixels of a canvas where names of a stage may be left out
const GLIDE = 320; // ms, inside the 250-400 that reads as one movement

/** 0 for readers who asked for less motion, and while nobody looks. */
export function glideTime() {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden;
  return still ? 0 : GLIDE;
}

/**
 * The box in drawing units that a view should fill the canvas with. Pure.
 * @param {Pathway} pathway
 */
export function boxOf(view, pathway) {
  const playing = lectureState(view, pathway);
  if (playing) return playing.step.box;
  const stage = pathway.stages.find((s) => s.id === view.stage);
  if (!stage) return pathway.box;
  return pathway.frames[stage.id][view.organ] ?? stage.box;
}

/** What stays free around a view; on a narrow canvas the count stands above the figure. */
export const margins = (width) => (width > NARROW ? CAMERA : { ...CAMERA, top: COUNT });

/**
 * Zoom and pan that center a box in a canvas, but let no more than a strip beside the whole
 * figure stay empty: the first and last stage then stand near their edge. Pure.
 */
export function fitBox(box, width, height, whole = null, pad = margins(width)) {
  const [x1, y1, x2, y2] = box;
  const high = height - pad.top - pad.bottom;
  const zoom = Math.min((width - 2 * pad.x) / (x2 - x1), high / (y2 - y1), pad.closest);
  let x = width / 2 - (zoom * (x1 + x2)) / 2;
  if (whole && zoom * (whole[2] - whole[0]) > width) {
    const strip = BLANK * width;
    x = Math.min(x, strip - zoom * whole[0]);
    x = Math.max(x, width - strip - zoom * whole[2]);
  }
  return { zoom, pan: { x, y: pad.top + high / 2 - (zoom * (y1 + y2)) / 2 } };
}

/**
 * A camera moved, by no more than some pixels, so that it shows nothing beside a box, or all of the
 * box where that is smaller than the canvas. Pure.
 */
export function keepInside({ zoom, pan }, box, width, height, most) {
  const [x1, y1, x2, y2] = box;
  const clamp = (at, one, other) =>
    Math.min(Math.max(at, Math.min(one, other)), Math.max(one, other));
  const hold = (at, side, low, high, by) =>
    clamp(clamp(at, -zoom * low, side - zoom * high), at - by, at + by);
  return {
    zoom,
    pan: { x: hold(pan.x, width, x1, x2, most[0]), y: hold(pan.y, height, y1, y2, most[1]) },
  };
}

/**
 * Where the camera of a view stands. A lecture keeps its step in the middle, and inside its stage.
 * @param {Pathway} pathway
 */
export function aimCamera(view, pathway, width, height, larger = state.larger ?? 1) {
  const box = boxOf(view, pathway);
  if (!view.lecture) return fitBox(box, width, height, pathway.box);
  const high = Math.min(height, state.pictureHeight);
  const more = WORDS * Math.max(0, larger - 1);
  const { stage, organ } = lectureState(view, pathway).step;
  const home = boxOf({ stage, organ }, pathway);
  const at = ([x1, y1, x2, y2]) => {
    const own = [x1 - more, y1 - more, x2 + more, y2 + more];
    const near = fitBox(own, width, high, null, LECTURE);
    // Of the margin, which large names need, nothing.
    const most = [
      (width - near.zoom * (own[2] - own[0])) / 2 - LECTURE.x,
      (high - near.zoom * (own[3] - own[1])) / 2 - LECTURE.top,
    ];
    return keepInside(near, home, width, high, most);
  };
  const whole = at(box);
  const piece = lecturePiece(view, pathway, whole.zoom, width, globalThis.innerHeight ?? height);
  return piece ? at(piece) : whole;
}

/** What a view looks at: 'overview', 'stage' or 'organ'. Pure. */
export const viewKind = ({ stage, organ }, pathway) =>
  pathway.frames[stage]?.[organ] ? 'organ' : stage ? 'stage' : 'overview';

/**
 * The class word for the size a view is seen at: ' close', ' near', '' or ' far' (a phone).
 * @param {Pathway} pathway
 */
export function distanceClass(view, pathway, width, height) {
  const { zoom } = aimCamera(view, pathway, width, height);
  if (view.lecture)
    return nameSizeClass(
      zoom,
      innerWidth,
      innerHeight,
      state.larger,
      aimCamera(view, pathway, width, height, 1).zoom,
    );
  const kind = viewKind(view, pathway);
  if (kind === 'organ') return ' close';
  // What is chosen there is looked at from near.
  const small = width < SMALL && zoom < FAR_ZOOM && !view.focus && !view.edge;
  if (kind === 'stage' && !small) return zoom < STAGE_ZOOM ? '' : ' near';
  return zoom < FAR_ZOOM ? ' far' : '';
}

/** The letter of what a view shows of its places, by which names go without room. As levels.py. */
export function levelLetter(view, pathway, size, level) {
  const stage = size === ' near' ? 's' : 'p';
  const letter = { overview: 'o', organ: 'c', stage }[viewKind(view, pathway)];
  return level === 'extended' ? letter.toUpperCase() : letter;
}

/** @type {(cy: any, glide: boolean) => boolean} */
let override = () => false;

/** For authors, whose new figure is looked at from the old spot: `own` is true where it did so. */
export const overrideLook = (own) => {
  override = own;
};

/**
 * Moves the camera to what a view looks at; a move under way is cut short, never queued.
 * @param {Pathway} pathway
 * @returns {boolean} false where it could not, or an author's page looks from the old spot
 */
export function lookAt(cy, view, pathway, glide) {
  if (override(cy, glide) || !cy.width() || !cy.height()) return false;
  flyTo(cy, aimCamera(view, pathway, cy.width(), cy.height()), glide);
  return true;
}

/** Moves the camera to where another stands, at once for readers who asked for less motion. */
export function flyTo(cy, target, glide) {
  cy.stop();
  const time = glide ? glideTime() : 0;
  if (time) cy.animate(target, { duration: time, easing: 'ease-in-out-cubic' });
  else cy.viewport(target);
}

/** The reader's own zoom and pan; null where the view chose them, as it would in a new figure. */
export function ownCamera(cy, view) {
  const [width, height] = [cy.width(), cy.height()];
  const own = { zoom: cy.zoom(), pan: { ...cy.pan() }, width, height };
  const aimed = aimCamera(view, currentPathway(), width, height);
  const { x, y } = aimed.pan;
  const there = Math.hypot(own.pan.x - x, own.pan.y - y) < 1 && own.zoom / aimed.zoom < 1.01;
  return there && aimed.zoom / own.zoom < 1.01 ? null : own;
}

/** Moves the drawing by some pixels, for what the keyboard chose out of sight. */
export function panBy(cy, by) {
  const time = glideTime();
  cy.stop();
  if (time) cy.animate({ panBy: by }, { duration: time, easing: 'ease-out' });
  else cy.panBy(by);
}

/** Zooms about a point, by itself the middle of the canvas; false at the bounds of the zoom. */
export function zoomBy(cy, by, point = { x: cy.width() / 2, y: cy.height() / 2 }) {
  const level = Math.min(Math.max(cy.zoom() * by, cy.minZoom()), cy.maxZoom());
  if (Math.abs(level / cy.zoom() - 1) < 0.001) return false;
  cy.stop();
  const time = glideTime() / 2;
  const at = { level, renderedPosition: point };
  if (time) cy.animate({ zoom: at }, { duration: time, easing: 'ease-out' });
  else cy.zoom(at);
  return true;
}
