/**
 * What changes while the page is open, in one place. All else is constant or follows from the view.
 *
 * @typedef {Object} State
 * @property {Figure} data  the compiled figure, and how the page starts
 * @property {any} view  what the reader sees now, see rules/view.js
 * @property {Promise<any>|null} loaded  settles when fonts and drawings are there
 * @property {any} cy  the live instance of cytoscape
 * @property {Promise<void>|null} painted  settles when the first view is on the canvas
 * @property {number} larger  how many times its usual size a lecture's text has
 * @property {number} pictureHeight  pixels from the top that a lecture's step may fill
 * @property {import('../rules/testing.js').Asked|null} asked  what a question hides and marks
 * @property {(context: any) => void} drawInk  draws the strokes of the pen on a canvas or as SVG
 */

/** @type {State} */
export const state = {
  data: null,
  view: null,
  loaded: null,
  cy: null,
  painted: null,
  larger: 1,
  pictureHeight: Infinity,
  asked: null,
  drawInk: () => {},
};

/** The pathway on screen. */
export const currentPathway = () => state.data.pathways[state.view.pathway];
