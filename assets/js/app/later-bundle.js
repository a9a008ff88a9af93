/** Loads a bundle that a page does not need at its start: see tools/press.mjs. */
import { element } from './dom.js';

const done = (part) =>
  new Promise((resolve, reject) => {
    part.onload = resolve;
    part.onerror = reject;
    document.head.append(part);
  });

/**
 * Runs the scripts inside the page, else those that a box names, with its sheet.
 * @param {string} name  of the bundle
 * @param {HTMLElement|null} box  null where the scripts are inside
 */
export async function loadBundle(name, box) {
  const inside = document.querySelectorAll(`script[data-later="${name}"]`);
  for (const { textContent } of inside) document.head.append(element('script', { textContent }));
  if (inside.length) return;
  const { sheet, scripts } = box.dataset;
  const styled = sheet && done(element('link', { rel: 'stylesheet', href: sheet }));
  for (const src of scripts.split(' ')) await done(element('script', { src }));
  await styled;
}
