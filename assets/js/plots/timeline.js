/**
 * The arrows by year and stage: full what counts now, pale what years or choice leave out. Pure.
 */
import { idsOf } from '../rules/id-table.js';
import { between, years } from './plot-counts.js';

function draw({ figure, plot, marks, chosen, view, pathway, ink }) {
  const [first, last] = years(view, pathway);
  const counts = (id) =>
    (!chosen || chosen.has(id)) &&
    pathway.interactions[id].year >= first &&
    pathway.interactions[id].year <= last;
  const data = figure.data.map((trace, index) => {
    const stage = idsOf(plot.names)[index >> 1];
    const pale = index % 2 === 1;
    const y = trace.x.map((year) => {
      const ids = marks.find(({ key }) => key[0] === String(year) && key[1] === stage)?.ids ?? [];
      return ids.filter((id) => counts(id) !== pale).length || null; // none draws no line
    });
    const any = marks.some(({ key }) => key[1] === stage);
    return { ...trace, y, showlegend: trace.showlegend && any };
  });
  const whole = first === pathway.years[0] && last === pathway.years[1];
  const band = {
    type: 'rect',
    xref: 'x',
    yref: 'paper',
    x0: first - 0.5,
    x1: last + 0.5,
    y0: 0,
    y1: 1,
    line: { color: ink.focus, width: 1.5 },
    fillcolor: ink.halo,
    opacity: 0.22,
    layer: 'below',
  };
  const range = [pathway.years[0] - 0.6, pathway.years[1] + 0.6];
  return {
    data,
    layout: {
      ...figure.layout,
      shapes: whole ? [] : [band],
      selections: [],
      xaxis: { ...figure.layout.xaxis, range },
    },
    least: 300,
  };
}

const rows = ({ marks, plot }) =>
  marks.map(({ key: [year, stage], ids }) => [Number(year), plot.names[stage], ids.length]);

/** A row of the table keeps its year alone; once more all years. */
function choice({ key: [year] }, view, pathway) {
  const [first, last] = years(view, pathway);
  const alone = first === Number(year) && last === Number(year);
  const [from, to] = alone ? pathway.years : [Number(year), Number(year)];
  return { type: 'set', view: { hide: between(view, pathway, from, to) } };
}

const stageOf = (point, plot) => idsOf(plot.names)[point.curveNumber >> 1];

function pick(point, drawn, { plot, marks }) {
  const mark = marks.find(
    ({ key }) => key[0] === String(point.x) && key[1] === stageOf(point, plot),
  );
  return { ids: mark?.ids ?? [] };
}

/** The years of a brush, as [first, last]; bars lie around their year. */
const brushed = ([low, high]) => [Math.ceil(low - 0.35), Math.floor(high + 0.35)];

export const timeline = { draw, rows, choice, pick, brushed, pool: 'anyYear' };
