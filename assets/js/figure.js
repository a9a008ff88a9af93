/**
 * The wiring: one view, one way to change it. An action gives the next view; the next view is
 * drawn, told and written to the address. Dash calls `start` once, when the graph has mounted
 * empty.
 */
import { say, toast, viewSentence } from './access/announcer.js';
import { installOverlay } from './access/button-overlay.js';
import { keepFocus } from './access/focus.js';
import { installNavigation } from './access/keyboard-navigation.js';
import { createCommands } from './app/commands.js';
import { byId, hasSize, whenSized } from './app/dom.js';
import { installKeys } from './app/keys.js';
import { closeMenu, installMenu } from './app/menu.js';
import { takeShape } from './app/shape.js';
import { currentPathway, state } from './app/state.js';
import { hostReady, tell, tellHost } from './embed/host-messages.js';
import { installSandbox } from './embed/sandbox.js';
import { drawWithRoom, liveInstance, namesAboveLines } from './graph/cytoscape-internals.js';
import { replayEarly } from './graph/early-clicks.js';
import { installPointer } from './graph/pointer.js';
import { installRenderer } from './graph/renderer.js';
import { installLecturePlayer } from './lecture/lecture-player.js';
import { installMinimalBar } from './panel/minimal-bar.js';
import { installSearch } from './panel/search-box.js';
import { installPanel } from './panel/side-panel.js';
import { installPlots } from './plots-dialog.js';
import { installQuiz } from './quiz-loader.js';
import { installResults } from './results-loader.js';
import { formatAddress, parseAddress } from './rules/url.js';
import { nextView } from './rules/view.js';
import { installPrinting } from './save/print.js';
import { installTextView } from './text-view/text-view.js';

let running = new AbortController();

/** Starts the figure on the graph that Dash or frozen/mount.js has mounted, once. */
export function start() {
  const cy = liveInstance();
  // Workaround: Dash may call more than once, and would give the page two sets of listeners; no
  // source found.
  if (!cy || state.cy === cy) return;
  state.cy = cy;
  takeShape(state.data);
  running = new AbortController();
  state.painted = paint(cy, wire(cy, state.data, running.signal));
}

/** Ends every listener of the figure, so that for authors a new one can take its place. */
export const stop = () => running.abort();

/** @param {Figure} data */
function wire(cy, data, signal) {
  const figure = { cy, data, dispatch, signal };
  const { view: first, warnings } = parseAddress(location.search + location.hash, data);
  state.view = first;
  let pending = null; // what of the present view waits for the paint
  let announced = null; // the view's sentence, as last told

  const renderer = installRenderer(figure, first);
  const panel = installPanel(figure);
  const search = installSearch(figure, { found: (cell) => navigation.find(cell) });
  const pointer = installPointer(figure);
  const overlay = installOverlay(figure);
  const navigation = installNavigation(figure, { overlay, pointer });
  const textView = installTextView(figure);
  const results = installResults(figure);
  const lecture = installLecturePlayer(figure, {
    pointer,
    renderer,
    runCommand: (...order) => runCommand(...order),
  });
  namesAboveLines(cy, signal); // whichever way it draws by now
  drawWithRoom(cy, whenSized, signal);
  const minimalBar = installMinimalBar(figure);
  const plots = installPlots(figure);
  const quiz = installQuiz(figure, { redraw: () => render(state.view, 'replace') });
  installSandbox(figure, { pointer });

  /** Draws and tells a view. `how` is 'push' for a reader's step, 'replace' or 'none'. */
  function render(wanted, how, glide = true) {
    flush();
    const view = quiz.prepare(wanted);
    if (takeShape(data)) renderer.turn();
    state.view = view;
    lecture.prepare(view);
    const seen = renderer.draw(view, glide);
    lecture.update(view, seen);
    pending = () => keepFocus(() => syncPage(view, seen, how), navigation);
    // After the paint: the light goes on first, the words follow. Hidden pages paint never.
    // Two frames: cytoscape draws in the first or, after a click, in the second.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(flush)));
    setTimeout(flush, 200);
    return seen;
  }

  /** Everything beside the canvas: card, filters, list, overlay, address, live sentence. */
  function syncPage(view, seen, how) {
    panel.update(view, seen);
    search.update(view);
    overlay.update(view, seen);
    textView.update(view, seen);
    results.update(view);
    minimalBar.update(view);
    plots.update(view);
    tellHost(view);
    tell({ type: 'view', view, address: formatAddress(view, data) });
    const sentence = viewSentence(view, currentPathway(), seen);
    // The first view is read with the page; a turned window or another theme says nothing new.
    if (sentence !== (announced ?? sentence)) say(sentence);
    announced = sentence;
    if (how !== 'none') writeAddress(how);
    byId('view').dataset.view = JSON.stringify(view); // for whoever listens
  }

  /** Tells now what of the present view waits for the paint, so that nobody sees a half view. */
  function flush() {
    const job = pending;
    pending = null;
    job?.();
  }

  function writeAddress(how) {
    const address = location.pathname + formatAddress(state.view, data);
    try {
      history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
    } catch {
      // Workaround: some sandboxes forbid it; the view then lives in memory alone.
      // https://github.com/internetarchive/bookreader/issues/1170
    }
  }

  function dispatch(action) {
    renderer.complete();
    pointer.hideTip();
    if (quiz.takes(action)) return;
    const whole =
      action.type === 'clear' && action.all
        ? { type: 'set', view: { focus: '', edge: '', q: '' } }
        : action;
    const next = nextView(state.view, whole, data);
    if (next === state.view) return;
    const quiet = ['after', 'search'].includes(action.type);
    render(next, quiet ? 'replace' : 'push');
  }

  const printing = installPrinting(figure, { renderer, textView });
  const more = {
    ...lecture.commands,
    'print-go': printing.go,
    evidence: results.open,
    plots: plots.toggle,
    ...quiz.commands,
  };
  const commands = createCommands(figure, { renderer, search, textView, navigation, more });
  const runCommand = (...order) => {
    renderer.complete();
    return commands(...order);
  };
  installMenu(figure);
  installKeys(figure, { runCommand, pointer });
  document.addEventListener(
    'click',
    (event) => {
      const button = event.target.closest('[data-do]');
      if (!button || button.type === 'checkbox' || button.type === 'range') return;
      // A double click on what a click switches on and off means what one means.
      if (event.detail > 1 && button.matches('[aria-pressed], [aria-expanded]')) return;
      // First, so that a dialog gives the focus back to the menu's button.
      if (button.closest('.menu')) closeMenu();
      runCommand(button.dataset.do, button.dataset);
    },
    { signal },
  );
  document.addEventListener(
    'input',
    (event) => {
      const field = event.target.closest('input[data-do]');
      if (field) runCommand(field.dataset.do, { ...field.dataset, value: field.value });
    },
    { signal },
  );
  byId('pathway')?.addEventListener(
    'change',
    (event) => {
      dispatch({ type: 'pathway', id: event.target.value });
    },
    { signal },
  );
  window.addEventListener(
    'popstate',
    () => {
      pending = null; // the address has already moved on
      const parsed = parseAddress(location.search + location.hash, data);
      parsed.warnings.forEach((text) => toast(text));
      render(parsed.view, 'none');
    },
    { signal },
  );
  matchMedia('(prefers-color-scheme: dark)').addEventListener(
    'change',
    () => render(state.view, 'none'),
    { signal },
  );

  const box = byId('graph');
  const size = () => `${box.clientWidth} ${box.clientHeight}`;
  let waiting = 0;
  let fitted = size(); // the observer also tells the size it starts with: no second drawing
  const observer = new ResizeObserver(() => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (size() === fitted || !hasSize()) return; // a hidden frame keeps its last look
      fitted = size();
      fit();
    }, 60);
  });
  observer.observe(box);
  signal.addEventListener('abort', () => observer.disconnect());

  /** On a screen with other pixels, or at another zoom of the browser, the canvas is made anew. */
  function followPixels() {
    const pixels = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    const changed = () => {
      cy.resize();
      cy.forceRender();
      if (!signal.aborted) followPixels();
    };
    pixels.addEventListener('change', changed, { once: true, signal });
  }
  followPixels();

  /** After a change of size; a lecture has already made its own room. */
  function fit() {
    const { clientWidth, clientHeight } = box;
    const { view } = state;
    if (takeShape(data)) {
      cy.resize();
      renderer.turn();
      render(view, 'none', false);
      return;
    }
    if (view.lecture && cy.width() === clientWidth && cy.height() === clientHeight) return;
    cy.resize();
    const seen = renderer.fit(false);
    if (seen) lecture.update(view, seen);
  }

  window.cascade = {
    view: () => {
      renderer.complete();
      flush();
      return { ...state.view, hide: [...state.view.hide], picks: [...state.view.picks] };
    },
    set: (partial) => {
      const query = formatAddress({ ...state.view, ...partial }, data);
      const parsed = parseAddress(query, data);
      parsed.warnings.forEach((text) => toast(text));
      dispatch({ type: 'set', view: parsed.view });
    },
    next: () => dispatch({ type: 'go', by: 1 }),
    prev: () => dispatch({ type: 'go', by: -1 }),
  };
  return {
    first: () => render(state.view, 'replace', false),
    complete: renderer.complete,
    flush,
    warnings,
    data,
  };
}

const whenIdle = (act) =>
  globalThis.requestIdleCallback ? requestIdleCallback(act) : setTimeout(act, 200);

/** The first drawing is the final one: fonts and pictures first, then the curtain. */
async function paint(cy, app) {
  await state.loaded;
  cy.resize(); // the panel may have closed since the canvas was measured
  app.first();
  app.flush();
  app.warnings.forEach((text) => toast(text, 8000));
  cy.one('render', () => {
    document.documentElement.classList.add('drawn');
    replayEarly(cy, byId('first-picture')?.release?.() ?? []);
    // Not while a course page hides the frame again, where cytoscape cannot draw.
    whenIdle(() =>
      whenSized(() => {
        app.complete();
        cy.forceRender();
      }),
    );
  });
  cy.forceRender();
  hostReady(app.data, app.warnings);
}
