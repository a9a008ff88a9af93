/** Mouse and touch on the canvas: tap, hover, and a wheel that leaves the host page alone. */
import { byId } from '../app/dom.js';
import { currentPathway, state } from '../app/state.js';
import { groundAction, wheelZooms } from '../rules/ground.js';
import { zoomBy } from './camera.js';
import { isNameAt, onGraph } from './cytoscape-internals.js';
import { installTooltip } from './tooltip.js';

const SLIP = 10; // CSS pixels that a finger may move in a tap

const DOUBLE = 350; // ms in which a second tap on the same thing is a double click
const NEAR = 24; // CSS pixels between the taps of a double click on the ground
const STEP = 2; // how much a double click zooms

export function installPointer({ cy, dispatch, signal }) {
  const box = byId('graph');
  const tip = installTooltip({ cy, signal });
  let active = false;
  let locked = false; // a lecture's camera stands still
  let from = null; // where a finger began
  let swiped = false;
  let tapped = null; // the thing tapped last
  let tappedAt = 0;
  let ground = null; // where the ground was tapped last, and whether that led anywhere

  onGraph(cy, signal, 'tap', (event) => {
    // Workaround: not on click, as cytoscape cancels a touch before it becomes one; no source
    // found.
    setActive(true);
    // A name stands for its arrow or cell; cytoscape's own `text-events` fails where a label has no
    // bounds, with 'Cannot read properties of null' in its search for what lies below the pointer.
    const named = () => cy.elements('[kind="cell"], [outcome]').filter(isNameAt(event.position))[0];
    const ours =
      event.target !== cy && ['cell', 'signal', 'pair'].includes(event.target.data('kind'));
    const target = ours ? event.target : named();
    if (!target) return tapGround(event);
    const again = target === tapped && event.timeStamp - tappedAt < DOUBLE;
    tapped = target;
    tappedAt = event.timeStamp;
    if (again) return undefined; // a double click means what one means
    const { kind, cell } = target.data();
    if (kind === 'cell') dispatch({ type: 'focus', id: cell, node: target.id() });
    else if (kind === 'signal' || kind === 'pair') dispatch({ type: 'edge', id: target.id() });
    return undefined;
  });

  /** To the place at this point; a second tap that found nowhere to go zooms, as on a map. */
  function tapGround({ position, timeStamp, originalEvent }) {
    const spot = { x: position.x * cy.zoom() + cy.pan().x, y: position.y * cy.zoom() + cy.pan().y };
    const again =
      ground &&
      timeStamp - ground.at < DOUBLE &&
      Math.hypot(spot.x - ground.x, spot.y - ground.y) < NEAR;
    const out = originalEvent?.shiftKey;
    tapped = null;
    if (again) {
      if (!ground.led && !locked) zoomBy(cy, out ? 1 / STEP : STEP, spot);
      ground = null;
      return;
    }
    const action = out ? null : groundAction(state.view, position, currentPathway());
    ground = { ...spot, at: timeStamp, led: action?.type === 'place' };
    if (action) dispatch(action);
  }

  onGraph(cy, signal, 'mouseover', 'node[kind="cell"], edge[kind!="flow"]', (event) => {
    if (event.target.hasClass('hidden')) return;
    event.target.addClass('hover');
    box.classList.add('pointing');
    tip.rest(event.target, event.renderedPosition);
  });
  onGraph(cy, signal, 'mouseout', 'node, edge', (event) => {
    event.target.removeClass('hover');
    box.classList.remove('pointing');
    tip.leave();
  });

  // Workaround: on the parent, as cytoscape listens on the box itself, in the capture phase and
  // earlier; no source found.
  const around = byId('stage');
  const takesWheel = ({ ctrlKey, metaKey }) => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const framed = window.parent !== window;
    const scrolls = scrollHeight > clientHeight + 1;
    return wheelZooms({ locked, active, ctrl: ctrlKey || metaKey, framed, scrolls });
  };
  around.addEventListener(
    'wheel',
    (event) => {
      cy.userZoomingEnabled(takesWheel(event));
    },
    { capture: true, passive: true, signal },
  );
  around.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'mouse') active = true;
    },
    { capture: true, signal },
  );

  // One finger scrolls the page; two fingers belong to the figure (pinch), and so does one
  // after a tap. touch-action tells the browser before cytoscape sees the gesture.
  around.addEventListener(
    'touchstart',
    (event) => {
      const figure = !locked && (active || event.touches.length > 1);
      cy.userPanningEnabled(figure);
      cy.userZoomingEnabled(figure);
      from = event.touches[0];
      swiped = false;
    },
    { capture: true, passive: true, signal },
  );
  // Workaround: cytoscape forbids the page to scroll with every move that it sees, panning or not.
  // As it would take what it does not see for a tap, it is told that such a touch was canceled.
  // https://github.com/cytoscape/cytoscape.js/issues/1164
  window.addEventListener(
    'touchmove',
    (event) => {
      if (active || event.touches.length > 1 || !around.contains(event.target)) return;
      event.stopPropagation();
      const { clientX, clientY } = event.touches[0];
      if (Math.hypot(clientX - from.clientX, clientY - from.clientY) > SLIP) swiped = true;
    },
    { capture: true, passive: true, signal },
  );
  window.addEventListener(
    'touchend',
    (event) => {
      if (!swiped) return;
      swiped = false;
      event.stopPropagation();
      window.dispatchEvent(new Event('touchcancel'));
    },
    { capture: true, passive: true, signal },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      if (!byId('stage').contains(event.target)) setActive(false);
    },
    { signal },
  );

  function setActive(on) {
    active = on && !locked;
    box.classList.toggle('active', active);
    cy.userPanningEnabled(!locked);
    cy.userZoomingEnabled(active);
  }

  function lock(on) {
    if (locked === on) return;
    locked = on;
    setActive(false);
  }

  const { hide: hideTip, dismiss, isTelling, tell, follow } = tip;
  return { hideTip, dismiss, isTelling, tell, follow, lock, takesWheel };
}
