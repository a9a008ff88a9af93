import assert from 'node:assert/strict';
import test from 'node:test';
import { startedFile } from '../../../assets/js/sharing/started-file.js';

const PAGE =
  '<!DOCTYPE html>\n<html lang="en" data-theme="light">\n' +
  '<script type="application/json" id="figure-start">{"start": {}, "home": "https://a.org/"}</script>\n' +
  '<script type="application/json" id="figure-data">{"start": 1}</script></html>';
const startOf = (html) => JSON.parse(/figure-start">(.*?)<\/script>/s.exec(html)[1]);

test('the file starts as its options say', () => {
  const html = startedFile(PAGE, { stage: 'circulation', theme: 'dark', ui: 'min', hide: ['a:b'] });
  assert.deepEqual(startOf(html), {
    start: { stage: 'circulation', theme: 'dark', ui: 'min', hide: ['a:b'] },
    home: 'https://a.org/',
  });
  assert.match(html, /<html data-start-theme="dark" data-start-ui="min" lang="en"/);
  assert.match(html, /id="figure-data">\{"start": 1\}</, 'nothing else changes');
});

test('a plain start leaves the file as it is, and no text ends its script', () => {
  assert.deepEqual(startOf(startedFile(PAGE, {})), { start: {}, home: 'https://a.org/' });
  const html = startedFile(PAGE, { q: '</script><b>' });
  assert.equal(startOf(html).start.q, '</script><b>');
});
