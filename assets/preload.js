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

  const json = (id) => JSON.parse(document.getElementById(id).textContent);

  kit.data = { ...kit.inflate(json('figure-data'), document.querySelector('noscript')?.textContent), ...json('figure-start') };
  kit.loaded = Promise.allSettled([
    ...FONTS.map((font) => document.fonts?.load(font, 'aβ')),
    ...kit.data.drawings.map((rule) => load(rule.style['background-image'])),
  ]);
})((globalThis.cascadeKit ??= {}));
