/** Keeps the focus on the page: where the element that had it goes away, it moves to the next. */
import { byId } from '../app/dom.js';
import { panBy } from '../graph/camera.js';

const gone = (element) => !element.isConnected || element.getClientRects().length === 0;

/**
 * Does some work; if the focused element vanishes with it, focuses the open card, else the
 * figure. Buttons of the overlay look after themselves (`cursor`).
 * @param {() => any} work
 * @param {{back: () => boolean}} figure
 */
export function keepFocus(work, figure) {
  const before = document.activeElement;
  const keyboard = before?.matches(':focus-visible');
  const inPanel = Boolean(before?.closest('#panel'));
  const result = work();
  if (!before || before === document.body || before.closest('#overlay') || !gone(before))
    return result;
  const card = document.querySelector('#cards:not([hidden]) article:not([hidden]) h2');
  if (inPanel && card && !gone(card)) card.focus({ preventScroll: true });
  else if (!keyboard || !figure.back()) byId('main').focus({ preventScroll: true });
  return result;
}

const ROOM = 16; // CSS pixels around the focus ring

/**
 * The move that brings a box into a free rectangle, {x: 0, y: 0} where it lies inside. A box that
 * is larger shows its start. Pure; all in the same pixels.
 * @param {{left: number, top: number, right: number, bottom: number}} box
 */
export function shiftIntoSight(box, free) {
  const shift = (low, high, from, to) => {
    if (low < from) return from - low;
    return high > to ? Math.max(to - high, from - low) : 0;
  };
  return {
    x: shift(box.left, box.right, free.left, free.right),
    y: shift(box.top, box.bottom, free.top, free.bottom),
  };
}

/** The part of the canvas that nothing covers: without the strip of buttons and the panel. */
function freeArea() {
  const { left, top, right, bottom } = byId('stage').getBoundingClientRect();
  const area = { left, top, right, bottom: Math.min(bottom, innerHeight) };
  for (const bar of document.querySelectorAll('.zoom, .organs:not([hidden])')) {
    const box = bar.getBoundingClientRect();
    if (box.height) area.bottom = Math.min(area.bottom, box.top);
  }
  const panel = byId('panel').getBoundingClientRect();
  const over =
    panel.width && panel.left < area.right && panel.right > area.left && panel.top < area.bottom;
  if (over && panel.left > left + 40) area.right = Math.min(area.right, panel.left);
  else if (over && panel.top > top + 40) area.bottom = Math.min(area.bottom, panel.top);
  return {
    left: area.left + ROOM,
    top: area.top + ROOM,
    right: area.right - ROOM,
    bottom: area.bottom - ROOM,
  };
}

let waiting = 0;

/** Glides so that a button of the overlay is in sight; waits for a glide under way. */
export function revealButton(cy, button) {
  clearTimeout(waiting);
  if (cy.animated()) {
    waiting = setTimeout(() => {
      if (document.activeElement === button) revealButton(cy, button);
    }, 60);
    return;
  }
  const { x, y } = shiftIntoSight(button.getBoundingClientRect(), freeArea());
  if (Math.abs(x) > 1 || Math.abs(y) > 1) panBy(cy, { x, y });
}
