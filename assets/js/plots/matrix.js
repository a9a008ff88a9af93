/** The matrix of senders and receivers under the reader's filters. Pure. */
import { t } from '../app/i18n.js';
import { idsOf } from '../rules/id-table.js';
import { arrows, balance, fields, frame } from './plot-counts.js';

const value = (ids, variant, pathway) => {
  const [pro, anti] = balance(ids, pathway);
  return variant === 'count' ? ids.length : pro - anti;
};

const label = (number, variant) =>
  (number < 0 ? '−' : number && variant === 'net' ? '+' : '') + Math.abs(number);

/** The figure with only the rows and columns that have an arrow, and frames around the chosen. */
function draw({ figure, plot, marks, chosen, variant, pathway, ink }) {
  const ids = idsOf(plot.names);
  const [y, x] = [0, 1].map((side) =>
    ids.filter((id) => marks.some(({ key }) => key[side] === id)),
  );
  const z = y.map(() => x.map(() => null));
  const hovertext = y.map(() => x.map(() => ''));
  const shapes = [];
  for (const {
    key: [from, to],
    ids: own,
  } of marks) {
    const [row, column] = [y.indexOf(from), x.indexOf(to)];
    z[row][column] = value(own, variant, pathway);
    const [pro, anti, either] = balance(own, pathway);
    hovertext[row][column] =
      `${pathway.cells[from].name} ${t('to')} ${pathway.cells[to].name}<br>` +
      `${arrows(own.length)}: ` +
      t('{pro} promote, {anti} restrain, {either} depend on context', { pro, anti, either });
    if (chosen && own.some((id) => chosen.has(id))) shapes.push(frame(column, row, ink.focus));
  }
  const most = Math.max(2, ...z.flat().map(Math.abs));
  const { xaxis, yaxis, height } = figure.layout;
  const row = 20;
  return {
    ...fields(
      figure,
      { x, y, z, hovertext, zmax: most, zmin: variant === 'count' ? 1 : -most },
      {
        shapes,
        height: height + row * (y.length - figure.data[0].y.length),
        xaxis: { ...xaxis, tickvals: x, ticktext: x.map((id) => plot.names[id]) },
        yaxis: { ...yaxis, tickvals: y, ticktext: y.map((id) => plot.names[id]) },
      },
      (number) => label(number, variant),
    ),
    least: row * x.length + 170,
  };
}

const rows = ({ marks, pathway }) =>
  marks.map(({ key, ids }) => {
    const many = balance(ids, pathway);
    return [...key.map((id) => pathway.cells[id].name), ids.length, ...many, many[0] - many[1]];
  });

/** A field chooses its arrow, or all of its arrows; once more lets go. */
function choice({ key, ids }, view) {
  const edge = ids.length === 1 ? ids[0] : key.join('~');
  return { type: 'set', view: { edge: view.edge === edge ? '' : edge, focus: '', q: '' } };
}

const at = (point, marks) => marks.find(({ key }) => key[0] === point.y && key[1] === point.x);

export const matrix = { draw, rows, choice, at };
