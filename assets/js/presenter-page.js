/**
 * The script of the presenter's window: shows what the page with the figure tells it, and tells the
 * page each key and press. The two share nothing but messages, so it lasts when that page is loaded
 * anew, from a disk too, where after F5 neither may touch the other any more.
 *
 * Told: `{cascade: 'told', since, words}`, the timer's beginning in ms since 1970 and a text for
 * each id; with `at` the pictures of now and next, SVG under a key. Tells: `{cascade: 'lectern',
 * spot, at}` in answer, where it stands and what pictures it has; with `ask` to be told again, as
 * it does each second to see whether the page is there; with `name` or `key` for what was pressed.
 */
import { typedKey } from './rules/typed-key.js';

const PATIENCE = 3000; // ms without an answer after which the page counts as gone
const page = opener;
// A page from a disk has no origin to name; what is said here is no secret to the page.
const to = origin === 'null' ? '*' : origin;
let since = Date.now();
let heard = 0;
let at = '';

function tell(more) {
  const spot = `left=${screenX},top=${screenY},width=${innerWidth},height=${innerHeight}`;
  page.postMessage({ cascade: 'lectern', spot, at, ...more }, to);
}

/** Changes what is not as it should be: a text that someone has marked stays marked. */
function put(id, text) {
  const box = document.getElementById(id);
  if (box.textContent !== text) box.textContent = text;
}

/** A picture, or none at the end. */
function paint(id, svg) {
  const box = document.getElementById(id);
  box.hidden = !svg;
  if (svg) box.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function show() {
  const s = Math.floor((Date.now() - since) / 1000);
  put('timer', `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`);
  put('clock', new Date().toTimeString().slice(0, 5));
  document.getElementById('lost').hidden = performance.now() - heard < PATIENCE;
}

addEventListener('message', ({ source, data }) => {
  if (source !== page || data?.cascade !== 'told') return;
  ({ since } = data);
  heard = performance.now();
  for (const [id, text] of Object.entries(data.words)) put(id, text);
  if (data.pictures) {
    ({ at } = data);
    paint('here', data.pictures[0]);
    paint('coming', data.pictures[1]);
  }
  show();
  tell();
});
document.addEventListener('click', ({ target }) => {
  const name = target.closest('button')?.dataset.name;
  if (name) tell({ name });
});
/**
 * Keys do here what they do there; only those that move between buttons, and a browser's own, stay.
 */
document.addEventListener('keydown', (event) => {
  const { shiftKey, target } = event;
  const key = typedKey(event);
  if (!key) return;
  if (target.closest?.('button') && ' Enter'.includes(key)) return;
  if (key.length > 1 && !/^(Page|Arrow|Home|End|Enter|Esc)/.test(key)) return;
  event.preventDefault();
  tell({ key, shiftKey });
});
setInterval(() => {
  tell({ ask: true });
  show();
}, 1000);
