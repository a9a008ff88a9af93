import test from 'node:test';
import assert from 'node:assert/strict';
import { typedKey } from '../../../assets/js/rules/typed-key.js';

const press = (key, code, more = {}) => typedKey({ key, code, ...more });
const altGr = { ctrlKey: true, altKey: true, getModifierState: (name) => name === 'AltGraph' };

test('a Latin letter is the one that it types, wherever it lies', () => {
  assert.equal(press('a', 'KeyQ'), 'a'); // AZERTY
  assert.equal(press('t', 'KeyK'), 't'); // Dvorak
  assert.equal(press('F', 'KeyF', { shiftKey: true }), 'F');
  assert.equal(press('ö', 'Semicolon'), 'ö');
});

test('a letter of another alphabet is the English one of its place', () => {
  assert.equal(press('а', 'KeyF'), 'f'); // Cyrillic
  assert.equal(press('Е', 'KeyT', { shiftKey: true }), 't');
  assert.equal(press('ה', 'KeyV'), 'v');
  assert.equal(press('ش', 'KeyA'), 'a');
  assert.equal(press('х', 'BracketLeft'), '[');
  assert.equal(press('ъ', 'BracketRight'), ']');
  assert.equal(press('ю', 'Period'), '.');
});

test('brackets are typed with Option or AltGr, and with nothing else is a shortcut', () => {
  assert.equal(press('[', 'Digit5', { altKey: true }), '['); // German Mac
  assert.equal(press(']', 'Digit9', altGr), ']'); // German Windows
  assert.equal(press('[', 'BracketLeft'), '[');
  for (const more of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    assert.equal(press('f', 'KeyF', more), '');
    assert.equal(press('ArrowLeft', 'ArrowLeft', more), '');
  }
  assert.equal(press('[', 'BracketLeft', { metaKey: true }), '', 'back, in Safari');
});

test('digits need no Shift on AZERTY, and what Shift types elsewhere is no digit', () => {
  assert.equal(press('&', 'Digit1'), '1');
  assert.equal(press('à', 'Digit0'), '0');
  assert.equal(press('š', 'Digit3'), '3'); // Czech
  assert.equal(press('1', 'Digit1', { shiftKey: true }), '1');
  assert.equal(press('!', 'Digit1', { shiftKey: true }), '!');
  assert.equal(press('-', 'Digit6'), '-', 'what a key of ours types comes first');
});

test("the clicker's blank is a full stop on every layout", () => {
  for (const key of ['.', ':', 'ю', 'ץ']) assert.equal(press(key, 'Period'), '.', key);
  assert.equal(press('v', 'Period'), 'v', 'Dvorak');
  assert.equal(press('>', 'Period', { shiftKey: true }), '>');
  assert.equal(press('.', ''), '.');
});

test('named keys stay, and a press without a key is none', () => {
  for (const key of ['PageDown', 'Escape', 'Dead', 'F5', ' ']) assert.equal(press(key, 'x'), key);
  assert.equal(typedKey({}), '');
});
