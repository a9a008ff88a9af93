/** Addresses that are wrong, foreign, broken or too long: what is good in them counts. */
import test from 'node:test';
import assert from 'node:assert/strict';
import {
  formatAddress as format,
  formatAddress,
  parseAddress as parse,
  parseAddress,
} from '../../../assets/js/rules/url.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure, frozen } from '../support.js';

const begin = startView(figure);
const read = (address, data = figure) => parse(address, data);

test('a bad value is named, and the default stands', () => {
  const bad = {
    pathway: 'nowhere',
    stage: 'moon',
    organ: 'heart',
    focus: 'yeti',
    edge: 'zz',
    detail: 'all',
    theme: 'pink',
    ui: 'huge',
    lang: 'xx',
    lecture: 'none',
    hide: 'tier:none',
  };
  for (const [key, value] of Object.entries(bad)) {
    const { view, warnings } = read(`?${key}=${value}`);
    assert.deepEqual(view, begin, key);
    assert.equal(warnings.length, 1, key);
    assert.ok(warnings[0].includes(value), key);
  }
});

test("a course system's language is the nearest one here", () => {
  const both = { ...figure, langs: ['en', 'de', 'pt-br'] };
  const nearest = {
    'en-US': 'en',
    de_AT: 'de',
    'DE-ch': 'de',
    'pt-br': 'pt-br',
    '': 'en',
  };
  for (const [tag, lang] of Object.entries(nearest)) {
    const { view, warnings } = parseAddress(`?lang=${tag}&stage=home`, both);
    assert.deepEqual([view.lang, view.stage, warnings], [lang, 'home', []], tag);
  }
  for (const tag of ['pt', 'fr-FR'])
    assert.equal(parseAddress(`?lang=${tag}`, both).warnings.length, 1, tag);
});

test('what hosts put behind an address is no matter of ours', () => {
  const { view, warnings } = read(
    '?forcedownload=1&wrap=1&utm_source=x&constructor=1&__proto__=2#page-content&?secret=a',
  );
  assert.deepEqual(view, begin);
  assert.deepEqual(warnings, []);
});

test('an address that was escaped twice is read as it was meant', () => {
  const { view } = read('?stage=home&amp;focus=tam&amp;q=a%26amp%3Bb');
  assert.deepEqual([view.stage, view.focus, view.q], ['home', 'tam', 'a&amp;b']);
});

test('text is cut between characters, and half a character stands in no address', () => {
  const { view } = read(`?q=${encodeURIComponent('x'.repeat(79) + '\u{1f9ec}\u{1f9ec}')}`);
  assert.equal(view.q, `${'x'.repeat(79)}\u{1f9ec}`);
  for (const q of ['\ud800', 'a\udfffb', '\udc00\ud800']) {
    const address = formatAddress({ ...begin, q }, figure);
    assert.match(read(address).view.q, /\ufffd/);
    assert.doesNotMatch(read(address).view.q, /\p{Surrogate}/u);
  }
});

test('one bad value leaves the good ones', () => {
  const { view, warnings } = read(
    '?stage=moon&focus=tam&hide=tier:core,tier:none,nope,after:20,outcome:pro-metastatic',
  );
  assert.equal(view.focus, 'tam');
  assert.equal(view.stage, '');
  assert.deepEqual(view.hide, ['tier:core', 'outcome:pro-metastatic']);
  assert.equal(warnings.length, 4);
});

test('names that every object has are no values', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    for (const key of [
      'pathway',
      'stage',
      'organ',
      'focus',
      'edge',
      'detail',
      'theme',
      'lecture',
    ]) {
      const { view, warnings } = read(`?${key}=${name}`);
      assert.deepEqual(view, begin, `${key}=${name}`);
      assert.equal(warnings.length, 1);
    }
    assert.deepEqual(read(`?hide=${name}:${name},tier:${name}`).view, begin);
  }
});

test('unknown keys are ignored', () => {
  assert.deepEqual(read('?utm_source=mail&secret=x&stage=home&fbclid=1&__proto__=1'), {
    view: { ...begin, stage: 'home' },
    warnings: [],
  });
});

test('the query wins over the hash', () => {
  assert.equal(read('?stage=home#stage=settling').view.stage, 'home');
  assert.equal(read('?focus=tam#stage=settling').view.stage, 'settling');
});

test('the hash that WordPress adds is tolerated', () => {
  assert.deepEqual(read('?stage=home#?secret=abc'), {
    view: { ...begin, stage: 'home' },
    warnings: [],
  });
  assert.deepEqual(read('#?secret=abc'), { view: begin, warnings: [] });
});

test('values of another pathway are not taken', () => {
  const { view, warnings } = read('?pathway=other&stage=settling');
  assert.deepEqual([view.pathway, view.stage, warnings.length], ['other', '', 1]);
  assert.equal(read('?stage=home&pathway=other').view.stage, 'home', 'in any order of the keys');
});

test('an address broken in transit gives a page', () => {
  for (const address of [
    '?stage=%E0%A4%A',
    '?%',
    '?hide=,,,',
    '?=x',
    '?&&&',
    '?hide=:::',
    '?step=',
    '?q=%00',
    '??stage=home',
    '?stage=home?',
  ]) {
    const { view } = read(address);
    assert.equal(view.pathway, 'small', address);
    assert.ok(Array.isArray(view.hide));
  }
});

test('the same filter twice counts once', () => {
  assert.deepEqual(read('?hide=tier:core,tier:core').view.hide, ['tier:core']);
});

test('a search text is cut, not refused', () => {
  assert.equal(read(`?q=${'x'.repeat(5000)}`).view.q.length, 80);
});

test('a warning stays short', () => {
  for (const text of read(`?stage=${'x'.repeat(5000)}&hide=${'y'.repeat(5000)}`).warnings) {
    assert.ok(text.length < 120);
  }
});

test('parsing changes nothing it is given', () => {
  const data = frozen({ ...figure, start: { hide: ['tier:core'] } });
  const { view } = read('?stage=home', data);
  void view.hide.length;
  assert.deepEqual(read('', data).view.hide, ['tier:core']);
});

test('all but one value is one short word, and a value that is none is named', () => {
  const { view, warnings } = parseAddress('?hide=class:!chemokine,tier:!none,class:!', figure);
  assert.deepEqual(view.hide, ['class:!chemokine']);
  assert.equal(warnings.length, 2);
  assert.equal(formatAddress(view, figure), '?hide=class:!chemokine');
});

test('the address holds a first year and two cell types', () => {
  const view = { ...begin, edge: 'tam~tumor', hide: ['before:1998', 'after:2005'] };
  const address = format(view, figure);
  assert.equal(address, '?edge=tam~tumor&hide=before:1998,after:2005');
  assert.deepEqual(read(address), { view, warnings: [] });
  const bad = read('?edge=tumor~tam&hide=before:98,before:1999,before:2000');
  assert.deepEqual(bad.view.hide, ['before:1999']);
  assert.equal(bad.warnings.length, 3);
});
