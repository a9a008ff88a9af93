/**
 * The keyboard's place in the diagram: one button is the tab stop, keys move it to the next cell,
 * along a signal, or back. Enter and Space are the button's own click.
 */
import { t } from '../app/i18n.js';
import { currentPathway, state } from '../app/state.js';
import { typedKey } from '../rules/typed-key.js';
import { around, beside, nearest, stepAlong, successorOf } from '../rules/keyboard-graph.js';
import { say } from './announcer.js';
import { revealButton } from './focus.js';

const MOST = 200; // cells that Backspace remembers

export function installNavigation({ cy, dispatch, signal }, { overlay, pointer }) {
  const { root } = overlay;
  const trail = []; // cells left behind, for Backspace
  const taken = new Map(); // cell and way -> the line taken last
  let stop = null; // the button that Tab reaches
  let way = 'out'; // how the present line was entered
  let stage = null;

  const idOf = (button) => button.dataset.node ?? button.dataset.line;
  const inside = () => root.contains(document.activeElement);
  const usable = (id) => {
    const b = overlay.button(id);
    return b && !b.hidden ? b : null;
  };

  /** Before a key acts: what waits for the paint and for an idle moment is told first. */
  function flush() {
    globalThis.cascade?.view();
    overlay.flush();
  }

  function spots() {
    return overlay
      .shown('node')
      .map((b) => ({ id: b.dataset.node, ...cy.getElementById(b.dataset.node).position() }));
  }

  function lines() {
    const { interactions, pairs } = currentPathway();
    return overlay.shown('line').map(({ dataset: { line: id } }) => {
      const { source, target } = interactions[pairs[id]?.[0] ?? id];
      return { id, source, target };
    });
  }

  /** The cell that Tab enters at: the chosen one, else a tumor cell, of the stage in view. */
  function entry(view, kept = new Set()) {
    const there = overlay.shown('node').filter((b) => !kept.has(b));
    const here = there.filter(
      (b) => !view.stage || currentPathway().nodes[b.dataset.node].stage === view.stage,
    );
    const pick = (list) =>
      list.find((b) => b.dataset.cell === view.focus) ??
      list.find((b) => cy.getElementById(b.dataset.node).data('lineage') === 'neoplastic') ??
      list[0];
    return pick(here.length ? here : there) ?? null;
  }

  function rove(button) {
    if (stop === button) return;
    if (stop) stop.tabIndex = -1;
    stop = button;
    if (stop) stop.tabIndex = 0;
  }

  function go(button) {
    if (!button) return false;
    rove(button);
    button.focus({ preventScroll: true });
    return true;
  }

  function leave(button) {
    const { node } = button.dataset;
    if (!node || trail.at(-1) === node) return;
    trail.push(node);
    if (trail.length > MOST) trail.shift();
  }

  function along(button, direction) {
    const { node, line: id } = button.dataset;
    const all = lines();
    const here = { id: node ?? id, line: all.find((l) => l.id === id) };
    const key = `${direction} ${node}`;
    const next = stepAlong(here, direction, all, taken.get(key));
    if (!usable(next)) {
      say(
        t(
          direction === 'out'
            ? /* t */ 'No arrow leaves this cell here.'
            : /* t */ 'No arrow reaches this cell here.',
        ),
      );
      return;
    }
    if (node) {
      taken.set(key, next);
      way = direction;
    }
    leave(button);
    go(usable(next));
  }

  function arrow(button, key) {
    const { node, line: id } = button.dataset;
    if (id) {
      const all = lines();
      const line = all.find((l) => l.id === id);
      if (line) go(usable(beside(line, key, way, all)));
      return;
    }
    const all = spots();
    const next = nearest(
      all.find((s) => s.id === node),
      key,
      all,
    );
    if (next) {
      leave(button);
      go(usable(next.id));
    }
  }

  function turn(button, by) {
    const list = overlay.shown('node').map((b) => ({ id: b.dataset.node }));
    leave(button);
    go(usable(around(list, button.dataset.node, by).id));
  }

  function back() {
    let id = trail.pop();
    while (id && (!usable(id) || usable(id) === document.activeElement)) id = trail.pop();
    if (id) go(usable(id));
    else say(t('This is where you began.'));
  }

  /** Shift and an arrow: up to the stage's button, down into its first cell. */
  function up(button) {
    const { nodes, interactions, pairs } = currentPathway();
    const { node, line: id } = button.dataset;
    const { stage: of } = node ? nodes[node] : interactions[pairs[id]?.[0] ?? id];
    document.querySelector(`.stages:not([hidden]) [data-id="${CSS.escape(of)}"]`)?.focus();
  }

  function into(of) {
    const first = overlay
      .shown('node')
      .find((b) => currentPathway().nodes[b.dataset.node].stage === of);
    return go(first ?? entry(state.view));
  }

  const moves = {
    ']': (b) => along(b, 'out'),
    '[': (b) => along(b, 'in'),
    Backspace: back,
    PageDown: (b) => turn(b, 1),
    PageUp: (b) => turn(b, -1),
    Home: (b) => {
      leave(b);
      go(overlay.shown('node')[0]);
    },
    End: (b) => {
      leave(b);
      go(overlay.shown('node').at(-1));
    },
  };

  document.addEventListener(
    'keydown',
    (event) => {
      const key = typedKey(event);
      if (!key) return;
      const button = event.target.closest?.('#overlay button, .stages button');
      if (!button) return;
      const isArrow = key.startsWith('Arrow');
      if (!root.contains(button)) {
        if (!event.shiftKey || key !== 'ArrowDown') return;
        flush();
        into(button.dataset.id);
      } else if (isArrow || moves[key]) {
        flush();
        const now = inside() ? document.activeElement : button;
        if (isArrow && event.shiftKey) {
          if (key === 'ArrowUp') up(now);
        } else if (isArrow) arrow(now, key);
        else moves[key](now);
      } else return;
      event.preventDefault();
    },
    { signal },
  );

  root.addEventListener(
    'click',
    (event) => {
      if (event.detail > 1) return; // the second half of a double click
      const { cell, node, line: id } = event.target.closest('button')?.dataset ?? {};
      if (cell) dispatch({ type: 'focus', id: cell, node });
      else if (id) dispatch({ type: 'edge', id });
    },
    { signal },
  );
  root.addEventListener(
    'focusin',
    ({ target }) => {
      rove(target);
      const drawn = cy.getElementById(idOf(target));
      pointer.tell(drawn.nonempty() ? drawn : null); // another pathway's, for a moment
      revealButton(cy, target);
    },
    { signal },
  );
  root.addEventListener('focusout', () => pointer.tell(null), { signal });
  overlay.moved = () => pointer.follow();

  /** After a view: the tab stop stays where it was if it can; a lost focus finds its place. */
  overlay.changed = (view, gone, had) => {
    const entered = stage !== null && view.stage !== stage;
    stage = view.stage;
    let next = stop?.isConnected && !gone.has(stop) ? stop : null;
    if (!next && stop?.dataset.line) {
      next = usable(
        successorOf(
          stop.dataset.line,
          currentPathway(),
          (id) => usable(id) && !gone.has(usable(id)),
        ),
      );
    }
    const strange =
      next?.dataset.node &&
      view.stage &&
      currentPathway().nodes[next.dataset.node].stage !== view.stage;
    const unchosen = !had && view.focus && next?.dataset.cell !== view.focus;
    if (!next || (entered && strange) || unchosen) next = entry(view, gone);
    if (had && next !== document.activeElement) go(next);
    else rove(next);
    if (had && next) revealButton(cy, next);
  };

  /** Puts the focus on a cell that a search found, in the stage in view if it stands there. */
  function find(cell) {
    flush();
    const all = overlay.shown('node').filter((b) => b.dataset.cell === cell);
    const { stage: here } = state.view;
    return go(all.find((b) => currentPathway().nodes[b.dataset.node].stage === here) ?? all[0]);
  }

  return { find, back: () => go(stop) && document.activeElement === stop };
}
