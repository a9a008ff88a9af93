/**
 * A new figure takes the place of the old one, and the page stays: the server's new page is read in
 * the background, its words and elements come in, and the figure starts anew on the same canvas, at
 * the same view and place. What cannot be done so loads the page anew.
 */
import { byId } from '../app/dom.js';
import { readFigure } from '../app/load.js';
import { state } from '../app/state.js';
import { start, stop } from '../figure.js';
import { holdCamera, pageState, refocus, reloadPage, restorePage } from './page-memory.js';

const WAY = ['main', 'stage', 'figure', 'react-entry-point']; // from the body to the canvas
const STAY = new Set(['say', 'toast', 'arrange', 'problems']); // of whoever works on the page
/** What whoever moves cells wants of a new figure; nothing while nobody does. */
export const arranging = { mustWait: () => false, memory: () => ({}), renew: async () => {} };
export const attend = (wishes) => Object.assign(arranging, wishes);

const mark = (page) => page.querySelector('meta[name="cascade-figure"]');
export const figureNumbers = (page = document) => mark(page).content.split(' ');

/** Scripts, styles and language, which only a page loaded anew can change. */
const frame = (page) =>
  [
    figureNumbers(page)[0],
    page.documentElement.lang,
    page.getElementById('graph-options') && 'mounts its graph itself',
    ...[
      ...page.querySelectorAll(
        'body > script[src], head > link[rel="stylesheet"][href^="bundle/cascade"]',
      ),
    ].map((tag) => tag.getAttribute('src') ?? tag.getAttribute('href')),
  ].join('\n');

const possible = (page) =>
  frame(page) === frame(document) &&
  window.parent === window &&
  !window.name && // neither in a frame nor with a presenter's window
  !byId('graph-options');

const idle = () =>
  new Promise((resolve) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(resolve, { timeout: 250 });
    else setTimeout(resolve, 50);
  });

/**
 * Puts the children of `fresh` around the one that leads to the canvas, which is never moved.
 * @param {any} old  @param {any} fresh  @param {string[]} path  ids that lead to the canvas
 */
function renew(old, fresh, [id, ...way]) {
  const canvas = byId(id);
  const code = (child) =>
    child.tagName === 'NOSCRIPT' ||
    (child.tagName === 'SCRIPT' && child.type !== 'application/json');
  for (const child of [...old.childNodes]) {
    if (child !== canvas && !STAY.has(child.id) && !code(child)) child.remove();
  }
  let last = null;
  for (const child of [...fresh.childNodes]) {
    if (child.id === id) last = canvas;
    else if (!code(child)) {
      const node = (STAY.has(child.id) && byId(child.id)) || child;
      if (last) last.after(node);
      else canvas.before(node);
      last &&= node;
    }
  }
  if (way.length) renew(canvas, fresh.querySelector(`#${id}`), way);
}

function put(page, fresh) {
  const cy = state.cy;
  window.cascade.view(); // tells what waits for the paint
  const place = pageState();
  stop();
  cy.stop().elements().stop();
  document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  document.documentElement.classList.remove('plotting', 'reading');
  byId('graph').classList.remove('active', 'pointing');
  cy.userPanningEnabled(true).userZoomingEnabled(false);
  // What is nowhere else now, because the figure never writes it.
  document.head.querySelector('meta[name="description"]').content = page.head.querySelector(
    'meta[name="description"]',
  ).content;
  renew(document.body, page.body, WAY);
  byId('first-picture').remove(); // the canvas is there already
  Object.assign(state, fresh, { cy: null });
  cy.elements().remove();
  holdCamera(place);
  start();
  return place;
}

async function swap() {
  const answer = await fetch(`reload/figure${location.search}`);
  if (!answer.ok) throw new Error(answer.statusText);
  const { page: text } = await answer.json();
  performance.mark('swapped'); // for bench/reloading.py
  const page = new DOMParser().parseFromString(text, 'text/html');
  if (!possible(page)) return reloadPage(arranging.memory());
  // A parsed page has scripts forbidden, so that its picture is elements and no text.
  const [, picture] = /<noscript>(.*?)<\/noscript>/s.exec(text);
  const fresh = readFigure(page, picture);
  await fresh.loaded;
  await idle(); // what the old figure has left for an idle moment comes first
  if (arranging.mustWait()) return undefined;
  const place = put(page, fresh);
  await state.painted;
  restorePage(place);
  await arranging.renew();
  requestAnimationFrame(() =>
    setTimeout(() => {
      mark(document).content = mark(page).content;
      performance.mark('drawn'); // for bench/reloading.py
    }),
  );
  await idle(); // the buttons of cells and arrows are there again
  refocus(place);
  return undefined;
}

let last = Promise.resolve();

/** Shows the server's figure, one after the other. */
export function swapFigure() {
  last = last.then(swap).catch((error) => {
    console.warn('The page loads anew, as the new figure could not be put into it.', error);
    reloadPage(arranging.memory());
  });
  return last;
}
