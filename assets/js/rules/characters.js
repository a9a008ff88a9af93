/** Text by whole characters. Pure. */

/** Halves of a surrogate pair that stand alone: no address can hold them. */
const LONE = /\p{Surrogate}/gu;

export const hasLoneHalf = (text) => text.search(LONE) >= 0;

/** As `String.prototype.toWellFormed`, which Safari has since 16.4. */
export const wellFormed = (text) => text.replace(LONE, '\ufffd');

/** The first characters, none of them halved. */
export const cut = (text, most) =>
  Array.from(text.slice(0, 2 * most))
    .slice(0, most)
    .join('');
