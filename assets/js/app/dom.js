/** Making elements, and the room they have. Text for HTML is escaped in rules/escape.js. */
const SVG = 'http://www.w3.org/2000/svg';

/** @param {string} id  @returns {any} the element, which the page has */
export const byId = (id) => document.getElementById(id);

/**
 * An element.
 * @param {string} tag
 * @param {Record<string, any>} more  its properties; names with a hyphen are attributes
 * @param {Array<Node|string>} children
 * @returns {any}
 */
export function element(tag, { dataset = {}, ...more } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(more)) {
    if (name.includes('-')) node.setAttribute(name, value);
    else node[name] = value;
  }
  Object.assign(node.dataset, dataset);
  node.append(...children);
  return node;
}

/** A button that runs a command: `dataset` is {do: its name, ...details}, see app/commands.js. */
export const button = (textContent, dataset = {}, more = {}) =>
  element('button', { type: 'button', textContent, dataset, ...more });

/** A link to another site, or mere words where there is no address. */
export const link = (name, href) =>
  href
    ? element('a', { href, target: '_blank', rel: 'noopener' }, name)
    : element('span', {}, name);

/**
 * An element of SVG.
 * @param {string} tag
 * @param {Record<string, any>} attributes
 * @param {Array<Node>} children
 * @returns {any}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/*
 * Whether the page has room, and waiting until it has.
 *
 * Workaround: a frame that its course page hides, in a tab or a folded section, has no room, and
 * Firefox gives what is not laid out no computed style, at which cytoscape fails and React takes
 * the whole page away. https://bugzilla.mozilla.org/show_bug.cgi?id=548397
 */
const LEAST = 32; // CSS pixels: in a folded <details> a frame is 10 by 10 for Firefox

export const hasSize = (root = document.documentElement) =>
  root.clientWidth >= LEAST && root.clientHeight >= LEAST;

/** Calls `act` once, as soon as the page has room: at once if it has. */
export function whenSized(act, root = document.documentElement) {
  if (hasSize(root)) {
    act();
    return;
  }
  const observer = new ResizeObserver(() => {
    if (!hasSize(root)) return;
    observer.disconnect();
    act();
  });
  observer.observe(root);
}
