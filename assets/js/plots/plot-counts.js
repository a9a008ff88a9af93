/**
 * Counts the marks of a plot again under the reader's filters. Pure.
 *
 * tests/browser/results/test_plots_dialog.py holds the two languages together.
 */
import { OUTCOMES, SCALE_BREAK } from '../rules/constants.js';
import { rowsOf } from '../rules/id-table.js';
import { plural } from '../rules/accessible-names.js';
import { isAbout } from '../rules/subject.js';
import { detailLevel, visibility } from '../rules/visibility.js';

const YEARS = /^(after|before):/;

/**
 * What a view shows and what it has chosen, as sets of interaction ids.
 * `pool` are those that the filters leave, whatever is chosen; `anyYear` those of all years,
 * `anyOrgan` those of all organs; `chosen` is null where nothing is.
 * @param {Pathway} pathway
 */
export function pools(view, pathway) {
  const plain = { ...view, edge: '', focus: '', q: '', lecture: '', detail: detailLevel(view) };
  const see = (change) => new Set(visibility({ ...plain, ...change }, pathway).shown);
  const subject =
    view.edge || view.focus || rowsOf(pathway.interactions).some(isAbout(view.q, pathway));
  return {
    pool: see({}),
    anyYear: see({ hide: view.hide.filter((token) => !YEARS.test(token)) }),
    anyOrgan: see({ organ: '' }),
    chosen: subject ? new Set(visibility(view, pathway).shown) : null,
  };
}

/**
 * The marks that have an arrow in `pool`, in their order.
 * @param {Array} marks  [...key, indices of interactions]
 * @param {string[]} order  interaction ids by index
 * @returns {Array<{key: string[], ids: string[]}>}
 */
export function tally(marks, order, pool) {
  return marks
    .map((mark) => ({
      key: mark.slice(0, -1),
      ids: mark
        .at(-1)
        .map((index) => order[index])
        .filter((id) => pool.has(id)),
    }))
    .filter(({ ids }) => ids.length);
}

/**
 * How many arrows promote, restrain and depend on context.
 * @param {Pathway} pathway
 */
export function balance(ids, pathway) {
  const kinds = ids.map((id) => pathway.interactions[id].facets.outcome[0]);
  return OUTCOMES.map((kind) => kinds.filter((k) => k === kind).length);
}

/**
 * The years that the filters keep, as [first, last].
 * @param {Pathway} pathway
 */
export function years(view, pathway) {
  const bound = (name) =>
    Number(view.hide.find((token) => token.startsWith(`${name}:`))?.split(':')[1]);
  return [bound('before') || pathway.years[0], bound('after') || pathway.years[1]];
}

/**
 * The filters that keep these years; both ends of the pathway's years need none.
 * @param {Pathway} pathway
 */
export function between(view, pathway, first, last) {
  const rest = view.hide.filter((token) => !YEARS.test(token));
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  if (low > pathway.years[0]) rest.push(`before:${low}`);
  if (high < pathway.years[1]) rest.push(`after:${high}`);
  return rest;
}

/** A figure with other parts in its first trace and layout; the given one stays as it is. */
export function changed(figure, trace, layout) {
  const [first, ...more] = figure.data;
  return { data: [{ ...first, ...trace }, ...more], layout: { ...figure.layout, ...layout } };
}

/**
 * The same for fields with numbers, which are a trace of their own (see cascade/plots/theme.py).
 */
export function fields(figure, trace, layout, label) {
  const {
    data: [first, second],
    layout: whole,
  } = changed(figure, trace, layout);
  const share = (n) =>
    first.zmin < 0
      ? Math.abs(n) / first.zmax
      : (n - first.zmin) / Math.max(first.zmax - first.zmin, 1);
  const spots = first.z
    .flatMap((row, index) => row.map((n, column) => ({ n, x: first.x[column], y: first.y[index] })))
    .filter(({ n }) => n !== null);
  const numbers = {
    ...second,
    x: spots.map(({ x }) => x),
    y: spots.map(({ y }) => y),
    text: spots.map(({ n }) => label(n)),
    textfont: {
      ...second.textfont,
      color: spots.map(({ n }) => second.meta[Number(share(n) > SCALE_BREAK)]),
    },
  };
  return { data: [first, numbers], layout: whole };
}

/** A rectangle around a field of a matrix. */
export const frame = (column, row, color) => ({
  type: 'rect',
  xref: 'x',
  yref: 'y',
  x0: column - 0.5,
  x1: column + 0.5,
  y0: row - 0.5,
  y1: row + 0.5,
  line: { color, width: 2.5 },
  fillcolor: 'rgba(0,0,0,0)',
});

export const arrows = (count) => plural(count, 'arrow');
