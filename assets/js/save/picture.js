/**
 * The view as a picture: the drawing, its legend and where it comes from, made in the browser. One
 * painter puts it on a canvas (PNG) or on a surface that writes it down (SVG).
 */
import { toast, viewSentence } from '../access/announcer.js';
import { element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { boxOf, fitBox } from '../graph/camera.js';
import { picturesReady, recordDrawing } from '../graph/cytoscape-internals.js';
import { lineName } from '../rules/accessible-names.js';
import { FONT, HANDOUT, LAPTOP } from '../rules/constants.js';
import { lectureState } from '../rules/lecture-rules.js';
import { visibility } from '../rules/visibility.js';
import {
  filled,
  legendColumns,
  paintStack,
  ROW,
  stacks,
  tallest,
  widthOf,
} from './picture-legend.js';
import { createSvgContext } from './svg-context.js';

const MARGIN = 24; // CSS pixels
const SIDE = 222; // of a pile of the legend beside the drawing

async function load(uri) {
  const image = new Image();
  image.src = uri;
  await image.decode();
  return image;
}

/**
 * One line that says what it is and where it is from; the words are those of every export.
 * @param {Figure} data
 */
function citation(view, data) {
  const here = location.protocol.startsWith('http') ? location.href : '';
  return [data.pathways[view.pathway].citation, here].filter(Boolean).join(' · ');
}

/**
 * What a picture consists of: the drawing's size, lines of words below it, legend, source. Reads
 * the colors that the page has now.
 * @param {Figure} data
 */
function plan(cy, view, data, beside = false) {
  const pathway = data.pathways[view.pathway];
  const lecture = lectureState(view, pathway);
  return {
    width: cy.width(),
    high: cy.height(),
    words: lecture
      ? [
          `${lecture.outer ? '' : `${view.step}. `}${lecture.step.title}`,
          lecture.asks ? lecture.step.predict.question : lecture.step.say,
        ]
      : [],
    columns: legendColumns(view, visibility(view, pathway), pathway, true),
    beside,
    source: citation(view, data),
  };
}

/** The whole picture's size; the legend stands below the drawing, or `beside` it. */
function size({ width, high, words, columns, source, beside = false }) {
  const below = words.length + Boolean(source);
  if (!beside) {
    const legend = tallest(stacks(columns, width - 2 * MARGIN));
    return [width, high + legend + below * ROW + 2 * MARGIN];
  }
  const piles = filled(columns, high);
  return [
    width + SIDE * piles.length,
    Math.max(high, tallest(piles)) + (below && below * ROW + 2 * MARGIN),
  ];
}

/**
 * Puts a picture on a canvas's context, or on a surface; `draw` puts the drawing there.
 * @returns what `finish` makes of the size
 */
export function paintPicture(pen, parts, draw, finish = pen.svg) {
  const { width, high, words, columns, source, beside } = parts;
  const style = getComputedStyle(document.documentElement);
  const [whole, height] = size(parts);
  pen.fillStyle = style.getPropertyValue('--canvas');
  pen.fillRect(0, 0, whole, height);
  pen.save();
  draw(width, high);
  pen.restore();
  pen.textBaseline = 'middle';
  pen.fillStyle = style.getPropertyValue('--ink');
  for (const [index, text] of words.entries()) {
    pen.font = `${index ? 400 : 700} 17px ${FONT}`;
    pen.fillText(text, MARGIN, high + MARGIN + index * ROW, width - 2 * MARGIN);
  }
  if (beside) {
    for (const [index, pile] of filled(columns, high).entries())
      paintStack(pen, pile, width + MARGIN / 2 + index * SIDE, ROW / 2, SIDE - MARGIN);
  } else {
    let x = MARGIN;
    for (const stack of stacks(columns, width - 2 * MARGIN)) {
      paintStack(pen, stack, x, high + MARGIN + words.length * ROW, width - MARGIN - x);
      x += widthOf(stack);
    }
  }
  pen.fillStyle = style.getPropertyValue('--muted');
  pen.font = `400 12px ${FONT}`;
  pen.fillText(source, MARGIN, height - MARGIN, width - 2 * MARGIN);
  return finish?.(whole, height);
}

const named = (view) =>
  [view.pathway, view.lecture, view.step, view.stage, view.organ, view.focus]
    .filter(Boolean)
    .join('-');

function hand(blob, name) {
  saveFile(blob, name);
  toast(t('Picture saved.'));
}

/**
 * Draws and downloads the picture as PNG, at `scale` times the screen's size.
 * @param {Figure} data
 */
export async function savePng(cy, view, data, scale) {
  const parts = plan(cy, view, data);
  const [shot] = await Promise.all([
    load(cy.png({ scale, full: false })),
    ...parts.columns.flatMap(({ rows }) =>
      rows.map(async (row) => {
        if (row.image) row.image = await load(row.image.src);
      }),
    ),
  ]);
  const canvas = element('canvas');
  canvas.width = parts.width * scale;
  canvas.height = size(parts)[1] * scale;
  const pen = canvas.getContext('2d');
  pen.scale(scale, scale);
  paintPicture(pen, parts, () => {
    pen.drawImage(shot, 0, 0, parts.width, parts.high);
    pen.translate(cy.pan().x, cy.pan().y);
    pen.scale(cy.zoom(), cy.zoom());
    state.drawInk(pen);
  });
  hand(
    await new Promise((resolve) => canvas.toBlob(resolve, 'image/png')),
    `${named(view)}-${scale}x.png`,
  );
  return { width: canvas.width, height: canvas.height };
}

export const textRuler = () => element('canvas').getContext('2d');

/** Paints a picture whose drawing shows a box, in drawing units. */
function paintDrawing(pen, parts, [x1, y1, x2, y2], draw, finish) {
  const viewBox = [x1, y1, x2 - x1, y2 - y1].join(' ');
  return paintPicture(
    pen,
    parts,
    (width, height) => pen.group({ width, height, viewBox }, draw, 'svg'),
    finish,
  );
}

/**
 * Paints what a view looks at, whatever the window cuts of it, as on a screen of a size; `draw`
 * gets the box and which elements are to be seen in it. `isStrict`: those whose names it holds.
 */
function paintView(pen, view, pathway, screen, parts, draw, isStrict = false, finish = undefined) {
  const own = boxOf(view, pathway);
  const { zoom } = fitBox(own, screen[0], screen[1]);
  const box = own.map((edge, index) => edge + ((index < 2 ? -1 : 1) * HANDOUT.pad) / zoom);
  const [x1, y1, x2, y2] = box;
  const holds = (drawn) => {
    const { x, y } = drawn.position();
    const all = isStrict ? drawn.boundingBox() : { x1: x, y1: y, x2: x, y2: y };
    return all.x1 > x1 && all.y1 > y1 && all.x2 < x2 && all.y2 < y2;
  };
  // What stands beyond the box would be cut in two.
  const keep = (drawn) =>
    drawn.isNode()
      ? drawn.data('kind') !== 'cell' || holds(drawn)
      : !drawn.data('outcome') || drawn.connectedNodes().every(holds);
  Object.assign(parts, { width: (x2 - x1) * zoom, high: (y2 - y1) * zoom });
  return paintDrawing(pen, parts, box, () => draw(box, keep), finish);
}

/** A stage of a handout as SVG text; `draw` gets the pen and what `paintView` gives. */
export function stagePicture(view, seen, pathway, prefix, draw) {
  const pen = createSvgContext(textRuler(), prefix);
  const columns = legendColumns(view, seen, pathway);
  const parts = { words: [], columns, source: '', beside: true };
  const paint = (box, keep) => draw(pen, box, keep);
  return paintView(pen, view, pathway, LAPTOP, parts, paint);
}

/**
 * Names elements, and draws the reader's ink.
 * @param {any} box
 * @param {any} keep
 */
function record(cy, pen, pathway, box, keep = undefined) {
  recordDrawing(cy, pen, box, { keep, told: (drawn) => nameOf(drawn, pathway) });
  state.drawInk(pen);
}

/** What makes a picture an SVG text. */
function writer(view, pathway, pen) {
  const sentence = viewSentence(view, pathway, visibility(view, pathway));
  return (width, height) => pen.svg(width, height, pathway.title, sentence);
}

/**
 * The picture of the window as SVG text, its legend below the drawing.
 * @param {Figure} data
 */
function pictureSvg(cy, view, data) {
  const pathway = data.pathways[view.pathway];
  const pen = createSvgContext(textRuler());
  const { x1, y1, x2, y2 } = cy.extent();
  /** @type {any} */
  const box = [x1, y1, x2, y2];
  const draw = () => record(cy, pen, pathway, box);
  return paintDrawing(pen, plan(cy, view, data), box, draw, writer(view, pathway, pen));
}

/**
 * A view for print, its legend beside it.
 * @param {Figure} data
 * @param {number[]} screen  width and height of what it is drawn for
 */
export function viewSvg(cy, view, data, screen) {
  const pathway = data.pathways[view.pathway];
  const pen = createSvgContext(textRuler());
  const draw = (box, keep) => record(cy, pen, pathway, box, keep);
  const parts = plan(cy, view, data, true);
  const finish = writer(view, pathway, pen);
  return paintView(pen, view, pathway, screen, parts, draw, Boolean(view.lecture), finish);
}

/**
 * Draws and downloads the picture as SVG.
 * @param {Figure} data
 */
export async function saveSvg(cy, view, data) {
  await picturesReady(cy);
  hand(new Blob([pictureSvg(cy, view, data)], { type: 'image/svg+xml' }), `${named(view)}.svg`);
}

/**
 * What a cell or an arrow of a picture says when one points at it.
 * @param {Pathway} pathway
 */
function nameOf(drawn, pathway) {
  const id = drawn.id();
  const cell = pathway.nodes[id]?.cell;
  if (cell) return pathway.cells[cell].name;
  return pathway.pairs[id] || pathway.interactions[id] ? lineName(id, pathway) : '';
}

/** Hands a file to the reader. */
export function saveFile(blob, name) {
  const link = element('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
