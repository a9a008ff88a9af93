/**
 * A round of questions. What asks them and the questions themselves are loaded with the first round
 * and never before; what a round hides from its first moment on is decided in rules/testing.js.
 */
import { toast } from './access/announcer.js';
import { byId, element } from './app/dom.js';
import { t } from './app/i18n.js';
import { loadBundle } from './app/later-bundle.js';
import { laterFile } from './app/later-file.js';
import { closeMenu } from './app/menu.js';
import { state } from './app/state.js';
import { copyAddress } from './embed/sandbox.js';
import { tell } from './embed/host-messages.js';
import { isTesting } from './rules/testing.js';
import { formatAddress } from './rules/url.js';

const NOTHING = { names: [], labels: [], heads: [], edges: [], stages: [], lit: [] };

export function installQuiz(figure, { redraw }) {
  const { cy, data, dispatch, signal } = figure;
  const root = document.documentElement;
  const box = byId('quiz');
  const known = new Map(); // questions by pathway
  let running = null;
  let player = null;
  let pressed = false;

  const addressOf = (view) => location.href.split(/[?#]/)[0] + formatAddress(view, data);

  /** Loads what a round on a pathway needs, once. */
  async function load(id) {
    try {
      running ??= loadBundle('quiz', byId('quiz-parts'));
      if (!known.has(id)) known.set(id, laterFile('quiz', byId('quiz-files'), id));
      const install = await running;
      const questions = await known.get(id);
      player ??= install(figure, { redraw, tell, addressOf, copyAddress });
      player.learn(id, questions);
    } catch {
      running = null;
      known.delete(id);
      if (!isTesting(state.view)) return; // nobody has asked for them yet
      toast(t('The questions could not be loaded. Try again.'));
      dispatch({ type: 'quiz', set: '' });
    }
  }

  /** The canvas must know its size before it is drawn. */
  function measure() {
    const graph = byId('graph');
    if (graph.clientWidth !== cy.width() || graph.clientHeight !== cy.height()) cy.resize();
  }

  /** Puts everything away that would tell, or brings it back. */
  function open(on) {
    root.toggleAttribute('data-quiz', on);
    box.hidden = !on;
    if (!on) {
      box.replaceChildren();
      return;
    }
    document.querySelectorAll('dialog[open]').forEach((one) => one.close());
    closeMenu();
  }

  /** When all is there; the focus goes to the question where a reader has just asked for it. */
  function begin() {
    if (!player || !isTesting(state.view)) return;
    redraw();
    if (pressed) player.focus();
    pressed = false;
  }

  /**
   * Before a view is drawn: in a round the question says where to look, and what not to show.
   * @returns the view to draw
   */
  function prepare(view) {
    root.dataset.offer = view.quiz;
    const on = isTesting(view);
    if (on !== !box.hidden) open(on);
    if (!on) {
      state.asked = null;
      measure();
      return view;
    }
    const ready = player?.knows(view.pathway);
    if (!ready) {
      state.asked = NOTHING;
      box.replaceChildren(
        element('p', { className: 'wait' }, t('The questions are being loaded …')),
      );
      load(view.pathway).then(begin);
    }
    const next = ready ? { ...view, ...player.prepare(view) } : view;
    if (ready) state.asked = { ...NOTHING, ...player.asked() };
    measure();
    return next;
  }

  /** An action that answers a question goes to it and nowhere else. */
  function takes({ type, node }) {
    if (!isTesting(state.view) || type !== 'focus') return false;
    player?.pick(node);
    return true;
  }

  // The pointer or the focus on a button of theirs says that they may be next; no other press costs
  // a request.
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(
      type,
      ({ target }) => {
        const near = target.closest?.('[data-do="quiz"]');
        if (near && state.view.quiz !== 'off') load(state.view.pathway);
      },
      { signal },
    );
  }

  const commands = {
    quiz: ({ id }) => {
      const { view } = state;
      if (isTesting(view) || view.quiz === 'off') return;
      dispatch({ type: 'quiz', set: id || view.organ || view.stage || 'mixed' });
      pressed = !player;
      player?.focus();
    },
    'quiz-leave': () => {
      dispatch({ type: 'quiz', set: '' });
      byId('main').focus({ preventScroll: true });
    },
  };
  return { prepare, takes, commands };
}
