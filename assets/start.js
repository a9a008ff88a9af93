/**
 * The wiring: one view, one way to change it. An action gives the next view; the next view is
 * drawn, told and written to the address. Dash calls `start` once, when the graph has mounted.
 */
(function (kit) {
  'use strict';

  /** The only place that knows where dash-cytoscape keeps the live instance (undocumented). */
  const graph = () => document.getElementById('graph')?._cyreg?.cy;

  function start() {
    const cy = graph();
    if (!cy || kit.running === cy) return; // Dash may call again; a second set of handlers may not
    kit.running = cy;
    // For authors a new figure takes the place of this one: what it holds on to is kept apart.
    const work = () => wire(cy, kit.data);
    const app = kit.tied ? kit.tied(work, cy) : work();
    kit.painted = paint(cy, app);
  }

  function wire(cy, data) {
    const drawer = kit.drawer(cy, data);
    const panel = kit.panel(data);
    const pathwayNow = () => data.pathways[view.pathway];
    let rest = null;
    let { view, warnings } = kit.url.parse(location.search + location.hash, data);

    const searchbox = kit.searchbox(act, pathwayNow, () => kit.contents(view.pathway, pathwayNow()),
      (cell) => cursor.find(cell));
    const pointer = kit.pointer(cy, act, pathwayNow);
    const overlay = kit.overlay(cy, data);
    const cursor = kit.cursor({ overlay, cy, act, pointer, pathwayNow, viewNow: () => view });
    const listing = kit.listing(data);
    const evidence = kit.evidence(cy, data);
    const lecture = kit.present({ cy, act, view: () => view, data, pointer, drawer, run: (...order) => run(...order) });
    const mini = kit.mini(data);
    const plots = kit.plots(data, act);
    kit.manners(pointer);

    /** Draws and tells a view. `how` is 'push' for a reader's step, 'replace' or 'none'. */
    function show(next, how, glide = true) {
      settle();
      view = next;
      lecture.lay(view);
      const seen = drawer.draw(view, glide);
      lecture.follow(view, seen);
      rest = () => kit.foothold(() => tell(seen, how), cursor);
      // After the paint: the light goes on first, the words follow. Hidden pages paint never.
      // Two frames: cytoscape draws in the first or, after a click, in the second.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settle)));
      setTimeout(settle, 200);
      return seen;
    }

    /** Everything beside the canvas: card, filters, list, overlay, address, live sentence. */
    function tell(seen, how) {
      panel.show(view, seen);
      searchbox.follow(view);
      overlay.follow(view, seen);
      listing.follow(view, seen);
      evidence.follow(view);
      mini.follow(view);
      plots.follow(view);
      kit.host.follow(view);
      kit.say.say(kit.say.sentence(view, pathwayNow(), seen));
      if (how !== 'none') write(how);
      document.getElementById('view').dataset.view = JSON.stringify(view); // for whoever listens
    }

    /** Tells now what of the present view waits for the paint, so that nobody sees a half view. */
    function settle() {
      const job = rest;
      rest = null;
      job?.();
    }

    function write(how) {
      const address = location.pathname + kit.url.format(view, data);
      try {
        history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
      } catch {
        // Some sandboxes forbid it; the view then lives in memory alone.
      }
    }

    function act(action) {
      pointer.hideTip();
      const whole = action.type === 'clear' && action.all ? { type: 'set', view: { focus: '', edge: '', q: '' } } : action;
      const next = kit.view.next(view, whole, data);
      if (next === view) return;
      const quiet = ['after', 'search'].includes(action.type);
      show(next, quiet ? 'replace' : 'push');
    }

    const printing = kit.printing({
      cy,
      view: () => view,
      data,
      listing,
      drawer,
      redraw: (theme) => drawer.draw(theme ? { ...view, theme } : view, false),
    });
    const more = { ...lecture.commands, 'print-go': printing.go, evidence: evidence.open, plots: plots.toggle };
    const run = kit.commands({ cy, act, drawer, searchbox, listing, cursor, view: () => view, data, more });
    kit.keys({ act, run, dismiss: pointer.dismiss }, pathwayNow);
    document.addEventListener('click', (event) => {
      const button = event.target.closest('[data-do]');
      if (button && button.type !== 'checkbox' && button.type !== 'range') run(button.dataset.do, button.dataset);
    });
    document.addEventListener('input', (event) => {
      const field = event.target.closest('input[data-do]');
      if (field) run(field.dataset.do, { ...field.dataset, value: field.value });
    });
    document.getElementById('pathway')?.addEventListener('change', (event) => {
      act({ type: 'pathway', id: event.target.value });
    });
    window.addEventListener('popstate', () => {
      rest = null; // the address has already moved on
      const parsed = kit.url.parse(location.search + location.hash, data);
      show(parsed.view, 'none');
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(view, 'none'));
    const box = document.getElementById('graph');
    const size = () => `${box.clientWidth} ${box.clientHeight}`;
    let waiting = 0;
    let fitted = size(); // the observer also tells the size it starts with: no second drawing
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        if (size() === fitted) return;
        fitted = size();
        fit();
      }, 60);
    }).observe(box);

    /** After a change of size; a lecture has already made its own room. */
    function fit() {
      const { clientWidth, clientHeight } = box;
      if (view.lecture && cy.width() === clientWidth && cy.height() === clientHeight) return;
      cy.resize();
      const seen = drawer.fit(false);
      if (seen) lecture.follow(view, seen);
    }

    window.cascade = {
      view: () => {
        settle();
        return { ...view, hide: [...view.hide], picks: [...view.picks] };
      },
      set: (partial) => {
        const query = kit.url.format({ ...view, ...partial }, data);
        const parsed = kit.url.parse(query, data);
        parsed.warnings.forEach((text) => kit.say.toast(text));
        act({ type: 'set', view: parsed.view });
      },
      next: () => act({ type: 'go', by: 1 }),
      prev: () => act({ type: 'go', by: -1 }),
    };
    return { first: () => show(view, 'replace', false), settle, warnings, data };
  }

  /** The first drawing is the final one: fonts and pictures first, then the curtain. */
  async function paint(cy, app) {
    await kit.loaded;
    cy.resize(); // the panel may have closed since the canvas was measured
    app.first();
    app.settle();
    app.warnings.forEach((text) => kit.say.toast(text, 8000));
    cy.one('render', () => document.documentElement.classList.add('drawn'));
    cy.forceRender();
    kit.host.ready(app.data, app.warnings);
  }

  kit.start = start;
  window.dash_clientside = Object.assign({}, window.dash_clientside, { cascade: { start } });
})((globalThis.cascadeKit ??= {}));
