/** The page's own words, in its language. English stands in the scripts; another comes with the page. */
(function (kit) {
  'use strict';

  /**
   * An English string in the page's language, its {gaps} filled after that.
   * @param {string} text  as it stands in pathways/lang/<language>/interface.yaml
   */
  function t(text, gaps) {
    const { lang, words } = kit.data ?? {};
    const said = lang === 'xx-long' ? `${text} ${text}` : words?.[text] ?? text;
    return gaps ? said.replace(/\{(\w+)\}/g, (whole, name) => gaps[name] ?? whole) : said;
  }

  /** A heading inside a sentence; other languages keep capitals that mean something. */
  const lower = (text) => (kit.data?.lang ? text : text.toLowerCase());

  /**
   * Whether no server stands behind the page: it carries the answers of Dash. So does a server's
   * page in another language, but that knows of the others.
   */
  const frozen = () => Boolean(document.getElementById('dash-layout')) && kit.data.langs.length < 2;

  Object.assign(kit, { t, lower, frozen });
})((globalThis.cascadeKit ??= {}));
