/** A surface to draw on whose letters have simple measures, and what it has written. */
import { createSvgContext } from '../../../assets/js/save/svg-context.js';

/** Every letter is half an em wide; a line reaches 0.95 em above the baseline and 0.25 below. */
const ruler = {
  measureText(words) {
    const size = Number(/([\d.]+)px/.exec(this.font)[1]);
    const above = { alphabetic: 0.95, bottom: 1.2, middle: 0.6 }[this.textBaseline];
    return { width: (words.length * size) / 2, fontBoundingBoxAscent: above * size };
  },
};
export const pen = (prefix) => createSvgContext(ruler, prefix);
/** What a surface has written, without the frame around it. */
export const written = (one) => /<defs\/>(.*)<\/svg>$/s.exec(one.svg(10, 10))?.[1];
export const drawn = (work) => {
  const one = pen();
  work(one);
  return written(one);
};
