/**
 * Any address and any message gives a whole view or a short complaint, and never an error. FUZZ and
 * SEED of the environment as in tests/support/fuzzing.py.
 */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readMessage } from '../../../assets/js/embed/host-messages.js';
import { formatAddress, parseAddress, VIEW_KEYS } from '../../../assets/js/rules/url.js';
import { startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { lectureState } from '../../../assets/js/rules/lecture-rules.js';
import { figure, seeded } from '../support.js';

const MANY = 1500 * Number(process.env.FUZZ ?? 1);
const random = seeded(Number(process.env.SEED ?? 1));
const pick = (list) => list[Math.floor(random() * list.length)];

const pathways = Object.values(figure.pathways);
const GOOD = [
  ...figure.order,
  ...pathways.flatMap((one) => [
    ...['nodes', 'cells', 'interactions', 'pairs', 'lectures'].flatMap((table) =>
      Object.keys(one[table] ?? {}),
    ),
    ...Object.entries(one.facets).flatMap(([facet, { values }]) =>
      Object.keys(values).map((id) => `${facet}:${id}`),
    ),
    ...one.organs,
  ]),
  ...['overview', 'core', 'all', 'dark', 'min', 'en', 'de', 'after:2005', 'tam~tumor', '1', '2b'],
  ...['optional', 'only', 'off', 'mixed', 'rebuild:home', 'end:a:0a1b', '4294967295'],
];
const BAD = [
  '',
  ' ',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'none',
  '-1',
  '1e9',
  '007',
  'NaN',
  '\0',
  '\ud800',
  '\udc00x',
  'a\ud83d',
  '\uffff',
  '\u202e',
  '😀',
  'é',
  '%',
  '%E0%A4%A',
  '%00',
  '&amp;',
  '<script>',
  '{{7*7}}',
  '../..',
  ',,,',
  ':::',
  '!',
  'a:!b',
  '~',
  '~~',
  '#',
  '?',
  '=',
  '+',
  'x'.repeat(3000),
  '😀'.repeat(100),
  'tier:core,'.repeat(300),
];
const word = () => {
  const one = pick(random() < 0.5 ? GOOD : BAD);
  const other = random() < 0.2 ? pick(['', ',', ':', '~', '!', '=']) + pick([...GOOD, ...BAD]) : '';
  return one + other;
};
const escaped = (text) => {
  try {
    return random() < 0.7 ? encodeURIComponent(text) : text;
  } catch {
    return text; // half of a character
  }
};

function address() {
  const keys = [...VIEW_KEYS, 'fbclid', '__proto__', '', 'QUERY'];
  const parts = Array.from({ length: Math.floor(random() * 8) }, () =>
    pick([`${pick(keys)}=${escaped(word())}`, `${pick(keys)}=${escaped(word())}`, pick(BAD)]),
  );
  return pick(['', '?', '??', '#', '?#']) + parts.join(pick(['&', '&', '&', '&&', ';', '#']));
}

/** A view that the whole page can work with. */
function demandView(view, said) {
  const start = startView(figure);
  assert.deepEqual(Object.keys(view).sort(), Object.keys(start).sort(), said);
  for (const key of VIEW_KEYS) {
    assert.equal(typeof view[key], typeof start[key], `${key} of ${said}`);
    assert.equal(Array.isArray(view[key]), Array.isArray(start[key]), `${key} of ${said}`);
  }
  const short = formatAddress(view, figure);
  assert.deepEqual(parseAddress(short, figure), { view, warnings: [] }, said);
  const pathway = figure.pathways[view.pathway];
  assert.ok(view.lecture ? lectureState(view, pathway) : visibility(view, pathway), said);
}

test('any address gives a whole view that has an address of its own', () => {
  for (let n = 0; n < MANY; n += 1) {
    const said = address();
    const { view, warnings } = parseAddress(said, figure);
    demandView(view, JSON.stringify(said));
    for (const text of warnings) assert.ok(text.length < 160, `${text} of ${said}`);
  }
});

function value(deep = 0) {
  const plain = [null, undefined, true, NaN, -1, 3, 1.5, 1e300, 10n, word(), word(), word()];
  if (deep > 2) return pick(plain);
  const list = () => Array.from({ length: pick([0, 1, 2, 300]) }, () => value(deep + 1));
  return pick([...plain, list, () => ({ [word()]: value(deep + 1) }), () => new Date(0)]);
}
const made = (one) => (typeof one === 'function' ? one() : one);

test('any message is left alone, refused in short, or gives what the address can hold', () => {
  const seen = new Set();
  for (let n = 0; n < MANY; n += 1) {
    const view = Object.fromEntries(
      Array.from({ length: Math.floor(random() * 5) }, () => [
        pick([...VIEW_KEYS, '__proto__', 'constructor', 'x']),
        random() < 0.6 ? word() : made(value()),
      ]),
    );
    const type = random() < 0.9 ? 'cascade:set' : pick(['cascade:next', 'cascade:prev', word()]);
    const asked = readMessage({ type, [pick(['view', 'view', 'state'])]: pick([view, view, 1]) });
    seen.add(asked?.type ?? 'alone');
    if (asked?.type === 'error') assert.ok(asked.text.length < 160, asked.text);
    if (asked?.type !== 'set') continue;
    assert.ok(Object.keys(asked.view).every((key) => VIEW_KEYS.includes(key)));
    // As the page does with it: by way of its address.
    const whole = { ...startView(figure), ...asked.view };
    const { view: shown } = parseAddress(formatAddress(whole, figure), figure);
    demandView(shown, JSON.stringify(asked.view));
  }
  assert.deepEqual([...seen].sort(), ['alone', 'error', 'next', 'prev', 'set']);
});
