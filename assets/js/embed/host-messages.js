/**
 * The page that frames the figure: what it may ask for, what it is told, how high the frame should
 * be. Only the parent is spoken to and heard, and only in plain, checked words.
 */
import { hasSize } from '../app/dom.js';
import { hasLoneHalf } from '../rules/characters.js';
import { formatAddress, parseAddress, VIEW_KEYS } from '../rules/url.js';

const LONGEST = 2000; // characters of a value
const MOST = 200; // items of a list, and messages that wait for the figure
const TALLEST = 1000; // CSS pixels; WordPress cuts there, too
const PAUSE = 100; // ms that a size must last before it is told
const GAP = 350; // ms between two tellings: fewer than three a second
const FRAME = 16; // ms that messages are gathered, and then worked on, so that none freezes it

const plain = (value) =>
  value !== null &&
  typeof value === 'object' &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));
const short = (value) =>
  typeof value === 'string' && value.length <= LONGEST && !hasLoneHalf(value);
const fits = {
  step: (value) => Number.isInteger(value) && value >= 0 && value < 1000,
  hide: (value) => Array.isArray(value) && value.length <= MOST && value.every(short),
};
Object.assign(fits, { part: fits.step, picks: fits.hide });

/**
 * What a message asks for. Pure: gives an object of its own, made of known keys alone.
 * @param {any} message
 * @returns {{type: 'next'|'prev'|'set'|'error', view?: any, text?: string}|null}
 *   null for what is not meant for the figure
 */
export function readMessage(message) {
  if (!plain(message) || !short(message.type)) return null;
  if (message.type === 'cascade:next') return { type: 'next' };
  if (message.type === 'cascade:prev') return { type: 'prev' };
  if (message.type !== 'cascade:set') return null;
  const wanted = Object.hasOwn(message, 'view') ? message.view : message.state;
  if (!plain(wanted))
    return { type: 'error', text: 'cascade:set needs a view, such as {stage: "circulation"}.' };
  const view = {};
  for (const key of VIEW_KEYS) {
    if (!Object.hasOwn(wanted, key)) continue;
    if (!(fits[key] ?? short)(wanted[key]))
      return { type: 'error', text: `The ${key} of cascade:set is not what a ${key} can be.` };
    view[key] = wanted[key];
  }
  return { type: 'set', view };
}

/**
 * Adds what was asked for to what waits: of several views in a row each key keeps its last value,
 * and of too many messages the last are kept. Pure.
 */
export function gather(waiting, asked) {
  const last = waiting.at(-1);
  if (asked.type === 'set' && last?.type === 'set') {
    const merged = { type: 'set', view: { ...last.view, ...asked.view } };
    return [...waiting.slice(0, -1), merged];
  }
  return [...waiting, asked].slice(-MOST);
}

/**
 * The height to ask for. It follows from the width alone and is never less than what the host
 * gave at first, so an answer cannot lead to another question. Pure.
 */
export const frameHeight = (width, given) =>
  Math.max(Math.round(given), Math.min(TALLEST, Math.max(480, Math.round(width * 0.62))));

/** The secret that WordPress puts behind the address of what it frames. Pure. */
export const secretOf = (hash) => /^#\?secret=([\w-]{1,64})$/.exec(hash)?.[1] ?? '';

/** What differs between two views, as the messages that tell of it. Pure. */
export function changesAsMessages(view, before) {
  const some = (keys) => Object.fromEntries(keys.map((key) => [key, view[key]]));
  const parts = {
    'cascade:step': ['pathway', 'stage', 'organ', 'lecture', 'step', 'part'],
    'cascade:select': ['focus', 'edge'],
  };
  return Object.entries(parts)
    .filter(([, keys]) => before && keys.some((key) => before[key] !== view[key]))
    .map(([type, keys]) => ({ type, ...some(keys) }));
}

/** @type {Window|null} */
let host = null; // whoever frames the page
let waiting = []; // asked for, and not yet done
let ready = false; // whether the figure is drawn
let running = 0;
let last = null;
let deck = false;
let data = null;
const listeners = new Set();

/** Calls back with what the reader does: {type: 'view', view, address}, and in a round of questions
 * {type: 'answer', ...} and {type: 'done', score}. */
export const listen = (listener) => listeners.add(listener);
export const tell = (event) => listeners.forEach((listener) => listener(event));

/** To whoever frames the page; an opaque frame can name no origin, and nothing told is private. */
const post = (message) => host.postMessage(message, '*');

const tellState = (view) => post({ type: 'cascade:state', view, query: formatAddress(view, data) });

function answer(asked) {
  const { cascade } = window;
  if (asked.type === 'error') return post({ type: 'cascade:error', text: asked.text });
  if (asked.type !== 'set') cascade[asked.type]();
  else {
    const whole = { ...cascade.view(), ...asked.view };
    const { warnings } = parseAddress(formatAddress(whole, data), data);
    for (const text of warnings) post({ type: 'cascade:error', text });
    cascade.set(asked.view);
  }
  return undefined;
}

/** Does what waits, a frame's worth of it at a time, and tells where that led. */
function work() {
  running = 0;
  const until = performance.now() + FRAME;
  let moved = false;
  while (waiting.length && performance.now() < until) {
    const asked = waiting.shift();
    answer(asked);
    moved ||= asked.type !== 'error';
  }
  if (moved) tellState(window.cascade.view());
  if (waiting.length) running = setTimeout(work, FRAME);
}

/** Asks for the frame's height as its width changes, in the words of three kinds of hosts. */
function followSize() {
  const secret = secretOf(location.hash);
  let given = 0; // what the host gave before it was asked
  let asked = 0;
  let told = 0;
  let later = 0;
  function size() {
    if (!hasSize()) return; // hidden: no width to ask for, and no height that was given
    given ||= innerHeight;
    const wanted = frameHeight(innerWidth, given);
    if (wanted === asked) return;
    asked = wanted;
    told = performance.now();
    post({ subject: 'lti.frameResize', height: wanted });
    if (secret) post({ message: 'height', value: wanted, secret });
    post({ type: 'cascade:resize', height: wanted });
  }
  addEventListener('load', () => {
    size();
    new ResizeObserver(() => {
      clearTimeout(later);
      later = setTimeout(size, Math.max(PAUSE, told + GAP - performance.now()));
    }).observe(document.documentElement);
  });
}

/** Listens to the page around this one, from the first moment; what it asks for waits. */
export function connectHost() {
  if (window.parent === window) return;
  host = window.parent;
  addEventListener('message', ({ source, data: message }) => {
    if (source !== host) return;
    if (message === 'slide:start') deck = true; // reveal.js says so to the frames of its slide
    const asked = readMessage(message);
    if (!asked) return;
    waiting = gather(waiting, asked);
    // Not by frames, which a hidden page has none of.
    if (ready) running ||= setTimeout(work, FRAME);
  });
  // A clicker turns the slides of a deck, even while the figure has the focus.
  addEventListener('keydown', (event) => {
    const method = { PageDown: 'next', PageUp: 'prev' }[event.key];
    const typing = event.target.closest?.('dialog, textarea');
    if (!method || !deck || event.defaultPrevented || typing) return;
    post(JSON.stringify({ method }));
    event.preventDefault();
  });
  followSize();
}

/** Tells the host of a view; before the first drawing it only remembers. */
export function tellHost(view) {
  if (!host) return;
  if (ready) {
    changesAsMessages(view, last).forEach(post);
    tellState(view);
  }
  last = view;
}

/** The figure is drawn: says so, then does what was asked meanwhile. */
export function hostReady(figure, warnings) {
  if (!host) return;
  data = figure;
  ready = true;
  post({ type: 'cascade:ready' });
  warnings.forEach((text) => post({ type: 'cascade:error', text }));
  tellState(last);
  work();
}
