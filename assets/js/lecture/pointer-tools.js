/**
 * The pen: a lecturer draws over the figure. Strokes are kept in drawing units and go with the
 * step.
 */
import { byId, svgElement } from '../app/dom.js';
import { state } from '../app/state.js';
import { onGraph } from '../graph/cytoscape-internals.js';

const WIDTH = 5; // px

export function installPen({ cy, signal }) {
  const layer = svgElement('g');
  const sheet = svgElement('svg', { id: 'ink', 'aria-hidden': 'true' }, layer);
  byId('stage').append(sheet);
  let stroke = null;

  function follow() {
    const { x, y } = cy.pan();
    layer.setAttribute('transform', `translate(${x} ${y}) scale(${cy.zoom()})`);
  }
  onGraph(cy, signal, 'viewport', () => {
    if (layer.firstChild) follow();
  });

  function put(event, word) {
    const { left, top } = sheet.getBoundingClientRect();
    const to = (pixels, pan) => ((pixels - pan) / cy.zoom()).toFixed(1);
    const way = `${to(event.clientX - left, cy.pan().x)} ${to(event.clientY - top, cy.pan().y)}`;
    stroke.setAttribute('d', `${stroke.getAttribute('d') ?? ''}${word}${way}`);
  }

  const draws = {
    pointerdown(event) {
      if (stroke || event.button) return;
      follow();
      sheet.setPointerCapture(event.pointerId);
      stroke = layer.appendChild(svgElement('path'));
      put(event, 'M');
      put(event, 'L'); // a tap is a dot
    },
    pointermove(event) {
      if (stroke) put(event, 'L');
    },
    pointerup() {
      stroke = null;
    },
    pointercancel() {
      stroke = null;
    },
  };
  for (const [name, draw] of Object.entries(draws)) sheet.addEventListener(name, draw, { signal });

  /** Turns it on or off; true where that changed something. */
  const on = (yes) =>
    sheet.classList.contains('on') !== yes && (sheet.classList.toggle('on', yes), true);
  const wipe = () => {
    stroke = null;
    layer.replaceChildren();
  };

  /** The strokes once more, on a canvas or a surface that stands in drawing units. */
  state.drawInk = (to) => {
    Object.assign(to, {
      strokeStyle: getComputedStyle(sheet).stroke,
      lineWidth: WIDTH / cy.zoom(),
      lineCap: 'round',
      lineJoin: 'round',
    });
    for (const drawn of layer.children) {
      to.beginPath();
      for (const [, word, x, y] of drawn.getAttribute('d').matchAll(/([ML])(\S+) ([^ML]+)/g))
        to[word === 'M' ? 'moveTo' : 'lineTo'](Number(x), Number(y));
      to.stroke();
    }
  };

  return { on, wipe, toggle: () => on(true) || !on(false) };
}

export function installSpotlight({ signal }) {
  const veil = byId('veil');
  const at = (x, y) => {
    veil.style.setProperty('--x', `${x}px`);
    veil.style.setProperty('--y', `${y}px`);
  };
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  addEventListener(
    'pointermove',
    (event) => {
      if (!veil.hidden) at(event.clientX, event.clientY);
    },
    { passive: true, signal },
  );
  addEventListener(
    'focusin',
    (event) => {
      if (!veil.hidden && event.target.closest('#overlay')) at(...middle(event.target));
    },
    { signal },
  );
  return {
    toggle: () => {
      veil.hidden = !veil.hidden;
      return !veil.hidden;
    },
    off: () => {
      veil.hidden = true;
    },
    /** Rests where the step's new arrow is. */
    rest: (cy, { newest }) => {
      const spot = newest && cy.getElementById(newest).renderedMidpoint?.();
      const { left, top } = byId('stage').getBoundingClientRect();
      if (spot && Number.isFinite(spot.x)) at(left + spot.x, top + spot.y);
    },
  };
}
