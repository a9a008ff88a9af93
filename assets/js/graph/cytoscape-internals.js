/**
 * Has cytoscape draw into a surface of ours, as it draws on its screen.
 *
 * Workaround: cytoscape has no export but pixels, so its private renderer is used, in this file
 * alone. The order is that of `drawCachedElement`, which draws each element solid and then fades it
 * as a whole, but straight onto the surface and not through caches of pixels.
 * https://github.com/cytoscape/cytoscape.js/blob/v3.28.1/src/extensions/renderer/canvas/drawing-elements.js
 *
 * The other way, to write SVG from the state of the elements, would repeat its arrow heads, the
 * places of its labels and the wrapping of its names.
 */
import { escapeHtml } from '../rules/escape.js';

const LABEL = {
  includeNodes: false,
  includeEdges: false,
  includeLabels: true,
  includeOverlays: false,
  includeUnderlays: false,
};

/** Resolves when every drawing has its picture: the renderer leaves out what it has not loaded. */
export const picturesReady = (cy) =>
  Promise.all(
    cy.nodes().map((node) => {
      const [address] = [node.pstyle('background-image').value].flat();
      if (!address || address === 'none') return 0;
      const image = cy.renderer().getCachedImage(address, null, () => {});
      return image.decode().catch(() => 0);
    }),
  );

const meet = (a, { x1, y1, x2, y2 }) => a.x1 <= x2 && a.x2 >= x1 && a.y1 <= y2 && a.y2 >= y1;

/**
 * Draws what lies in a box (drawing units).
 * @param {any} cy
 * @param {any} pen  a surface
 * @param {number[]} box
 * @param {{keep?: (one: any) => boolean, bare?: boolean, told?: (one: any) => string,
 *   scale?: number}} how
 *   `keep`: which elements; `bare`: without backdrops; `told`: what an element is called; `scale`
 *   decides whether words are large enough to be drawn, 0 for that of the screen
 */
export function recordDrawing(
  cy,
  pen,
  [x1, y1, x2, y2],
  { keep = () => true, bare = false, told = () => '', scale = 0 } = {},
) {
  const renderer = cy.renderer();
  const box = { x1, y1, x2, y2 };
  cy.elements().boundingBox(); // brings bends and labels up to date
  // A Path2D cannot be read, so shapes shall be drawn step by step.
  renderer.path2dEnabled(false);
  const none = () => {};
  const { drawImage } = pen;
  const later = []; // names on lines
  for (const element of renderer.getCachedZSortedEles(true)) {
    const solid = element.effectiveOpacity();
    if (!element.visible() || !solid || !keep(element) || !meet(element.boundingBox(), box))
      continue;
    // else its drawing is placed as within a Path2D
    if (element.isNode()) delete element._private.rscratch.pathCache;
    pen.drawImage = bare && ['panel', 'scenery'].includes(element.data('kind')) ? none : drawImage;
    renderer.drawElementUnderlay(pen, element);
    const name = told(element);
    const title = name && `<title>${escapeHtml(name)}</title>`;
    pen.group(
      { opacity: solid },
      () => renderer.drawElement(pen, element, null, false, false, false),
      'g',
      title,
    );
    const seen = solid * element.pstyle('text-opacity').pfValue;
    if (seen && renderer.eleTextBiggerThanMin(element, scale)) {
      const write = () =>
        pen.group({ opacity: seen }, () =>
          nameOf(renderer)(pen, element, null, true, 'main', false),
        );
      if (element.isEdge()) later.push(write);
      else write();
    }
  }
  for (const write of later) write();
  pen.drawImage = drawImage;
  renderer.path2dEnabled(true);
}

/** The box of an element's label, in drawing units. */
export function labelBox(element) {
  const { x1, y1, x2, y2 } = element.boundingBox(LABEL);
  return {
    x: (x1 + x2) / 2,
    y: (y1 + y2) / 2,
    width: element._private.rscratch.labelWidth,
    height: element.numericStyle('font-size'),
  };
}

/** Whether the name of an element is drawn at a place of the drawing. */
export const isNameAt =
  ({ x, y }) =>
  (element) => {
    if (!element.visible() || !element.style('label') || !element.numericStyle('text-opacity'))
      return false;
    const { x1, y1, x2, y2 } = element.boundingBox(LABEL);
    return x1 <= x && x <= x2 && y1 <= y && y <= y2;
  };

/** Cytoscape's own drawing of a name, which `namesAboveLines` takes the place of. */
const nameOf = (renderer) => Object.getPrototypeOf(renderer).drawElementText.bind(renderer);

/**
 * Has cytoscape write the names on lines when all lines are drawn.
 *
 * Workaround: cytoscape draws each line with its own name, so that lines drawn later would strike
 * it through.
 * https://github.com/cytoscape/cytoscape.js/blob/v3.28.1/src/extensions/renderer/canvas/drawing-edges.js
 */
export function namesAboveLines(cy, signal) {
  const renderer = cy.renderer();
  const write = nameOf(renderer);
  const own = {
    drawElementText(pen, element, ...how) {
      if (element.isNode()) write(pen, element, ...how);
    },
    drawCachedElementPortion(pen, element, cache, ...how) {
      if (element.isEdge() && cache === renderer.data.lblTxrCache) return;
      plain.drawCachedElementPortion(pen, element, cache, ...how);
    },
  };
  const plain = {};
  let isInside = false; // one way of drawing may fall back on another
  for (const way of ['drawLayeredElements', 'drawCachedElements', 'drawElements']) {
    own[way] = (pen, elements, ...how) => {
      const isOuter = !isInside;
      isInside = true;
      plain[way](pen, elements, ...how);
      if (!isOuter) return;
      isInside = false;
      for (const element of elements)
        if (element.isEdge() && element.visible()) write(pen, element);
    };
  }
  for (const [name, draw] of Object.entries(own)) {
    plain[name] = renderer[name].bind(renderer);
    renderer[name] = draw;
  }
  signal.addEventListener('abort', () => {
    for (const name of Object.keys(own)) delete renderer[name];
  });
}

/**
 * Has cytoscape draw a lecture straight onto the screen: sharper, and a step up to a quarter
 * sooner. Its caches of pixels hold the whole figure at a power of two: right for readers who pan
 * and zoom, wasted where each press has another camera, which sees a part.
 * @param {() => boolean} wanted  whether to draw so now
 */
export function drawStraight(cy, wanted, signal) {
  const renderer = cy.renderer();
  const layered = renderer.drawLayeredElements;
  renderer.drawLayeredElements = (context, elements, ratio, extent) => {
    if (!wanted()) return layered.call(renderer, context, elements, ratio, extent);
    for (const element of elements) {
      if (element.visible() && meet(element.boundingBox(), extent))
        renderer.drawElement(context, element);
    }
    return undefined;
  };
  signal.addEventListener('abort', () => {
    renderer.drawLayeredElements = layered;
  });
}

/**
 * Has cytoscape put off its drawing while the page has no room; `whenSized` waits for some.
 *
 * Workaround: in a frame that was hidden since the drawing was asked for, Firefox sets no font, and
 * an error ends cytoscape's loop of drawing for good.
 * https://github.com/cytoscape/cytoscape.js/blob/v3.28.1/src/extensions/renderer/base/redraw.js
 */
export function drawWithRoom(cy, whenSized, signal) {
  const renderer = cy.renderer();
  const { render } = renderer;
  let isWaiting = false;
  renderer.render = (options) => {
    if (isWaiting) return;
    isWaiting = true;
    whenSized(() => {
      isWaiting = false;
      render.call(renderer, options);
    });
  };
  signal.addEventListener('abort', () => {
    renderer.render = render;
  });
}

// Workaround: dash-cytoscape gives nobody the live instance, but cytoscape keeps it on its box.
// https://github.com/cytoscape/cytoscape.js/blob/v3.28.1/src/core/index.js
export const liveInstance = () => /** @type {any} */ (document.getElementById('graph'))?._cyreg?.cy;

/**
 * What lies at a point of the drawing: the topmost element, or the graph itself.
 * @param {any} cy
 * @param {number[]} point
 */
export const elementAt = (cy, [x, y]) => cy.renderer().findNearestElement(x, y, true, false) ?? cy;

/** Listens to the graph until the signal ends it: the `on` of cytoscape knows no AbortSignal. */
export function onGraph(cy, signal, ...how) {
  cy.on(...how);
  signal.addEventListener('abort', () => cy.off(...how));
}
