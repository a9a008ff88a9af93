/** What several tests need: a small figure, chance that is the same every time, frozen data. */
import plain from './figure.js';

globalThis.matchMedia ??= () => ({ matches: false });
globalThis.document ??= { hidden: false };

/** Numbers from 0 to 1, the same every time (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Freezes an object and all in it, so that a test fails where something changes it. */
export function frozen(value) {
  if (value && typeof value === 'object') Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

export const figure = frozen(plain);
