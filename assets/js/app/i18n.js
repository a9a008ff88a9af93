/**
 * The page's own words, in its language. English stands in the scripts; another comes with the
 * page.
 */
import { state } from './state.js';

/**
 * An English string in the page's language, its {gaps} filled after that.
 * @param {string} text  as it stands in pathways/lang/<language>/interface.yaml
 * @param {Record<string, any>} [gaps]
 */
export function t(text, gaps) {
  const { lang, words } = state.data ?? {};
  const translated = lang === 'xx-long' ? `${text} ${text}` : (words?.[text] ?? text);
  return gaps ? translated.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole) : translated;
}

/** A heading inside a sentence; other languages keep capitals that mean something. */
export const lower = (text) => (state.data?.lang ? text : text.toLowerCase());
