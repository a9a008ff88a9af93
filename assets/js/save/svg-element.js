/** An element of SVG as text, without what it has anyway. Pure. */
import { FONT } from '../rules/constants.js';
import { escapeHtml } from '../rules/escape.js';

// What an element has without being told, so that nobody writes it.
const USUAL = {
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dashoffset': '0',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'font-weight': '400',
  'font-family': FONT,
};

/** A number with two decimals at most. */
export const short = (number) => String(Math.round(number * 100) / 100);

/** An element as text. */
export const tag = (name, attributes, inner = '') => {
  const written = Object.entries(attributes)
    .map(([key, value]) => {
      const text = typeof value === 'number' ? short(value) : value;
      return text && text !== USUAL[key] ? ` ${key}="${escapeHtml(text)}"` : '';
    })
    .join('');
  return `<${name}${written}${inner ? `>${inner}</${name}>` : '/>'}`;
};
