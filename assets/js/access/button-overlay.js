/**
 * Real buttons over the canvas, one a cell and one a line, for the keyboard and screen readers.
 * The mouse goes through them to the canvas. They lie in the drawing's own units on one layer, so a
 * moving camera costs one transform; what they say follows a view when the browser is idle.
 */
import { byId, element } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { onGraph } from '../graph/cytoscape-internals.js';
import { cellName, lineName } from '../rules/accessible-names.js';
import { entriesOf, idsOf } from '../rules/id-table.js';
import { testingName } from '../rules/testing.js';
import { formatAddress } from '../rules/url.js';

const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 50));
const LABELS = { includeNodes: false, includeEdges: false, includeLabels: true };

/**
 * @returns buttons and how they follow a view; `moved` and `changed` are for `cursor`
 */
export function installOverlay({ cy, data, signal }) {
  const layer = element('div', { className: 'layer' });
  const label = t('Diagram: cells and arrows');
  const root = element('div', { id: 'overlay', role: 'group', 'aria-label': label }, layer);
  byId('figure').append(root);
  byId('graph').setAttribute('aria-hidden', 'true');

  const buttons = new Map(); // by node or line id
  const groups = new Map(); // by stage
  /** @type {any} */
  const self = { root, moved: () => {}, changed: () => {} };
  let built = ''; // the pathway whose buttons these are, and its shape
  const key = (id) => [id, data.isTall].join(' ');
  let latest = null; // the view and its marks, waiting for an idle moment
  let waiting = false;

  function build(id) {
    const pathway = data.pathways[id];
    built = key(id);
    named = null;
    buttons.clear();
    groups.clear();
    layer.replaceChildren(
      ...pathway.stages.map((stage) => {
        const group = element('div', { role: 'group', 'aria-label': stage.name });
        groups.set(stage.id, group);
        return group;
      }),
    );
    for (const [node, { stage, cell }] of entriesOf(pathway.nodes)) {
      const drawn = cy.getElementById(node);
      const button = add(node, groups.get(stage), cellName(node, pathway, drawn.data('label')));
      Object.assign(button.dataset, { node, cell, label: drawn.data('label') });
      place(button, drawn.position(), drawn.data('w'), drawn.data('h'));
    }
    const lines = entriesOf(pathway.pairs).map(([pair, members]) => [pair, members[0]]);
    for (const arrow of idsOf(pathway.interactions)) lines.push([arrow, arrow]);
    for (const [line, first] of lines) {
      const group = groups.get(pathway.interactions[first].stage);
      add(line, group, lineName(line, pathway)).dataset.line = line;
    }
  }

  let named = null; // what the names keep to themselves

  /** While a question is asked the buttons say no more than the drawing shows. */
  function rename(pathway) {
    if (named === state.asked) return;
    named = state.asked;
    for (const [id, group] of groups) {
      const { name } = pathway.stages.find((stage) => stage.id === id);
      group.setAttribute('aria-label', named?.stages.includes(id) ? t('Stage') : name);
    }
    // Not of the graph, to which late arrows come later.
    const own = new Map(pathway.elements.map((entry) => [entry.data.id, entry.data]));
    const facts = (id) => own.get(id);
    for (const [id, button] of buttons) {
      const { label: short, line } = button.dataset;
      const plain = () => (line ? lineName(id, pathway) : cellName(id, pathway, short));
      button.setAttribute('aria-label', named ? testingName(id, named, facts, pathway) : plain());
    }
  }

  function add(id, group, name) {
    const more = { tabIndex: -1, hidden: true, 'aria-label': name, 'aria-pressed': 'false' };
    const button = element('button', { type: 'button', ...more });
    buttons.set(id, button);
    return group.appendChild(button);
  }

  function place(button, { x, y }, w, h) {
    Object.assign(button.style, {
      left: `${x}px`,
      top: `${y}px`,
      width: `${w}px`,
      height: `${h}px`,
    });
  }

  /** A line's button lies on its label, or on its middle where it has none. */
  function placeLine(button, id) {
    const drawn = cy.getElementById(id);
    const middle = drawn.midpoint();
    if (!Number.isFinite(middle?.x)) return;
    const box = drawn.boundingBox(LABELS);
    if (box.w > 4 && box.h > 4)
      place(button, { x: box.x1 + box.w / 2, y: box.y1 + box.h / 2 }, box.w, box.h);
    else place(button, middle, 0, 0);
  }

  /** Puts a view's buttons in place; only what differs is written. */
  function refresh() {
    waiting = false;
    const { view, seen } = latest;
    // Drawn anew meanwhile, with another pathway: what follows it waits for the paint as well.
    if (state.view.pathway !== view.pathway) return;
    const had = root.contains(document.activeElement);
    if (built !== key(view.pathway)) build(view.pathway);
    rename(data.pathways[view.pathway]);
    const fresh = []; // shown before anything is hidden, so that the focus has where to go
    const gone = [];
    for (const [id, word] of [...seen.nodes, ...seen.lines]) {
      const button = buttons.get(id);
      const hidden = word === 'hidden';
      if (button.hidden !== hidden) (hidden ? gone : fresh).push(button);
      const pressed = String(
        button.dataset.node ? view.focus === button.dataset.cell : view.edge === id,
      );
      if (button.getAttribute('aria-pressed') !== pressed)
        button.setAttribute('aria-pressed', pressed);
      if (!hidden && button.dataset.line) placeLine(button, id);
    }
    for (const button of fresh) button.hidden = false;
    self.changed(view, new Set(gone), had);
    for (const button of gone) button.hidden = true;
    root.dataset.view = formatAddress(view, data);
  }

  let at = '';
  let lagging = false;
  function follow() {
    lagging = false;
    const { x, y } = cy.pan();
    const zoom = cy.zoom();
    const now = `translate(${x}px, ${y}px) scale(${zoom})`;
    if (now === at) return;
    at = now;
    layer.style.transform = now;
    layer.style.setProperty('--zoom', zoom);
    self.moved();
  }
  /** With the frame for who sees the focus ring; else after it, as it styles all buttons anew. */
  function move() {
    if (root.contains(document.activeElement)) return follow();
    if (!lagging) later(follow, { timeout: 200 });
    lagging = true;
    return undefined;
  }
  onGraph(cy, signal, 'render', move);

  /** Remembers what to show; written after the paint, in an idle moment. */
  self.update = (view, seen) => {
    latest = { view, seen };
    // Not in an idle moment: a button could tell what is asked.
    if (state.asked) return refresh();
    if (waiting) return undefined;
    waiting = true;
    return later(refresh, { timeout: 200 });
  };
  /** Writes at once what waits: for a key that comes before the idle moment. */
  self.flush = () => {
    if (waiting && latest) refresh();
    if (lagging) follow();
  };
  self.button = (id) => buttons.get(id);
  self.shown = (kind) => [...buttons.values()].filter((b) => !b.hidden && b.dataset[kind]);
  return self;
}
