/**
 * What a press of a key means, on any layout: the character that it types; where that is none of
 * ours, the one that the key has on an English keyboard.
 */
const OURS = '+-=/?[].';
const PLACES = { Slash: '/', BracketLeft: '[', BracketRight: ']' };

/** A letter of an alphabet that is not Latin: Cyrillic, Greek, Hebrew, Arabic. */
const foreign = (key) => /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key);

/**
 * The key, '' where it belongs to a shortcut of the browser or the system. Pure.
 * @param {any} event  a keydown
 */
export function typedKey(event) {
  const { key = '', code = '', altKey, ctrlKey, metaKey, shiftKey } = event; // no key: autofill
  // Many layouts type [ and ] with Option or with AltGr, which may come as Ctrl and Alt.
  const third = event.getModifierState?.('AltGraph') || (altKey && '[]'.includes(key));
  if (metaKey || ((ctrlKey || altKey) && !third)) return '';
  if (key.length !== 1 || OURS.includes(key)) return key;
  if (!shiftKey && /^Digit\d$/.test(code) && !/\d/.test(key)) return code.slice(5); // AZERTY
  if (!shiftKey && code === 'Period' && !/[a-z]/i.test(key)) return '.'; // a clicker's blank
  if (!foreign(key)) return key;
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return PLACES[code] ?? key;
}
