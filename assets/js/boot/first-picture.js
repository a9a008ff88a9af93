/**
 * The figure before its graph is there: the compiler's picture of the view that the address asks
 * for, where the canvas will draw it, and what the reader does meanwhile. Stands in the page behind
 * the pictures, so that they are painted while the other scripts still load.
 *
 * Overview and stages have pictures (cascade/page/first_picture.py); other views start without.
 */
import { isTall } from '../app/shape.js';
import { fitBox } from '../graph/camera.js';

const OTHERS = ['organ', 'focus', 'edge', 'hide', 'q', 'lecture', 'detail'];
const KEPT = ['click', 'input', 'change'];

const box = /** @type {any} */ (document.getElementById('first-picture'));
const text = (selector) => document.querySelector(selector).textContent;
const { parts, pictures, symbols } = JSON.parse(text('#first-pictures'));
const { start } = JSON.parse(text('#figure-start'));

/** What the address says of the view, or else the page's start. */
function asked() {
  const hash = location.hash.replace(/^#\??/, '');
  const query = new URLSearchParams(`${location.search.slice(1)}&${hash}`);
  return (key) => query.get(key) ?? start[key] ?? '';
}

function candidates() {
  const view = asked();
  if (OTHERS.some((key) => view(key) && view(key) !== 'auto')) return [];
  const pathway = view('pathway') || pictures[0].pathway;
  return pictures.filter(
    (candidate) =>
      candidate.pathway === pathway &&
      candidate.stage === view('stage') &&
      candidate.tall === isTall(),
  );
}

const camera = (candidate) =>
  fitBox(candidate.box, box.clientWidth, box.clientHeight, candidate.whole);

/** A picture as SVG, with its symbols; those of the overview, and itself, are in the <noscript>. */
function filled({ pathway, picture }) {
  const holder = document.createElement('template');
  holder.innerHTML = text('noscript');
  const still = holder.content.querySelector(`[data-pathway="${pathway}"] svg`);
  let at = 0;
  const inner = picture.map((step) => parts[(at += step)]).join('');
  holder.innerHTML =
    `<svg>${still.querySelector('defs').outerHTML}${symbols[pathway]}` +
    `${inner || still.querySelector('svg').innerHTML}</svg>`;
  return holder.content.firstChild;
}

let shown = null;

/** Shows the picture for the size of the window, if there is one, as the camera will see it. */
function show() {
  const next = candidates().find((candidate) => {
    const { zoom } = camera(candidate);
    return zoom >= candidate.zooms[0] && zoom < candidate.zooms[1];
  });
  if (next !== shown) box.replaceChildren(...(next ? [filled(next)] : []));
  shown = next;
  if (!next) return;
  const { zoom, pan } = camera(next);
  const room = [-pan.x, -pan.y, box.clientWidth, box.clientHeight].map((side) => side / zoom);
  box.firstChild.setAttribute('viewBox', room.join(' '));
}

const kept = [];

/**
 * Keeps what the reader does; what is done on the picture, by its place in the drawing.
 * @param {any} event
 */
function keep({ isTrusted, type, target, clientX, clientY }) {
  if (!isTrusted) return;
  const press = { type, target, at: null };
  if (type === 'click' && shown && box.contains(target)) {
    const { left, top } = box.getBoundingClientRect();
    const { zoom, pan } = camera(shown);
    press.at = [(clientX - left - pan.x) / zoom, (clientY - top - pan.y) / zoom];
  }
  kept.push(press);
}

const observer = new ResizeObserver(show);
observer.observe(box);
for (const type of KEPT) document.addEventListener(type, keep, true);

/** Ends the picture, and gives what was kept. */
box.release = () => {
  observer.disconnect();
  for (const type of KEPT) document.removeEventListener(type, keep, true);
  box.remove();
  return kept;
};
show();
