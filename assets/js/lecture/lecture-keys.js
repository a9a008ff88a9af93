/**
 * Keys and clickers in a lecture. Clickers send Page Down, Page Up, a full stop, Escape and F5; the
 * address brings the same place back after F5. Listens before everything else does.
 */
import { toast } from '../access/announcer.js';
import { byId } from '../app/dom.js';
import { t } from '../app/i18n.js';
import { state } from '../app/state.js';
import { LETTERS as OPTIONS } from '../rules/lecture-rules.js';
import { typedKey } from '../rules/typed-key.js';

const MOVES = {
  PageDown: ['lecture-step', { by: 1 }],
  PageUp: ['lecture-step', { by: -1 }],
  ArrowRight: ['lecture-step', { by: 1 }],
  ArrowLeft: ['lecture-step', { by: -1 }],
  ArrowDown: ['lecture-step', { by: 1 }],
  ArrowUp: ['lecture-step', { by: -1 }],
  ' ': ['lecture-step', { by: 1 }],
  Enter: ['lecture-step', { by: 1 }],
  Home: ['lecture-jump', { step: 0 }],
  End: ['lecture-jump', { step: 999 }],
};
// None of A to D, which are the answers to a question.
const LETTERS = {
  '.': 'blank',
  x: 'blank',
  f: 'full',
  q: 'code',
  l: 'spotlight',
  p: 'notes',
  s: 'lecture-steps',
  t: 'theme',
  '?': 'help',
  0: 'refit',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  m: 'pen',
  e: 'wipe',
};
const REVEAL = 'r';
// What the page's own keys would do, but a lecture does not.
const OTHERS = ['/', 'r'];

/**
 * What a key means: [command, detail], 'digit', or null for what is not ours. Pure.
 * @param {{key: string, shift: boolean, where: string, digits: string, options: number}} press
 *   `where` is 'field', 'button', 'cell' (a button of the diagram) or 'page'; `options` are those
 *   of the question on screen, 0 for none
 */
export function lectureKeyMeaning({ key, shift, where, digits, options }) {
  if (where === 'field') return null;
  if (key === 'Escape') return shift ? ['lecture-leave', {}] : null;
  if (key === 'PageDown' || key === 'PageUp') return MOVES[key];
  if (where === 'button' && (key === ' ' || key === 'Enter')) return null;
  if (where === 'cell' && (MOVES[key] || '[]'.includes(key) || key === 'Backspace')) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (options && letter === REVEAL) return ['lecture-pick', { option: -1 }];
  if (options && /^[a-d1-9]$/.test(letter)) {
    const option = /\d/.test(key) ? Number(key) - 1 : OPTIONS.indexOf(letter);
    return option < options ? ['lecture-pick', { option }] : ['', {}];
  }
  if (/^\d$/.test(key) && (digits || key !== '0')) return 'digit';
  if (key === 'Enter' && digits) return ['lecture-jump', { step: Number(digits) }];
  if (MOVES[key]) return MOVES[key];
  if (LETTERS[letter]) return [LETTERS[letter], {}];
  return OTHERS.includes(letter) ? ['', {}] : null;
}

/** Past either end a deck of slides that frames the figure takes the key. */
const beyond = (told, by) => window.parent !== window && (by > 0 ? told.last : told.first);

const FIELDS = 'input, select, textarea, [contenteditable]';

function whereIs(target) {
  if (target.closest?.(FIELDS)) return 'field';
  if (target.closest?.('#overlay')) return 'cell';
  return target.closest?.('button, a, summary') ? 'button' : 'page';
}

export function installLectureKeys({ signal }, { runCommand, now }) {
  let digits = '';
  window.addEventListener(
    'keydown',
    (event) => {
      const key = typedKey(event);
      if (!state.view.lecture || !key) return;
      if (event.target.closest?.('#panel') && !key.startsWith('Page')) return;
      if (key === 'Escape' && !event.shiftKey) {
        // Once closes what lies on top, with the browser's help for dialogs; it never leaves.
        if (!document.querySelector('dialog[open]') && runCommand('close')) stop(event);
        return;
      }
      const dialog = document.querySelector('dialog[open]');
      // it has its own
      if (dialog && !key.startsWith('Page') && !LETTERS[key.toLowerCase()]) return;
      if (!byId('blank').hidden && key !== 'F5') {
        runCommand('close');
        stop(event);
        return;
      }
      const playing = now();
      const meaning = lectureKeyMeaning({
        key,
        shift: event.shiftKey,
        where: whereIs(event.target),
        digits,
        options: playing.asks ? playing.step.predict.options.length : 0,
      });
      if (!meaning || (meaning[0] === 'lecture-step' && beyond(playing, meaning[1].by))) return;
      stop(event);
      if (meaning === 'digit') {
        digits = (digits + key).slice(-2);
        toast(t('To step {n}: Enter', { n: digits }), 1500);
        return;
      }
      digits = '';
      if (meaning[0]) runCommand(...meaning);
    },
    { capture: true, signal },
  );
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}
