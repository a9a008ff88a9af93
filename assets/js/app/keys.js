/**
 * Keys. Single characters act while the figure or the bare page has the focus, or what was
 * clicked, never in a field.
 *
 * tests/js/app/keys.test.js holds keys and help together.
 */
import { closeMenu } from './menu.js';
import { currentPathway } from './state.js';
import { typedKey } from '../rules/typed-key.js';

const TYPED = 'input:not([type="checkbox"]), select, textarea, [contenteditable]';
const FIGURE = '#stage, .stages';
export const COMMANDS = {
  '/': 'search',
  '?': 'help',
  f: 'fit',
  F: 'fit',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  t: 'listing',
  T: 'listing',
  r: 'read',
  R: 'read',
  y: 'quiz',
  Y: 'quiz',
};

/** Whether the focus is in the figure, or nowhere in particular. */
const atFigure = (target) =>
  target === document.body || target.id === 'main' || Boolean(target.closest?.(FIGURE));

/**
 * Whether a single character may act. What a pointer has `clicked` holds the focus unasked, so keys
 * go on to mean the figure; what the keyboard has reached keeps them.
 */
export const mayAct = (target, clicked) =>
  !target.closest?.(TYPED) && (atFigure(target) || target === clicked);

/**
 * Escape closes what lies on top: the words at the pointer, an open menu, the card, the choice, and
 * then steps back to the stage and to the whole.
 */
function escape(dispatch, { dismiss, isTelling }) {
  if (dismiss()) return undefined;
  // With the words of the focus goes what is chosen, but no further.
  if (!closeMenu()) dispatch({ type: isTelling() ? 'clear' : 'escape' });
  return undefined;
}

/** The arrow keys on the stage buttons take the focus along. */
function followStage(target) {
  if (target.closest?.('.stages'))
    document.querySelector('.stages:not([hidden]) [aria-current]')?.focus();
}

/**
 * The action of a key, or null. Pure; `cell` says whether a cell has the focus.
 * @param {Pathway} pathway
 */
export function keyAction(key, pathway, cell) {
  if (key === '0') return { type: 'stage', id: '' };
  if (/^[1-9]$/.test(key)) {
    const stage = pathway.stages[Number(key) - 1];
    return stage ? { type: 'stage', id: stage.id } : null;
  }
  if (cell) return null;
  if (key === 'ArrowRight') return { type: 'go', by: 1 };
  if (key === 'ArrowLeft') return { type: 'go', by: -1 };
  return null;
}

export function installKeys({ dispatch, signal }, { runCommand, pointer }) {
  let clicked = null;
  document.addEventListener(
    'click',
    (event) => {
      if (event.detail) clicked = document.activeElement;
    },
    { signal },
  );
  document.addEventListener(
    'focusout',
    () => {
      clicked = null;
    },
    { signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      const key = typedKey(event);
      if (!key || event.defaultPrevented) return;
      if (document.querySelector('dialog:modal')) return; // it closes itself
      if (key === 'Escape') {
        escape(dispatch, pointer);
        return;
      }
      if (!mayAct(event.target, clicked)) return;
      if (COMMANDS[key]) {
        runCommand(COMMANDS[key]);
        event.preventDefault();
        return;
      }
      const action = keyAction(key, currentPathway(), Boolean(event.target.closest?.('#overlay')));
      if (!action) return;
      // Arrows may turn what was clicked, as a slider.
      if (key.startsWith('Arrow') && (event.shiftKey || !atFigure(event.target))) return;
      dispatch(action);
      if (action.type === 'go') followStage(event.target);
      event.preventDefault();
    },
    { signal },
  );
}
