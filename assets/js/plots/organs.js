/** Cells and molecules by organ, under the reader's filters. Pure. */
import { t } from '../app/i18n.js';
import { idsOf } from '../rules/id-table.js';
import { arrows, fields, frame } from './plot-counts.js';

const organsOf = (plot) =>
  idsOf(plot.names)
    .filter((name) => name.startsWith('organ:'))
    .map((name) => name.slice(6));

/** Lines {id, own: mark by organ} of a kind, those of most organs first, and in how many words. */
function lines(plot, marks, kind) {
  const organs = organsOf(plot);
  const counts = new Map();
  for (const mark of marks) {
    const [own, id, organ] = mark.key;
    if (own !== kind) continue;
    if (!counts.has(id)) counts.set(id, { id, own: new Map() });
    counts.get(id).own.set(organ, mark);
  }
  const place = (line) => organs.findIndex((organ) => line.own.has(organ));
  const list = [...counts.values()].sort((a, b) => b.own.size - a.own.size || place(a) - place(b));
  return list.map((line) => ({ ...line, shared: shared(line, plot, organs) }));
}

function shared({ own }, plot, organs) {
  if (own.size === 1)
    return t('only {organ}', { organ: plot.names[`organ:${[...own.keys()][0]}`] });
  return t(own.size === organs.length ? /* t */ 'all {n} organs' : /* t */ '{n} organs', {
    n: own.size,
  });
}

/** Words beside each group of lines that are found in as many organs, with a rule above. */
function groups(list, ink) {
  const annotations = [];
  const shapes = [];
  list.forEach(({ shared: word }, index) => {
    if (list[index - 1]?.shared === word) return;
    annotations.push({
      xref: 'paper',
      x: 1,
      xanchor: 'left',
      xshift: 6,
      yref: 'y',
      y: index,
      text: word,
      showarrow: false,
      font: { color: ink.muted },
    });
    if (index)
      shapes.push({
        type: 'line',
        xref: 'paper',
        x0: 0,
        x1: 1,
        yref: 'y',
        y0: index - 0.5,
        y1: index - 0.5,
        line: { color: ink.control, width: 1 },
      });
  });
  return { annotations, shapes };
}

function draw({ figure, plot, marks, chosen, variant, pathway, ink }) {
  const x = organsOf(plot);
  const list = lines(plot, marks, variant);
  const y = list.map(({ id }) => id);
  const z = list.map(({ own }) => x.map((organ) => own.get(organ)?.ids.length ?? null));
  const name = (id) => (variant === 'cell' ? pathway.cells[id].name : plot.names[`molecule:${id}`]);
  const text = list.map(({ id, own, shared: word }) =>
    x.map(
      (organ) =>
        `${name(id)} ${t('in')} ${plot.names[`organ:${organ}`]}: ` +
        `${arrows(own.get(organ)?.ids.length ?? 0)}<br>${word}`,
    ),
  );
  const { annotations, shapes } = groups(list, ink);
  list.forEach(({ own }, row) =>
    x.forEach((organ, column) => {
      if (chosen && own.get(organ)?.ids.some((id) => chosen.has(id)))
        shapes.push(frame(column, row, ink.focus));
    }),
  );
  const { yaxis, height, margin } = figure.layout;
  return {
    ...fields(
      figure,
      { x, y, z, hovertext: text, zmax: Math.max(2, ...z.flat()) },
      {
        shapes,
        annotations,
        margin: { ...margin, t: 8, b: 8, l: 8, r: 120 },
        height: height + 20 * (y.length - figure.data[0].y.length),
        yaxis: { ...yaxis, tickvals: y, ticktext: y.map((id) => plot.names[`${variant}:${id}`]) },
      },
      String,
    ),
    least: 320,
  };
}

const rows = ({ marks, plot }) =>
  Object.keys(plot.variants).flatMap((kind) =>
    lines(plot, marks, kind).map(({ id, own, shared: word }) => [
      plot.columns[0] && t(kind === 'cell' ? /* t */ 'Cell' : /* t */ 'Molecule'),
      plot.names[`${kind}:${id}`],
      ...organsOf(plot).map((organ) => own.get(organ)?.ids.length ?? 0),
      word,
    ]),
  );

/** The marks behind the table's rows: any mark of a line stands for it. */
const heads = ({ marks, plot }) =>
  Object.keys(plot.variants).flatMap((kind) =>
    lines(plot, marks, kind).map(({ own }) => ({ ...[...own.values()][0], organ: '' })),
  );

/** A field chooses the cell or the molecule and goes to the organ. */
function choice({ key: [kind, id, organ], organ: whole }, view) {
  const same = kind === 'cell' ? view.focus === id : view.q === id;
  const at = whole ?? organ;
  if (same && view.organ === at)
    return { type: 'set', view: { focus: '', q: '', edge: '', organ: '' } };
  return {
    type: 'set',
    view: { focus: kind === 'cell' ? id : '', q: kind === 'cell' ? '' : id, edge: '', organ: at },
  };
}

const at = (point, marks, variant) =>
  marks.find(({ key }) => key[0] === variant && key[1] === point.y && key[2] === point.x);

export const organs = { draw, rows, heads, choice, at, pool: 'anyOrgan' };
