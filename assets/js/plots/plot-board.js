/** What stands in the dialog of the plots: buttons, the plot, its arrows, its table, downloads. */
import { toast } from '../access/announcer.js';
import { button, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { toCsv } from '../rules/delimited-text.js';
import { escapeHtml } from '../rules/escape.js';
import { idsOf, idTable } from '../rules/id-table.js';
import { interactionsOf } from '../rules/visibility.js';
import { saveFile } from '../save/picture.js';
import { flow } from './flow.js';
import { matrix } from './matrix.js';
import { organs } from './organs.js';
import { arrows, between, pools, tally, years } from './plot-counts.js';
import { timeline } from './timeline.js';

const CONFIG = { displayModeBar: false, showTips: false, doubleClick: false };
const KINDS = { flow, matrix, organs, timeline };
const INK = ['focus', 'halo', 'muted', 'control'];

const choice = (value, name) => `<option value="${value}">${escapeHtml(name)}</option>`;
const saveButton = (format) =>
  `<button type="button" class="plain-button" data-save="${format}">` +
  `${format.toUpperCase()}</button>`;
const year = (name) => `<input type="number" data-part="${name}">`;

const FRAME = [
  `<div class="as" role="group" aria-label="${escapeHtml(t('Plot'))}"></div>`,
  '<p class="about"></p>',
  `<p class="wishes"><label>${escapeHtml(t('Stage'))} <select data-part="stage"></select></label>`,
  `<label>${escapeHtml(t('Detail'))} <select data-part="detail">`,
  `${choice('auto', t('Auto'))}${choice('overview', t('Overview'))}${choice('core', t('Core'))}`,
  `${choice('extended', t('All'))}</select></label>`,
  `<label data-part="reading">${escapeHtml(t('Show'))} <select data-part="variant"></select></label>`,
  `<span data-part="years"><label>${escapeHtml(t('From'))} ${year('from')}</label>`,
  `<label>${escapeHtml(t('up to'))} ${year('to')}</label></span>`,
  '<span data-part="count" class="hint"></span></p>',
  `<div class="paper" role="region" tabindex="0" aria-label="${escapeHtml(t('Plot'))}">`,
  '<div class="plot" role="img"></div></div>',
  `<p data-part="none" hidden>${escapeHtml(t('The filters leave nothing to plot.'))}</p>`,
  '<section data-part="picked" hidden><h3></h3><ul></ul>',
  '<button type="button" class="plain-button" data-part="away">',
  `${escapeHtml(t('See it in the diagram'))}</button></section>`,
  '<p class="saves" data-needs="download">',
  `${['png', 'svg', 'csv'].map(saveButton).join('')}</p>`,
  `<details><summary>${escapeHtml(t('The same as a table'))}</summary>`,
  `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(t('Table of the plot'))}">`,
  '<table></table></div></details>',
].join('\n');

/** Fills the `body` of the dialog; `away` uncovers the diagram, where the dialog covers it. */
export function installPlotBoard({ data, dispatch }, { body, away }) {
  body.innerHTML = FRAME;
  const part = (name) => body.querySelector(`[data-part="${name}"]`);
  const tabs = body.querySelector('.as');
  const paper = body.querySelector('.paper');
  const spot = body.querySelector('.plot');
  const table = body.querySelector('table');
  const details = body.querySelector('details');
  let plots = []; // of the pathway
  let view = null;
  let at = 'matrix';
  const chosenVariants = {}; // by plot
  let picked = null; // ids of arrows to list
  let now = null; // what is on screen

  /** Everything that the pure parts need about the plot on screen. */
  function readPlot() {
    const plot = plots.find(({ id }) => id === at) ?? plots[0];
    const pathway = data.pathways[view.pathway];
    const kind = KINDS[plot.id];
    const sets = pools(view, pathway);
    const variant = chosenVariants[plot.id] ?? Object.keys(plot.variants)[0];
    const style = getComputedStyle(document.documentElement);
    return {
      plot,
      pathway,
      kind,
      variant,
      view,
      marks: tally(plot.marks, idsOf(pathway.interactions), sets[kind.pool ?? 'pool']),
      chosen: sets.chosen,
      pool: sets.pool,
      figure: plot.figures[document.documentElement.dataset.theme][variant],
      ink: Object.fromEntries(INK.map((name) => [name, style.getPropertyValue(`--${name}`)])),
    };
  }

  function options(select, entries, value) {
    const same =
      [...select.options].map((option) => option.value).join() === entries.map(([id]) => id).join();
    if (!same) select.replaceChildren(...entries.map(([id, name]) => new Option(name, id)));
    select.value = value;
  }

  function controls({ plot, pathway, marks, variant, kind, pool }) {
    tabs.replaceChildren(
      ...plots.map(({ id, name }) => {
        const had = document.activeElement?.dataset.plot === id;
        const tab = button(name, { plot: id }, { 'aria-pressed': String(id === plot.id) });
        if (had) requestAnimationFrame(() => tab.focus());
        return tab;
      }),
    );
    body.querySelector('.about').textContent = plot.about;
    options(
      part('stage'),
      [['', t('All')], ...pathway.stages.map(({ id, name }) => [id, name])],
      view.stage,
    );
    part('detail').value = view.detail;
    const variants = Object.entries(plot.variants);
    part('reading').hidden = variants.length < 2;
    options(part('variant'), variants, variant);
    part('years').hidden = !kind.brushed;
    const [first, last] = years(view, pathway);
    for (const [name, value] of [
      ['from', first],
      ['to', last],
    ]) {
      Object.assign(part(name), { min: pathway.years[0], max: pathway.years[1], value });
    }
    const shown = new Set(
      marks.flatMap(({ ids }) => ids).filter((id) => !kind.brushed || pool.has(id)),
    ).size;
    part('count').textContent = `${shown} ${t('of')} ${arrows(idsOf(pathway.interactions).length)}`;
  }

  function paint(reading) {
    const drawn = reading.kind.draw(reading);
    const empty = !reading.marks.length;
    part('none').hidden = !empty;
    paper.hidden = empty;
    if (!empty) {
      drawn.layout.width = Math.max(paper.clientWidth, drawn.least);
      Plotly.react(spot, drawn.data, drawn.layout, CONFIG).then(listen);
      spot.setAttribute(
        'aria-label',
        `${reading.plot.name}: ${part('count').textContent}. ${t('The table below has the numbers.')}`,
      );
    }
    return drawn;
  }

  function listen() {
    if (spot.dataset.ready) return;
    spot.dataset.ready = 'yes';
    spot.on('plotly_click', ({ points: [point] }) => point && click(point));
    spot.on('plotly_selected', (brush) => {
      if (!brush?.range || !now.kind.brushed) return;
      const [first, last] = now.kind.brushed(brush.range.x);
      if (first <= last) keep(first, last);
    });
  }

  const keep = (first, last) =>
    dispatch({
      type: 'set',
      view: { hide: between(view, data.pathways[view.pathway], first, last) },
    });

  /** A click on the plot: lists the arrows there, and does what the plot says. */
  function click(point) {
    const { kind, marks, variant, drawn } = now;
    const mark = kind.at?.(point, marks, variant);
    const { action, ids } = mark
      ? { action: kind.choice(mark, view), ids: mark.ids }
      : (kind.pick?.(point, drawn, now) ?? {});
    picked = ids ?? null;
    if (action) dispatch(action);
    else list(now);
  }

  function list({ pathway }) {
    const edge = view.edge ? interactionsOf(view.edge, pathway) : [];
    const ids = edge.length ? edge : (picked ?? []);
    part('picked').hidden = !ids.length;
    part('picked').querySelector('h3').textContent = arrows(ids.length);
    part('picked')
      .querySelector('ul')
      .replaceChildren(
        ...ids.map((id) => {
          const current = id === view.edge ? { 'aria-current': 'true' } : {};
          return element(
            'li',
            {},
            button(pathway.interactions[id].claim, { do: 'edge', id }, current),
          );
        }),
      );
  }

  /** The rows as a table; the first word of a row does what a click on its mark does. */
  function tabulate(reading) {
    if (!details.open) return;
    const held = document.activeElement?.closest?.('.scroll button')?.dataset.row;
    const heads = reading.kind.heads?.(reading) ?? reading.marks;
    const line = (tag, cells) =>
      element('tr', {}, ...cells.map((textContent) => element(tag, { textContent })));
    const head = line('th', reading.plot.columns);
    for (const cell of head.children) cell.scope = 'col';
    const rows = reading.kind.rows(reading).map((cells, index) => {
      const row = line('td', cells);
      const more = { className: 'link', 'aria-label': cells.slice(0, -1).join(', ') };
      row.firstChild.replaceChildren(button(cells[0], { row: index }, more));
      if (reading.chosen && heads[index].ids.some((id) => reading.chosen.has(id)))
        row.setAttribute('aria-current', 'true');
      return row;
    });
    table.replaceChildren(
      element('caption', {}, `${reading.plot.name}: ${part('count').textContent}`),
      element('thead', {}, head),
      element('tbody', {}, ...rows),
    );
    if (held) table.querySelector(`[data-row="${held}"]`)?.focus();
  }

  function refresh() {
    const reading = readPlot();
    controls(reading);
    now = { ...reading, drawn: paint(reading) };
    list(now);
    tabulate(now);
  }

  async function save(format) {
    const { plot, variant } = now;
    const filename = [
      view.pathway,
      plot.id,
      Object.keys(plot.variants).length > 1 && variant,
      view.stage,
    ]
      .filter(Boolean)
      .join('-');
    if (format === 'csv') {
      const columns = plot.columns.map((name, id) => ({ id, name }));
      saveFile(
        new Blob([toCsv(columns, now.kind.rows(now))], { type: 'text/csv;charset=utf-8' }),
        `${filename}.csv`,
      );
    } else {
      const { width, height } = spot.getBoundingClientRect();
      await Plotly.downloadImage(spot, {
        format,
        filename,
        width,
        height,
        scale: format === 'png' ? 2 : 1,
      });
    }
    toast(t('{name} saved as {format}.', { name: plot.name, format: format.toUpperCase() }));
  }

  body.addEventListener('click', ({ target }) => {
    const pressed = target.closest('button');
    if (!pressed) return;
    const { plot, row, save: format, part: name } = pressed.dataset;
    if (plot) {
      at = plot;
      picked = null;
      refresh();
    }
    if (row)
      dispatch(now.kind.choice((now.kind.heads?.(now) ?? now.marks)[row], view, now.pathway));
    if (format) save(format);
    if (name === 'away') away();
  });
  body.addEventListener('change', ({ target }) => {
    const { part: name } = target.dataset;
    if (name === 'stage') dispatch({ type: 'stage', id: target.value });
    if (name === 'detail') dispatch({ type: 'detail', id: target.value });
    if (name === 'variant') {
      chosenVariants[now.plot.id] = target.value;
      refresh();
    }
    if (name === 'from' || name === 'to')
      keep(Number(part('from').value), Number(part('to').value));
  });
  details.addEventListener('toggle', () => now && tabulate(now));
  new ResizeObserver(() => {
    if (
      now &&
      !paper.hidden &&
      paper.clientWidth &&
      Math.max(paper.clientWidth, now.drawn.least) !== now.drawn.layout.width
    )
      refresh();
  }).observe(paper);

  return {
    show(next, figures) {
      view = next;
      plots = figures.plots.map((plot) => ({ ...plot, names: idTable(plot.names) }));
      if (!plots.length) body.textContent = t('This pathway has no arrows to plot.');
      else refresh();
    },
  };
}
