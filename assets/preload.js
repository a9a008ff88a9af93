/**
 * What the first drawing waits for starts here, while Dash is still loading: the data, the fonts
 * and the pictures. The script stands after the data on the page.
 */
(function (kit) {
  'use strict';

  const FONTS = ['500 20px Inter', '600 22px Inter', '700 24px Inter'];

  function load(uri) {
    const image = new Image();
    image.src = uri;
    return image.decode();
  }

  /** What a page of the figure holds: its data, and when the fonts and pictures are there. */
  kit.read = (page) => {
    const json = (id) => JSON.parse(page.getElementById(id).textContent);
    const data = { ...kit.inflate(json('figure-data'), page.querySelector('noscript')?.textContent), ...json('figure-start') };
    const loaded = Promise.allSettled([
      ...FONTS.map((font) => document.fonts?.load(font, 'aβ')),
      ...data.drawings.map((rule) => load(rule.style['background-image'])),
    ]);
    return { data, loaded };
  };
  Object.assign(kit, kit.read(document));
})((globalThis.cascadeKit ??= {}));
