/** The flows from stage over sender and molecule to receiver, under the reader's filters. Pure. */
import { FLOW } from '../rules/constants.js';
import { idsOf } from '../rules/id-table.js';
import { changed } from './plot-counts.js';
import { expandNegations } from '../rules/visibility.js';

const { sides: SIDES, pad: PAD, row: ROW } = FLOW;
const nodesOf = (key) => key.map((id, side) => `${SIDES[side]}:${id}`);
const veil = (color, opacity) => color.replace(/[\d.]+\)$/, `${opacity})`);

/** @param {Pathway} pathway */
function links(marks, pathway) {
  const sums = new Map();
  for (const { key, ids } of marks) {
    const nodes = nodesOf(key);
    for (let side = 0; side < 3; side += 1) {
      for (const id of ids) {
        const outcome = pathway.interactions[id].facets.outcome[0];
        const name = `${nodes[side]} ${nodes[side + 1]} ${outcome}`;
        if (!sums.has(name))
          sums.set(name, { from: nodes[side], to: nodes[side + 1], outcome, ids: [] });
        sums.get(name).ids.push(id);
      }
    }
  }
  return [...sums.values()];
}

/**
 * The middle of each node, from 0 to 1: stages in order, then each column after the bands that
 * reach it.
 */
function middles(nodes, found, height) {
  const column = (side) => nodes.filter((node) => node.startsWith(`${side}:`));
  const sum = (list) => list.reduce((total, { ids }) => total + ids.length, 0);
  const size = (node) =>
    sum(found.filter(({ from, to }) => (node.startsWith('stage:') ? from : to) === node));
  const total = sum(found.filter(({ from }) => from.startsWith('stage:')));
  const most = Math.max(...SIDES.map((side) => column(side).length));
  const unit = (height - PAD * (most - 1)) / total;
  const spots = new Map();
  const reach = (node) => {
    const into = found.filter(({ to }) => to === node);
    return into.reduce((way, { from, ids }) => way + spots.get(from) * ids.length, 0) / sum(into);
  };
  for (const [number, side] of SIDES.entries()) {
    const list = column(side);
    if (number) {
      const order = new Map(list.map((node) => [node, reach(node)]));
      list.sort((a, b) => order.get(a) - order.get(b));
    }
    let top = (height - unit * total - PAD * (list.length - 1)) / 2;
    for (const node of list) {
      spots.set(node, top + (size(node) * unit) / 2);
      top += size(node) * unit + PAD;
    }
  }
  return nodes.map((node) => spots.get(node) / height);
}

function draw({ figure, plot, marks, chosen, pathway }) {
  const all = idsOf(plot.names);
  const bands = links(marks, pathway);
  const used = new Set(marks.flatMap(({ key }) => nodesOf(key)));
  const nodes = all.filter((node) => used.has(node));
  const base = figure.data[0];
  const words = pathway.facets.outcome.values;
  const paint = new Map(base.link.label.map((label, index) => [label, base.link.color[index]]));
  const color = ({ outcome, ids }) => {
    const plain = paint.get(words[outcome]);
    return chosen ? veil(plain, ids.some((id) => chosen.has(id)) ? 0.85 : 0.1) : plain;
  };
  const many = (list) =>
    Math.max(1, ...SIDES.map((side) => list.filter((node) => node.startsWith(`${side}:`)).length));
  const room = ROW * many(nodes);
  return {
    ...changed(
      figure,
      {
        node: {
          ...base.node,
          x: nodes.map((node) => base.node.x[all.indexOf(node)]),
          y: middles(nodes, bands, room),
          label: nodes.map((node) => plot.names[node]),
          color: nodes.map((node) => base.node.color[all.indexOf(node)]),
        },
        link: {
          ...base.link,
          source: bands.map(({ from }) => nodes.indexOf(from)),
          target: bands.map(({ to }) => nodes.indexOf(to)),
          value: bands.map(({ ids }) => ids.length),
          color: bands.map(color),
          label: bands.map(({ outcome }) => words[outcome]),
        },
      },
      { height: figure.layout.height + ROW * (many(nodes) - many(all)) },
    ),
    least: 620,
    nodes,
    found: bands,
  };
}

const rows = ({ marks, plot, pathway }) =>
  marks.map(({ key, ids }) => [
    ...nodesOf(key)
      .slice(0, 3)
      .map((node) => plot.names[node]),
    pathway.cells[key[3]].name,
    ids.length,
  ]);

/** A row of the table chooses its only arrow, or its receiver. */
const choice = ({ key, ids }) => ({
  type: 'set',
  view: ids.length === 1 ? { edge: ids[0], focus: '', q: '' } : { focus: key[3], edge: '', q: '' },
});

/**
 * A stage goes there, a class becomes the filter, a receiver is chosen; a band only lists its
 * arrows.
 */
function pick(point, drawn, { view, pathway }) {
  if (point.source) return { ids: drawn.found[point.pointNumber].ids };
  const node = drawn.nodes[point.pointNumber];
  const [side, id] = node.split(':');
  const ids = [
    ...new Set(
      drawn.found
        .filter(({ from, to }) => from === node || to === node)
        .flatMap((link) => link.ids),
    ),
  ];
  if (side === 'stage') return { action: { type: 'stage', id: view.stage === id ? '' : id } };
  if (side === 'receiver')
    return {
      action: { type: 'set', view: { focus: view.focus === id ? '' : id, edge: '', q: '' } },
    };
  if (side === 'sender') return { ids };
  const alone =
    expandNegations(view.hide, pathway.facets).filter((token) => token.startsWith('class:'))
      .length ===
    Object.keys(pathway.facets.class.values).length - 1;
  return {
    action: alone ? { type: 'all', facet: 'class' } : { type: 'only', facet: 'class', value: id },
  };
}

export const flow = { draw, rows, choice, pick };
