/** Playing a lecture: puts a view's step on the page, and what its buttons and keys do. */
import { say, toast } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { loadBundle } from '../app/later-bundle.js';
import { state } from '../app/state.js';
import { drawStraight } from '../graph/cytoscape-internals.js';
import { lectureState } from '../rules/lecture-rules.js';
import { listSteps, showBand } from './caption-band.js';
import { placeClaim } from './claim-label.js';
import { installLectureKeys } from './lecture-keys.js';
import { keepRoom } from './picture-room.js';
import { installPen, installSpotlight } from './pointer-tools.js';
import { installPresenterWindow } from './presenter-window.js';

const SIZES = [0.8, 1, 1.25, 1.5, 1.8];

export function installLecturePlayer(figure, { pointer, renderer, runCommand }) {
  const root = document.documentElement;
  const { cy, data, dispatch, signal } = figure;
  const now = (of = state.view) => lectureState(of, data.pathways[of.pathway]);
  const screen = installPresenterWindow(figure, { now, renderer, runCommand });
  const spotlight = installSpotlight(figure);
  const pen = installPen(figure);
  // The first drawing, too, which has no caches yet; they are filled when the browser is idle.
  const isFirst = () => !root.classList.contains('drawn');
  drawStraight(cy, () => isFirst() || Boolean(state.view.lecture), signal);
  let before = ''; // the step shown last

  /** Makes room for a view before it is drawn: the canvas must know its size. */
  function prepare(next) {
    const playing = now(next);
    if (!playing && !root.dataset.lecture) return;
    if (!playing) {
      delete root.dataset.lecture;
      state.pictureHeight = Infinity;
      close();
      pen.on(false);
      pen.wipe();
      words(0);
      spotlight.off();
    } else {
      root.dataset.ui = next.ui;
      byId('lecture').hidden = false;
      root.dataset.lecture = '';
      showBand(next, playing, data.pathways[next.pathway]);
      keepRoom(playing);
    }
    byId('lecture').hidden = !playing;
    pointer.lock(Boolean(playing));
    const box = byId('graph');
    if (box.clientWidth !== cy.width() || box.clientHeight !== cy.height()) cy.resize();
  }

  /** After the drawing: the sentence beside the new arrow, and the presenter's window. */
  function update(next, seen) {
    const playing = now(next);
    if (!playing) return screen.closeNotes();
    placeClaim(cy, next, seen, data.pathways[next.pathway]);
    const step = `${next.lecture} ${next.step}`;
    if (step !== before) {
      byId('lecture').scrollTop = 0;
      pen.wipe(); // another camera
      // The code for phones, from the second step on: halls lose their network.
      if (before) loadBundle('sharing', byId('sharing-parts')).catch(() => {});
    }
    before = step;
    spotlight.rest(cy, playing);
    return screen.tell();
  }

  const shut = () => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
  byId('steps').addEventListener(
    'click',
    ({ target }) => {
      if (target.closest('button')) shut();
    },
    { signal },
  );

  /** Closes what lies over the lecture; true if something did. */
  function close() {
    const open = document.querySelector('dialog[open]');
    shut();
    const dark = !byId('blank').hidden;
    byId('blank').hidden = true;
    return dark || Boolean(open) || screen.closeNotes();
  }

  function go(way) {
    if (close()) return; // a press that shows the lecture again does not move it
    const was = state.view;
    dispatch({ type: 'go', by: way });
    if (state.view === was)
      toast(
        t(way > 0 ? /* t */ 'The lecture ends here.' : /* t */ 'The lecture begins here.'),
        1800,
      );
  }

  function jump(step) {
    const was = state.view;
    close();
    dispatch({ type: 'jump', step });
    if (state.view === was && step > 0) toast(`${t('Step')} ${was.step}.`, 1200);
  }

  function blank() {
    const was = byId('blank').hidden;
    close();
    byId('blank').hidden = !was;
    if (was) say(t('The screen is blank. Any key shows the lecture again.'));
  }

  /**
   * Larger or smaller words, names and captions alike; 0 for their own size. The camera makes room.
   */
  function words(by) {
    const at = SIZES.indexOf(state.larger ?? 1);
    const size = by ? SIZES[at + by] : 1;
    if (!size || size === SIZES[at]) return;
    state.larger = size;
    root.style.setProperty('--larger', String(size));
    if (!state.view.lecture) return;
    keepRoom(now());
    cy.resize();
    update(state.view, renderer.fit(false));
  }

  async function full() {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await root.requestFullscreen();
    } catch {
      toast(t('Full screen is not allowed here.'));
    }
  }

  function code() {
    if (byId('code').open) return byId('code').close();
    close();
    return runCommand('show-code');
  }

  function steps() {
    if (byId('steps').open) return byId('steps').close();
    close();
    listSteps(state.view, now());
    return byId('steps').showModal();
  }

  /** The list of lectures with the files that the server makes of them. */
  function files() {
    close();
    byId('lectures').showModal();
  }

  function lectures() {
    const own = document.querySelectorAll(
      `#lectures [data-pathway="${state.view.pathway}"] button`,
    );
    if (own.length === 1) return own[0].click();
    return byId('lectures').showModal();
  }

  const commands = {
    larger: () => words(1),
    smaller: () => words(-1),
    pen: () => {
      shut();
      toast(
        t(pen.toggle() ? /* t */ 'Pen on. E erases, Esc puts it away.' : /* t */ 'Pen off.'),
        1800,
      );
    },
    wipe: pen.wipe,
    lectures,
    'lecture-files': files,
    lecture: ({ id }) => {
      byId('lectures').close();
      dispatch({ type: 'lecture', id });
      byId('lecture-title').focus({ preventScroll: true });
    },
    'lecture-step': ({ by: way }) => go(Number(way)),
    'lecture-jump': ({ step }) => jump(Number(step)),
    'lecture-pick': ({ option }) => dispatch({ type: 'pick', option: Number(option) }),
    'lecture-leave': () => {
      close();
      dispatch({ type: 'leave' });
    },
    'lecture-steps': steps,
    blank,
    full,
    code,
    notes: () => {
      if (state.view.ui === 'full') {
        shut();
        screen.open();
      }
    },
    spotlight: () =>
      toast(t(spotlight.toggle() ? /* t */ 'Spotlight on.' : /* t */ 'Spotlight off.'), 1200),
    refit: () => {
      words(0);
      renderer.fit(true);
    },
    close: () => close() || pen.on(false),
  };
  installLectureKeys(figure, { runCommand, now });
  addEventListener('resize', () => now() && keepRoom(now()), { signal });
  return { prepare, update, commands };
}
