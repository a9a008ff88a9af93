/**
 * Keys. Single characters act only while the figure or the bare page has the focus, never in a
 * field.
 *
 * tests/js/app/keys.test.js holds keys and help together.
 */
import { currentPathway } from './state.js';
import { typedKey } from '../rules/typed-key.js';

const FIELDS = 'input, select, textarea, [contenteditable]';
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

/** Whether a single character may act where the focus is: the figure, or nowhere in particular. */
const mayAct = (target) =>
  target === document.body || target.id === 'main' || Boolean(target.closest?.(FIGURE));

/** Escape closes what lies on top: the words at the pointer, an open menu, the card, the choice. */
function escape(dispatch, dismiss) {
  if (dismiss()) return undefined;
  const menu = document.querySelector('details.menu[open]');
  if (!menu) return dispatch({ type: 'clear' });
  menu.open = false;
  return menu.querySelector('summary').focus();
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

export function installKeys({ dispatch, signal }, { runCommand, dismiss }) {
  document.addEventListener(
    'keydown',
    (event) => {
      const key = typedKey(event);
      if (!key || event.defaultPrevented) return;
      if (document.querySelector('dialog:modal')) return; // it closes itself
      if (key === 'Escape') {
        escape(dispatch, dismiss);
        return;
      }
      if (event.target.closest?.(FIELDS) || !mayAct(event.target)) return;
      if (COMMANDS[key]) {
        runCommand(COMMANDS[key]);
        event.preventDefault();
        return;
      }
      const action = keyAction(key, currentPathway(), Boolean(event.target.closest?.('#overlay')));
      if (!action || (event.shiftKey && key.startsWith('Arrow'))) return;
      dispatch(action);
      if (action.type === 'go') followStage(event.target);
      event.preventDefault();
    },
    { signal },
  );
}
