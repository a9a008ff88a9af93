/**
 * What the first drawing waits for starts here, while other scripts are still loading: the data,
 * the fonts and the pictures. The script stands after the data on the page.
 *
 * The figure travels as tables (cascade/figure/transport.py): rows by id, and what follows from
 * other parts.
 *
 * tests/unit/figure/test_transport.py holds the two together.
 */
import { entriesOf, idTable, idsOf, rowsOf } from '../rules/id-table.js';
import { byId } from './dom.js';
import { isTall, mirror, mirrored } from './shape.js';
import { state } from './state.js';

const told = (value, id) => {
  if (typeof value !== 'string' || !value.startsWith('=')) return value;
  return value === '=' ? id : value.slice(1);
};

/**
 * Rows by id of a table by column: 0 says nothing of a row, '=' is as its id, and a text that
 * begins with '=' comes with one more.
 */
function rows({ id: ids, ...columns }) {
  const names = Object.keys(columns);
  return idTable(
    ids.map((id, at) => {
      const row = {};
      for (const name of names) {
        const value = columns[name][at];
        if (value !== 0) row[name] = told(value, id);
      }
      return [id, row];
    }),
  );
}

/**
 * Elements of their tables; null is what one does not have, '=' as above. Ids of lines are numbers
 * among the interactions or, less than 0, the pairs; cells come in the order of the nodes.
 */
function elementsOf(tables, one) {
  const arrows = idsOf(one.interactions);
  const pairs = idsOf(one.pairs);
  const idOf = (id) => (typeof id !== 'number' ? id : id < 0 ? pairs[-1 - id] : arrows[id]);
  return tables.flatMap(({ id: ids, x, y, ...columns }) =>
    (ids || idsOf(one.nodes)).map((sent, at) => {
      const id = idOf(sent);
      const own = { id };
      for (const [name, values] of Object.entries(columns))
        if (values[at] !== null) own[name] = told(values[at], id);
      const data = { ...known(id, one), ...own };
      return { data, ...(x && { position: { x: x[at], y: y[at] } }) };
    }),
  );
}

/** What an element's data say of its node and cell type, or of the arrows that it stands for. */
function known(id, { nodes, cells, interactions, pairs, cards }) {
  if (nodes[id]) {
    const { cell, place, stage } = nodes[id];
    return { cell, place, stage, label: cells[cell].short };
  }
  const members = pairs[id] ?? [id];
  const arrow = interactions[members[0]];
  if (!arrow) return {};
  const { source, target, tier, stage, facets } = arrow;
  if (pairs[id]) return { source, target, interactions: members };
  const { mediators = [], receptors = [] } = cards[id];
  const looks = Object.fromEntries(
    ['effect', 'outcome', 'route', 'readout'].map((name) => [name, facets[name][0]]),
  );
  return { source, target, tier, stage, ...looks, interaction: id, mediators, receptors };
}

/** Molecules and papers that a card names: the search finds an arrow by them. */
const words = (card, named) => [...new Set(named.flatMap((name) => card[name] ?? []))];

function pathway(packed, first, named) {
  const { values, ...one } = packed;
  for (const name of ['pairs', 'heads', 'facets', 'frames'])
    one[name] = idTable(Object.entries(packed[name]));
  for (const name of ['places', 'cells', 'lectures']) one[name] = rows(packed[name]);
  for (const stage of Object.keys(one.frames))
    one.frames[stage] = idTable(Object.entries(one.frames[stage]));
  for (const facet of rowsOf(one.facets)) facet.values = idTable(Object.entries(facet.values));
  const ids = packed.nodes.id;
  const { rank } = packed.nodes;
  const nodes = rows(packed.nodes);
  one.nodes = idTable(
    ids.map((id, at) => {
      const [place, cell] = id.split('/');
      const { stage } = one.places[place];
      return [id, { cell, place, stage, ...nodes[id], rank: rank[at] }]; // 0 is a rank
    }),
  );
  const arrows = packed.interactions.id;
  one.cards = rows({ id: arrows, ...packed.cards });
  for (const name of ['molecules', 'references'])
    one[name] = idTable([...entriesOf(first?.[name] ?? {}), ...entriesOf(rows(packed[name]))]);
  for (const [id, paper] of entriesOf(one.references)) paper.year ??= Number(id.slice(-4));
  const { source, target } = packed.interactions;
  const facets = rows({ id: arrows, ...values });
  one.interactions = rows(packed.interactions);
  arrows.forEach((id, at) => {
    const step = one.interactions[id];
    step.source = ids[source[at]];
    step.target = ids[target[at]];
    const from = one.nodes[step.source];
    step.from = from.cell;
    step.to = one.nodes[step.target].cell;
    step.stage = from.stage;
    step.place = from.place;
    step.words = words(one.cards[id], named);
    step.facets = {};
    for (const facet of Object.keys(one.facets))
      step.facets[facet] = [facets[id][facet] ?? step[facet]].flat();
  });
  one.elements = elementsOf(packed.elements, one);
  for (const { steps } of rowsOf(one.lectures)) {
    let before = [];
    for (const step of steps) {
      const { from, to } = one.interactions[step.show[0]];
      step.keep ??= before;
      step.focus ??= [from, to];
      step.references ??= [...new Set(step.show.flatMap((id) => one.cards[id].references))];
      if (step.pieces) step.pieces = idTable(Object.entries(step.pieces));
      before = [...step.keep, ...step.show];
    }
  }
  return { ...one, tall: mirror(one, packed.tall) };
}

/**
 * Rules that give nodes their drawings. The page's picture without scripts holds most of them
 * already, as symbols (cascade/figure/transport.py); a browser that runs scripts reads it as mere
 * text.
 */
function drawings(sent, picture) {
  const symbols = new Map();
  for (const [, id, inner] of picture.matchAll(/<symbol id="([^"]+)"[^>]*>(.*?)<\/symbol>/gs)) {
    symbols.set(id, inner);
  }
  return sent.map(([selector, svg, id]) => {
    const whole = id ? `${svg}${symbols.get(id)}</svg>` : svg;
    return {
      selector,
      style: { 'background-image': `data:image/svg+xml,${encodeURIComponent(whole)}` },
    };
  });
}

/**
 * Stylesheets by theme: the first travels whole, of the others what their rules say else.
 * @param {any[]} sent  [theme, rules] of each
 */
function sheets([[first, whole], ...others]) {
  const theme = (styles) =>
    whole.map(({ selector, style }, at) => ({ selector, style: { ...style, ...styles[at] } }));
  return Object.fromEntries([
    [first, whole],
    ...others.map(([name, styles]) => [name, theme(styles)]),
  ]);
}

/** @returns the compiled figure of what travelled beside a picture */
export function inflate(packed, picture = '') {
  const pathways = Object.create(null);
  const [first] = packed.order;
  for (const id of packed.order)
    pathways[id] = pathway(packed.pathways[id], pathways[first], packed.wording.named);
  const pictures = drawings(packed.drawings, picture);
  return {
    ...packed,
    pathways,
    drawings: pictures,
    mirrored: mirrored(pictures),
    sheets: sheets(Object.entries(packed.sheets)),
  };
}

const FONTS = ['500 20px Inter', '600 22px Inter', '700 24px Inter'];

function loadPicture(uri) {
  const image = new Image();
  image.src = uri;
  return image.decode();
}

/** The backdrops of whole figures in the theme and the shape of the first picture. */
function scenes({ sheets: themes }) {
  const other = isTall() ? 'wide' : 'tall';
  return themes[document.documentElement.dataset.theme]
    .filter(({ selector, style }) => style['background-image'] && !selector.endsWith(`-${other}"]`))
    .map(({ style }) => style['background-image']);
}

/**
 * What a page of the figure holds: its data, and when the fonts and pictures are there.
 * @param {Document} page
 * @param {string} [picture]  that for readers without scripts, as text
 */
export function readFigure(page, picture = page.querySelector('noscript')?.textContent) {
  const json = (id) => JSON.parse(page.getElementById(id).textContent);
  const data = {
    ...inflate(json('figure-data'), picture),
    ...json('figure-start'),
  };
  const loaded = Promise.allSettled([
    ...FONTS.map((font) => document.fonts?.load(font, 'aβ')),
    ...[...data.drawings, ...(isTall() ? data.mirrored : [])].map((rule) =>
      loadPicture(rule.style['background-image']),
    ),
    ...scenes(data).map(loadPicture),
  ]);
  return { data, loaded };
}

/**
 * Whether no server stands behind the page: it mounts its graph itself. So does a server's page in
 * another language, but that knows of the others.
 */
export const isFrozen = () => Boolean(byId('graph-options')) && state.data.langs.length < 2;
