/** Mouse and touch on the canvas: tap, hover, and a wheel that leaves the host page alone. */
import { byId } from '../app/dom.js';
import { currentPathway, state } from '../app/state.js';
import { testingName } from '../rules/testing.js';
import { isNameAt, onGraph } from './cytoscape-internals.js';

const SLIP = 10; // CSS pixels that a finger may move in a tap

const DOUBLE = 350; // ms in which a second tap on the same thing is a double click
const GRACE = 240; // ms to bring the pointer from a thing to its words

export function installPointer({ cy, dispatch, signal }) {
  const box = byId('graph');
  const tip = byId('tip');
  let active = false;
  let locked = false; // a lecture's camera stands still
  let from = null; // where a finger began
  let swiped = false;
  let tapped = null; // the thing tapped last
  let tappedAt = 0;

  onGraph(cy, signal, 'tap', (event) => {
    // Workaround: not on click, as cytoscape cancels a touch before it becomes one; no source
    // found.
    setActive(true);
    // A name stands for its arrow or cell; cytoscape's own `text-events` fails where a label has no
    // bounds, with 'Cannot read properties of null' in its search for what lies below the pointer.
    const named = () => cy.elements('[kind="cell"], [outcome]').filter(isNameAt(event.position))[0];
    const target = event.target === cy ? (named() ?? cy) : event.target;
    if (target === cy) return dispatch({ type: 'clear', all: true });
    const again = target === tapped && event.timeStamp - tappedAt < DOUBLE;
    tapped = target;
    tappedAt = event.timeStamp;
    if (again) return undefined; // a double click means what one means
    const { kind, cell } = target.data();
    if (kind === 'cell') dispatch({ type: 'focus', id: cell, node: target.id() });
    else if (kind === 'signal' || kind === 'pair') dispatch({ type: 'edge', id: target.id() });
    return undefined;
  });

  /** What a thing under the pointer is called. */
  function name(element) {
    const pathway = currentPathway();
    const { kind, cell, label, interactions } = element.data();
    const named = ['cell', 'signal', 'pair'].includes(kind);
    if (state.asked && named)
      return testingName(element.id(), state.asked, () => element.data(), pathway);
    if (kind === 'cell') return pathway.cells[cell].name;
    if (kind === 'signal') return pathway.interactions[element.id()].claim;
    if (kind === 'pair') return `${interactions.length} arrows: ${label}`;
    return label;
  }

  onGraph(cy, signal, 'mouseover', 'node[kind="cell"], edge[kind!="flow"]', (event) => {
    if (event.target.hasClass('hidden')) return;
    event.target.addClass('hover');
    box.classList.add('pointing');
    clearTimeout(leaving);
    tip.textContent = name(event.target);
    tip.hidden = false;
    place(event.renderedPosition);
  });
  onGraph(cy, signal, 'mouseout', 'node, edge', (event) => {
    event.target.removeClass('hover');
    box.classList.remove('pointing');
    leave();
  });

  // The words stay while the pointer is on its way to them or on them, so that they can be read
  // enlarged (WCAG 1.4.13); Esc takes them away.
  let leaving = 0;
  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(hideTip, GRACE);
  }
  function hideTip() {
    clearTimeout(leaving);
    tip.hidden = true;
  }
  tip.addEventListener('pointerenter', () => clearTimeout(leaving), { signal });
  tip.addEventListener('pointerleave', leave, { signal });
  tip.addEventListener('click', hideTip, { signal });
  /** Esc: true where it took away words that the pointer brought, and so has done its work. */
  function dismiss() {
    if (tip.hidden || told) return false;
    hideTip();
    return true;
  }

  function place({ x, y }, low = y) {
    const room = box.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${Math.max(8, Math.min(x + 14, room))}px`;
    tip.style.top = `${Math.max(8, y > 90 ? y - tip.offsetHeight - 12 : low + 18)}px`;
  }

  let told = null; // what the keyboard is on

  /** Names a thing that got the focus, as hovering does; null ends it. */
  function tell(element) {
    clearTimeout(leaving);
    told?.removeClass('hover');
    told = element;
    tip.hidden = !element;
    if (!element) return;
    element.addClass('hover');
    tip.textContent = name(element);
    follow();
  }

  function follow() {
    if (!told || tip.hidden) return;
    const { x1, x2, y1, y2 } = told.renderedBoundingBox({
      includeLabels: told.isEdge(),
      includeEdges: false,
    });
    place({ x: (x1 + x2) / 2, y: y1 - 4 }, y2 + 4);
  }

  // The wheel belongs to the page until the reader has clicked into the figure or holds Ctrl.
  // Workaround: on the parent, as cytoscape listens on the box itself, in the capture phase and
  // earlier; no source found.
  const around = byId('stage');
  around.addEventListener(
    'wheel',
    (event) => {
      cy.userZoomingEnabled(!locked && (active || event.ctrlKey || event.metaKey));
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

  return { hideTip, dismiss, tell, follow, lock, isActive: () => active };
}
