'use strict';
/** Loads assets as the page does: classic scripts that attach to one object. */
globalThis.matchMedia ??= () => ({ matches: false });
globalThis.document ??= { hidden: false };

const names = ['words', 'view', 'url', 'visible', 'find', 'camera', 'theme', 'say', 'keys', 'searchbox', 'lecture', 'claim', 'lecturekeys', 'drawon', 'qr', 'code', 'host', 'manners', 'snippet'];
for (const name of names) require(`../../assets/${name}.js`);

/** Numbers from 0 to 1, the same every time (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Freezes an object and all in it, so that a test fails where something changes it. */
function frozen(value) {
  if (value && typeof value === 'object') Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

module.exports = { kit: globalThis.cascadeKit, figure: frozen(require('./figure.js')), seeded, frozen };
