/**
 * A stand-in for CanvasRenderingContext2D that writes down what is drawn on it as SVG. It knows
 * what cytoscape and our pictures use: paths, text, drawings, clips, and erasing within a group.
 */
import { escapeHtml } from '../rules/escape.js';
import { FONT } from '../rules/constants.js';
import { short, tag } from './svg-element.js';

const BEGIN = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
};
const COLOR = /^rgba?\((\d+), ?(\d+), ?(\d+)(?:, ?([\d.e-]+))?\)$/;
const ALL = 'M-1e5-1e5h2e5v2e5h-2e5z';
const SIDES = { center: 'middle', right: 'end', end: 'end' };

/**
 * @param {any} ruler  a real context, which knows how wide words are
 * @param {string} prefix  keeps ids apart from those of other pictures in the same page
 */
export function createSvgContext(ruler, prefix = '') {
  const drawings = new Map(); // symbol ids by address
  const stack = [];
  let defs = '';
  let count = 0;
  let parts = []; // elements of the group under way
  let path = '';
  let [px, py] = [0, 0]; // where the path has got to
  let hidden = { transform: '', dash: '', clip: '' }; // what a context keeps for itself
  let outlined = ''; // the text whose outline was written last

  const define = (name, attributes, inner) => {
    const id = `${prefix}s${(count += 1)}`;
    defs += tag(name, { id, ...attributes }, inner);
    return id;
  };
  const clipped = (inner, clip = hidden.clip) =>
    clip ? tag('g', { 'clip-path': `url(#${clip})` }, inner) : inner;

  function put(name, attributes, inner) {
    parts.push(clipped(tag(name, { ...attributes, transform: hidden.transform }, inner)));
    outlined = '';
  }

  /** The attributes of a color, or null where nothing would be seen. */
  function ink(kind) {
    const color = pen[`${kind}Style`];
    const [, ...rgba] = COLOR.exec(color) ?? [];
    const opacity = Number(rgba[3] ?? 1) * pen.globalAlpha;
    if (!opacity) return null;
    const hex = rgba
      .slice(0, 3)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('');
    return { [kind]: hex ? `#${hex}` : color.trim(), [`${kind}-opacity`]: opacity };
  }

  const line = () => ({
    'stroke-width': pen.lineWidth,
    'stroke-linecap': pen.lineCap,
    'stroke-linejoin': pen.lineJoin,
    'stroke-dasharray': hidden.dash,
    'stroke-dashoffset': pen.lineDashOffset,
  });

  function add(letter, ...numbers) {
    path += letter + numbers.map(short).join(' ');
    [px, py] = numbers.slice(-2);
  }

  /**
   * Without a transform: `use` and `symbol` put a drawing where the canvas would put its pixels.
   */
  function symbol(address) {
    if (!drawings.has(address)) {
      const svg = decodeURIComponent(address.slice(address.indexOf(',') + 1));
      const [, root, inner] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg);
      const id = `${prefix}d${drawings.size}`;
      const own = inner.replace(/(\bid="|href="#|url\(#)/g, `$1${id}`);
      const look = root.replace(
        /\s(xmlns|width|height|class|data-\w+|preserveAspectRatio)="[^"]*"/g,
        '',
      );
      defs += `<symbol id="${id}" preserveAspectRatio="none"${look}>${own}</symbol>`;
      drawings.set(address, id);
    }
    return drawings.get(address);
  }

  function text(kind, words, x, y, most = Infinity) {
    const color = ink(kind);
    if (!color || !words) return;
    const [, weight, size, face] = /(?:(\w+) )?([\d.]+)px (.*)$/.exec(pen.font);
    Object.assign(ruler, { font: pen.font, textBaseline: pen.textBaseline });
    const { fontBoundingBoxAscent: own, width } = ruler.measureText(words);
    ruler.textBaseline = 'alphabetic';
    const base = y + ruler.measureText(words).fontBoundingBoxAscent - own;
    const attributes = {
      x,
      y: base,
      ...color,
      'font-size': size,
      'font-weight': weight,
      'font-family': face,
      'text-anchor': SIDES[pen.textAlign],
      // Workaround: a canvas keeps spaces, and cytoscape ends wrapped lines with one and centers
      // them with it; no source found.
      'xml:space': / ( |$)/.test(words) && 'preserve',
      ...(width > most && { textLength: most, lengthAdjust: 'spacingAndGlyphs' }),
    };
    const key = [words, x, y, pen.font].join();
    if (kind === 'stroke') {
      put('text', { ...attributes, ...line(), fill: 'none' }, escapeHtml(words));
      outlined = key;
      return;
    }
    // Cytoscape draws the outline of a name, then the name: one text, so that it is read once.
    if (outlined === key) {
      parts.pop();
      const { stroke, 'stroke-opacity': faint } = ink('stroke');
      Object.assign(attributes, {
        stroke,
        'stroke-opacity': faint,
        ...line(),
        'paint-order': 'stroke',
      });
    }
    put('text', attributes, escapeHtml(words));
  }

  const transform = (more) => {
    hidden.transform += more;
  };

  const pen = {
    ...BEGIN,
    save: () => stack.push([{ ...hidden }, { ...pen }]),
    restore() {
      const [own, look] = stack.pop() ?? [hidden];
      hidden = own;
      Object.assign(pen, look);
    },
    translate: (x, y) => transform(`translate(${x} ${y})`),
    scale: (x, y) => transform(`scale(${x} ${y})`),
    rotate: (angle) => transform(`rotate(${(angle / Math.PI) * 180})`),
    setLineDash: (dash) => {
      hidden.dash = dash.map(short).join(' ');
    },
    beginPath: () => {
      path = '';
    },
    closePath: () => {
      if (path) path += 'Z';
    },
    moveTo: (x, y) => add('M', x, y),
    lineTo: (x, y) => add(path ? 'L' : 'M', x, y),
    quadraticCurveTo: (...points) => add('Q', ...points),
    bezierCurveTo: (...points) => add('C', ...points),
    rect: (x, y, w, h) => {
      add('M', x, y);
      path += `h${short(w)}v${short(h)}h${short(-w)}Z`;
    },
    ellipse(x, y, rx, ry, turned, from, to, back = false) {
      const spot = (angle) => [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
      const whole = Math.abs(to - from) > 6.283;
      const end = whole ? from + Math.PI : to;
      const arc = (angle) =>
        add(
          'A',
          rx,
          ry,
          0,
          Number(!whole && Math.abs(to - from) > Math.PI),
          Number(!back),
          ...spot(angle),
        );
      pen.lineTo(...spot(from));
      arc(end);
      if (whole) arc(from);
    },
    arc: (x, y, r, ...rest) => pen.ellipse(x, y, r, r, 0, ...rest),
    arcTo(x1, y1, x2, y2, radius) {
      const [ax, ay, bx, by] = [px - x1, py - y1, x2 - x1, y2 - y1];
      const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
      const turn = (ax * by - ay * bx) / (a * b);
      if (!radius || !turn) {
        pen.lineTo(x1, y1);
        return;
      }
      const reach = radius / Math.tan(Math.acos((ax * bx + ay * by) / (a * b)) / 2);
      pen.lineTo(x1 + (ax / a) * reach, y1 + (ay / a) * reach);
      add(
        'A',
        radius,
        radius,
        0,
        0,
        Number(turn < 0),
        x1 + (bx / b) * reach,
        y1 + (by / b) * reach,
      );
    },
    clip() {
      hidden.clip = define(
        'clipPath',
        { 'clip-path': hidden.clip && `url(#${hidden.clip})` },
        tag('path', { d: path, transform: hidden.transform }),
      );
    },
    fill() {
      // The canvas erases pixels; here what the group has so far is clipped to the rest.
      if (pen.globalCompositeOperation === 'destination-out') {
        const id = define(
          'clipPath',
          {},
          tag('path', { d: ALL + path, 'clip-rule': 'evenodd', transform: hidden.transform }),
        );
        parts = [clipped(parts.join(''), id)];
        return;
      }
      const color = ink('fill');
      if (path && color) put('path', { d: path, ...color });
    },
    stroke() {
      const color = pen.globalCompositeOperation === 'destination-out' ? null : ink('stroke');
      if (path && color) put('path', { d: path, fill: 'none', ...color, ...line() });
    },
    fillRect(x, y, width, height) {
      const color = ink('fill');
      if (color) put('rect', { x, y, width, height, ...color });
    },
    drawImage(image, ...box) {
      const [x, y, width, height] = box.slice(-4);
      if (pen.globalAlpha)
        put('use', {
          href: `#${symbol(image.src)}`,
          x,
          y,
          width,
          height,
          opacity: pen.globalAlpha,
        });
    },
    strokeText: (...rest) => text('stroke', ...rest),
    fillText: (...rest) => text('fill', ...rest),

    /** What `work` draws, as one element with these attributes; `inner` comes first in it. */
    group(attributes, work, name = 'g', inner = '') {
      const outer = parts;
      parts = [];
      work();
      const markup = parts.join('');
      parts = outer;
      const whole = tag(name, attributes, inner + markup);
      if (markup) parts.push(whole === `<g>${markup}</g>` ? markup : whole);
      outlined = '';
    },
    /** The picture; `told` are its title and description. */
    svg: (width, height, ...told) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}"` +
      ` viewBox="0 0 ${short(width)} ${short(height)}"` +
      ` role="img" font-family="${FONT}" stroke-miterlimit="10">` +
      told.map((words, index) => tag(index ? 'desc' : 'title', {}, escapeHtml(words))).join('') +
      tag('defs', {}, defs) +
      parts.join('') +
      '</svg>',
  };
  return pen;
}
