/**
 * A new figure is looked at from the same spot. The view is in the address; `now` gives what that
 * does not hold: camera, scrolling, open lists and dialogs, the focus. To a page that must load
 * anew it travels in the state of the history entry, which dies with the tab.
 */
import { byId, element } from '../app/dom.js';
import { state } from '../app/state.js';
import { overrideLook } from '../graph/camera.js';
import { openPanel } from '../panel/side-panel.js';

export const before = history.state?.cascade ?? null;
const panel = () => byId('panel');
const folds = () => [...document.querySelectorAll('#panel details')];

/** What the canvas shows now, as a small picture; '' where it cannot be had. */
function picture() {
  const layers = [...document.querySelectorAll('#graph canvas')];
  if (!layers[0]?.width) return '';
  const sheet = element('canvas', { width: layers[0].width, height: layers[0].height });
  const pen = sheet.getContext('2d');
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  for (const layer of layers.reverse()) pen.drawImage(layer, 0, 0);
  return sheet.toDataURL('image/webp', 0.8);
}

/** Lies where the new figure will be until that is drawn, so that nothing flickers. */
function curtain(source) {
  const image = element('img', { src: source, id: 'curtain', alt: '' });
  byId('stage').append(image);
  whenDrawn(() => requestAnimationFrame(() => image.remove()));
}

/** What leads to an element again, on a page made anew. */
function way(target) {
  if (!target || target === document.body) return '';
  const { node, line } = target.dataset;
  if (node) return `#overlay [data-node="${CSS.escape(node)}"]`;
  if (line) return `#overlay [data-line="${CSS.escape(line)}"]`;
  if (target.id) return `#${CSS.escape(target.id)}`;
  const nth = [...target.parentElement.children].indexOf(target) + 1;
  return `${way(target.parentElement) || 'body'} > :nth-child(${nth})`;
}

export function pageState() {
  const cy = state.cy;
  const focus = document.activeElement;
  return {
    search: location.search,
    focus: way(focus),
    typed: focus?.matches('input[type="search"]')
      ? [focus.value, focus.selectionStart, focus.selectionEnd]
      : null,
    dialogs: [...document.querySelectorAll('dialog[open]')].map((one) => one.id),
    camera: cy && { zoom: cy.zoom(), pan: { ...cy.pan() }, width: cy.width(), height: cy.height() },
    panel: panel().scrollTop,
    closed: document.documentElement.classList.contains('panel-closed'),
    page: [scrollX, scrollY],
    open: folds().map((one) => one.open),
    listing: !byId('listing').hidden,
  };
}

/** Keeps the place and, by the names of other scripts, what they want to find again; reloads. */
export function reloadPage(more = {}) {
  const kept = { ...pageState(), ...more };
  try {
    history.replaceState({ cascade: { ...kept, picture: picture() } }, '');
  } catch {
    // Workaround: a browser may refuse to keep so large a picture; no source found.
    history.replaceState({ cascade: kept }, '');
  }
  location.reload();
}

let held = null; // the place that the camera returns to, until the reader does something
overrideLook((cy, glide) => {
  const same =
    held?.camera &&
    location.search === held.search &&
    cy.width() === held.camera.width &&
    cy.height() === held.camera.height;
  if (!same || glide) {
    held = null;
    return false;
  }
  cy.viewport({ zoom: held.camera.zoom, pan: { ...held.camera.pan } });
  return true;
});
for (const kind of ['pointerdown', 'keydown', 'wheel']) {
  addEventListener(
    kind,
    () => {
      held = null;
    },
    { capture: true },
  );
}
export const holdCamera = (place) => {
  held = place;
};

export function restorePage(place) {
  openPanel(!place.closed);
  folds().forEach((one, at) => {
    one.open = place.open[at] ?? one.open;
  });
  if (place.listing && byId('listing').hidden) {
    document.querySelector('[data-do="listing"]').click();
  }
  for (const id of place.dialogs) document.querySelector(`[data-do="${id}"]`)?.click();
  panel().scrollTop = place.panel;
  scrollTo(...place.page);
}

/** The focus comes last, as the buttons of the diagram do; not where the reader moved it since. */
export function refocus({ focus, typed }) {
  const had = document.activeElement;
  if (!focus || (had && had !== document.body && !had.closest('dialog'))) return;
  const field = document.querySelector(focus);
  field?.focus({ preventScroll: true });
  if (!typed || !field) return;
  [field.value] = typed;
  field.setSelectionRange(typed[1], typed[2]);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Calls back when the figure has been drawn. */
export function whenDrawn(then) {
  if (document.documentElement.classList.contains('drawn')) return void then();
  const watch = new MutationObserver(() => {
    if (!document.documentElement.classList.contains('drawn')) return;
    watch.disconnect();
    then();
  });
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
}

if (before) {
  if (before.picture) curtain(before.picture);
  holdCamera(before);
  whenDrawn(() => restorePage(before));
}
