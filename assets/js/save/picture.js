/**
 * The view as a picture: the drawing, its legend and where it comes from, made in the browser. One
 * painter puts it on a canvas (PNG) or on a surface that writes it down (SVG).
 */
import { toast, viewSentence } from '../access/announcer.js';
import { element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { picturesReady, recordDrawing } from '../graph/cytoscape-internals.js';
import { lineName } from '../rules/accessible-names.js';
import { FONT } from '../rules/constants.js';
import { lectureState } from '../rules/lecture-rules.js';
import { visibility } from '../rules/visibility.js';
import {
  heightOf,
  legendColumns,
  paintStack,
  ROW,
  stacks,
  tallest,
  widthOf,
} from './picture-legend.js';
import { createSvgContext } from './svg-context.js';

const MARGIN = 24; // CSS pixels
const SIDE = 222; // of a legend beside the drawing

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
  const playing = lectureState(view, pathway);
  return {
    width: cy.width(),
    high: cy.height(),
    words: playing
      ? [
          `${playing.outer ? '' : `${view.step}. `}${playing.step.title}`,
          playing.asks ? playing.step.predict.question : playing.step.say,
        ]
      : [],
    columns: legendColumns(view, visibility(view, pathway), pathway, !beside),
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
  return [width + SIDE, Math.max(high, heightOf(columns)) + (below && below * ROW + 2 * MARGIN)];
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
  if (beside) paintStack(pen, columns, width + MARGIN / 2, ROW / 2, SIDE - 8);
  else {
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

/**
 * The picture as SVG text, its legend `beside` the drawing or below.
 * @param {Figure} data
 */
export function pictureSvg(cy, view, data, beside = false) {
  const pathway = data.pathways[view.pathway];
  const pen = createSvgContext(textRuler());
  const parts = plan(cy, view, data, beside);
  const { x1, y1, x2, y2, w, h } = cy.extent();
  const sentence = viewSentence(view, pathway, visibility(view, pathway));
  return paintPicture(
    pen,
    parts,
    (width, height) =>
      pen.group(
        { width, height, viewBox: [x1, y1, w, h].join(' ') },
        () => {
          recordDrawing(cy, pen, [x1, y1, x2, y2], { told: (one) => nameOf(one, pathway) });
          state.drawInk(pen);
        },
        'svg',
      ),
    (width, height) => pen.svg(width, height, pathway.title, sentence),
  );
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
function nameOf(one, pathway) {
  const id = one.id();
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
