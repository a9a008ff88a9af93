/**
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
