/** Every key that does something stands in the help, which cascade/notation/keyboard.py writes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { COMMANDS, keyAction, mayAct } from '../../../assets/js/app/keys.js';
import { lectureKeyMeaning } from '../../../assets/js/lecture/lecture-keys.js';
import '../support.js';
import { KEYS, LECTURE_KEYS } from '../../../assets/js/rules/constants.js';

const NAMES = {
  PageDown: 'Page Down', PageUp: 'Page Up', ArrowLeft: 'Left', ArrowRight: 'Right', ' ': 'Space',
  '=': '+', Escape: 'Esc',
}; // prettier-ignore
const told = (table) => new Set(table.flatMap((keys) => keys.split(/, | and | or | to /)));
const name = (key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
const PRINTED = [...'abcdefghijklmnopqrstuvwxyz0123456789.,;/?+-=[]#'];
const NAMED = ['PageDown', 'PageUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' '];

test('the keys of the page', () => {
  const help = told(KEYS);
  const stages = { stages: [{ id: 'one' }, { id: 'two' }, { id: 'three' }, { id: 'four' }] };
  const acting = [...PRINTED, ...NAMED].filter((key) => keyAction(key, stages, false));
  assert.ok(acting.length > 5);
  for (const key of [...acting, ...Object.keys(COMMANDS), 'Escape'])
    assert.ok(help.has(name(key)) || (key >= '1' && key <= '4'), key);
});

test('the keys of a lecture', () => {
  const help = told(LECTURE_KEYS);
  const press = (key, options) =>
    lectureKeyMeaning({ key, shift: false, where: 'page', digits: '', options });
  for (const key of [...PRINTED, ...NAMED]) {
    const [command] = press(key, 4) ?? [];
    if (!command || command === 'd' || /^\d$/.test(key)) continue; // numbers are told of in words
    assert.ok(help.has(name(key)), key);
  }
  assert.ok(help.has('A number'));
});

test('keys mean the figure after a click anywhere, not where the keyboard or a field is', () => {
  const body = {};
  globalThis.document.body ??= body;
  const at = ({ field = false, figure = false }) => ({
    closest: (selector) => (selector.startsWith('input') ? field : figure) || null,
  });
  const [button, box] = [at({}), at({ field: true })];
  assert.equal(mayAct(globalThis.document.body, null), true);
  assert.equal(mayAct(at({ figure: true }), null), true);
  assert.equal(mayAct(button, button), true, 'clicked');
  assert.equal(mayAct(button, null), false, 'reached with Tab');
  assert.equal(mayAct(box, box), false, 'in the search box');
});
