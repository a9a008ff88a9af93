/** What a reader did while the graph was still on its way, done now. */
import { elementAt } from './cytoscape-internals.js';

const SWITCHES = ['checkbox', 'range', 'radio'];

/**
 * Does again what assets/js/boot/first-picture.js kept, in its order. A field has its value
 * already, so it tells of it once more; only buttons of ours are clicked again, as a fold or a link
 * has done what it does.
 * @param {Array<{type: string, target: any, at: number[]|null}>} kept
 */
export function replayEarly(cy, kept) {
  for (const { type, target, at } of kept) {
    if (at) elementAt(cy, at).emit({ type: 'tap', position: { x: at[0], y: at[1] } });
    else if (type !== 'click') target.dispatchEvent(new Event(type, { bubbles: true }));
    else {
      const button = target.closest('[data-do]');
      if (button && !SWITCHES.includes(button.type)) button.click();
    }
  }
}
