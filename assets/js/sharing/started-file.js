/** A frozen page that starts with another view, as the dialog to embed hands it out. Pure. */
import { escapeHtml } from '../rules/escape.js';

const START = /(<script type="application\/json" id="figure-start">)(.*?)(<\/script>)/s;

/**
 * @param {string} html  a frozen page
 * @param {Record<string, any>} start  view keys that differ from its plain start
 * @returns {string} the page, whose address still overrides the start
 */
export function startedFile(html, start) {
  // What paints the page before its scripts are there reads these from the root.
  const marks = ['theme', 'ui']
    .filter((key) => start[key])
    .map((key) => ` data-start-${key}="${escapeHtml(start[key])}"`)
    .join('');
  return html
    .replace(START, (whole, open, text, close) => {
      const parts = JSON.parse(text);
      const all = { ...parts, start: { ...parts.start, ...start } };
      return open + JSON.stringify(all).replaceAll('<', '\\u003c') + close;
    })
    .replace(/<html /, `<html${marks} `);
}
