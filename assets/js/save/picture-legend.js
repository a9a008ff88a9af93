/** The legend of a picture: what its own lines and cells use, in the words of the panel. */
import { element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { FONT, LEGEND_FACETS } from '../rules/constants.js';
import { entriesOf } from '../rules/id-table.js';

export const ROW = 24;
const KEY = 54; // from a row's start to its words, behind a small arrow
const DOT = 24; // behind the dot of a lineage
const APART = 24; // between two columns
const BELOW = ROW / 2; // between a column and the one below it

/**
 * The columns that a view uses, copied from the panel: title and rows of an image or a short name
 * and a label. With `all` also lineages, what else is drawn, and abbreviations.
 */
export function legendColumns(view, seen, pathway, all = false) {
  const root = document.querySelector(`[data-legend="${view.pathway}"]`);
  /** @type {any[]} */
  const columns = LEGEND_FACETS.filter((facet) => all || facet !== 'lineage').map((facet) =>
    facetColumn(root, facet, seen, pathway),
  );
  if (all) columns.push(marksColumn(root, seen, pathway), shortColumn(root, seen, pathway));
  return columns.filter(({ rows }) => rows.length);
}

function facetColumn(root, facet, seen, pathway) {
  const used = (value) =>
    seen.shown.some((id) => pathway.interactions[id].facets[facet].includes(value));
  const look = getComputedStyle(document.documentElement);
  const set = root.querySelector(`fieldset[data-facet="${facet}"]`);
  const rows = [...set.querySelectorAll('.choice')]
    .map((row) => [row, row.querySelector('input').dataset.token.split(':')[1]])
    .filter(([, value]) => used(value))
    .map(([row, value]) => {
      // Not the key's own color, which may be under way to that of another theme.
      const color = look.getPropertyValue(`--${value}`) || look.getPropertyValue('--muted');
      const dot = row.querySelector('.dot');
      const image = { src: dot ? dotUri(dot.style) : keyUri(row.querySelector('.key svg'), color) };
      return { image, wide: dot ? 16 : 46, label: row.querySelector('label > span').textContent };
    });
  return { title: set.querySelector('legend').textContent, rows };
}

/** What is drawn besides the values of filters; as cascade/figure/key.py. */
function marksColumn(root, seen, pathway) {
  const shown = seen.shown.map((id) => pathway.interactions[id]);
  const some = (test) => pathway.elements.some(({ data }) => test(data));
  const present = {
    pale: () => shown.some(({ facets }) => !facets.readout.includes('metastasis')),
    disputed: () => some(({ id, disputed }) => disputed && seen.lines.has(id)),
    merged: () => some(({ id, kind }) => kind === 'pair' && seen.lines.has(id)),
    vague: () => some(({ id, vague }) => vague && isNamed(seen, id)),
    becomes: () => some(({ kind }) => kind === 'becomes'),
    journey: () => some(({ kind }) => kind === 'ribbon'),
  };
  const color = getComputedStyle(document.documentElement).getPropertyValue('--muted');
  const rows = [...root.querySelectorAll('[data-mark]')]
    .filter((row) => present[row.dataset.mark]())
    .map((row) => ({
      image: { src: keyUri(row.querySelector('.key svg'), color) },
      wide: 46,
      label: row.querySelector('span').textContent,
    }));
  return { title: root.querySelector('.marks legend').textContent, rows };
}

/** The short names of the cells that are shown with their names, spelled out. */
function shortColumn(root, seen, pathway) {
  const shown = new Set(
    entriesOf(pathway.nodes)
      .filter(([id]) => isNamed(seen, id))
      .map(([, { cell }]) => pathway.cells[cell].short),
  );
  const rows = [...root.querySelectorAll('.short dt')]
    .map((term) => ({ short: term.textContent, label: term.nextElementSibling.textContent }))
    .filter(({ short }) => shown.has(short));
  return { title: t('Abbreviations'), rows };
}

const isNamed = (seen, id) =>
  seen.nodes.has(id) && !/hidden|faint|dim|quiet/.test(seen.nodes.get(id));

function keyUri(svg, color) {
  const copy = svg.cloneNode(true);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('color', color);
  return `data:image/svg+xml,${encodeURIComponent(copy.outerHTML)}`;
}

function dotUri({ backgroundColor, borderColor }) {
  const look = `fill="${backgroundColor}" stroke="${borderColor}" stroke-width="2"`;
  const root = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"';
  const whole = `<svg ${root}><circle cx="8" cy="8" r="6" ${look}/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(whole)}`;
}

let ruler = null;

function textWidth(text, weight) {
  ruler ??= element('canvas').getContext('2d');
  ruler.font = `${weight} 13px ${FONT}`;
  return ruler.measureText(text).width;
}

const offset = ({ short, wide }) => {
  if (short) return textWidth(short, 600) + 8;
  return wide > 16 ? KEY : DOT;
};

export const heightOf = (columns) =>
  columns.reduce((sum, { rows }) => sum + (rows.length + 1) * ROW, (columns.length - 1) * BELOW);

export const widthOf = (stack) =>
  APART +
  Math.max(
    ...stack.flatMap(({ title, rows }) => [
      textWidth(title, 700),
      ...rows.map((row) => offset(row) + textWidth(row.label, 400)),
    ]),
  );

/** The height of stacks of columns that stand side by side. */
export const tallest = (piles) => Math.max(0, ...piles.map(heightOf));

/** Columns in their order, as many below each other as a height allows; as svg/legend.py. */
export function filled(columns, limit) {
  const piles = [];
  for (const column of columns) {
    const last = piles.at(-1);
    if (last && heightOf([...last, column]) <= limit) last.push(column);
    else piles.push([column]);
  }
  return piles;
}

/**
 * Columns in their order, those that stand below each other together: as low as the room's width
 * allows, as svg/legend.py does it.
 */
export function stacks(columns, room) {
  const runs = columns.flatMap((_, end) =>
    columns.slice(0, end + 1).map((__, start) => heightOf(columns.slice(start, end + 1))),
  );
  const least = Math.max(...columns.map((column) => heightOf([column])));
  for (const limit of [...new Set(runs)]
    .filter((height) => height >= least)
    .sort((a, b) => a - b)) {
    const piles = filled(columns, limit);
    if (piles.reduce((sum, stack) => sum + widthOf(stack), 0) <= room + APART) return piles;
  }
  return columns.length ? [columns] : [];
}

/** Columns below each other, with their upper left corner at a point. */
export function paintStack(pen, stack, x, top, room) {
  let y = top;
  for (const { title, rows } of stack) {
    pen.font = `700 13px ${FONT}`;
    pen.fillText(title, x, y, room);
    for (const row of rows) {
      y += ROW;
      const start = offset(row);
      pen.font = `600 13px ${FONT}`;
      if (row.short) pen.fillText(row.short, x, y);
      else pen.drawImage(row.image, x, y - 8, row.wide, 16);
      pen.font = `400 13px ${FONT}`;
      pen.fillText(row.label, x + start, y, room - start);
    }
    y += ROW + BELOW;
  }
}
