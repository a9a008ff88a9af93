/**
 * Bundles that a page does not need at its start. Each offers one function, which the part of the
 * page that loads it calls with the figure and with what else it needs: see docs/developing.md.
 */
import { element } from './dom.js';

const done = (part) =>
  new Promise((resolve, reject) => {
    part.onload = resolve;
    part.onerror = reject;
    document.head.append(part);
  });

/** @type {Map<string, Function>} by name of the bundle */
const offered = new Map();
/** @type {Map<string, Promise<Function>>} */
const loading = new Map();

/** What a bundle does, once it is there. */
export const offer = (name, install) => offered.set(name, install);

/**
 * Runs the scripts inside the page, else those that a box names, with its sheet.
 * @param {string} name  of the bundle
 * @param {HTMLElement|null} box  null where the scripts are inside
 * @returns {Promise<Function>} what the bundle offers
 */
export function loadBundle(name, box) {
  if (!loading.has(name)) {
    const running = runScripts(name, box).then(() => offered.get(name));
    running.catch(() => loading.delete(name)); // who asks again tries again
    loading.set(name, running);
  }
  return loading.get(name);
}

async function runScripts(name, box) {
  const inside = document.querySelectorAll(`script[data-later="${name}"]`);
  for (const { textContent } of inside) document.head.append(element('script', { textContent }));
  if (inside.length) return;
  const { sheet, scripts } = box.dataset;
  const styled = sheet && done(element('link', { rel: 'stylesheet', href: sheet }));
  for (const src of scripts.split(' ')) await done(element('script', { src }));
  await styled;
}
