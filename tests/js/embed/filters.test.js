/** What course systems leave of the snippet, and that the examples hold what the dialog writes. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { snippet } from '../../../assets/js/rules/embed-snippets.js';

const require = createRequire(new URL('../../node/package.json', import.meta.url));
const sanitize = require('sanitize-html');

const home = 'https://example.org/cascade/';
const part = {
  embed: `${home}embed/metastatic-cascade?stage=circulation&focus=platelet`,
  page: `${home}?stage=circulation&focus=platelet`,
  title: 'Interactive diagram: “The” cascade & <more>',
  height: 640,
};

// Canvas' list (canvas_sanitize.rb), as far as it concerns what we write.
const CANVAS = {
  allowedTags: [...sanitize.defaults.allowedTags, 'iframe', 'details', 'summary'],
  allowedAttributes: {
    '*': ['style', 'class', 'id', 'title', 'role', 'lang', 'dir', 'data-*', 'aria-*'],
    a: ['href', 'target', 'name'],
    iframe: [
      'src',
      'width',
      'height',
      'name',
      'align',
      'frameborder',
      'scrolling',
      'allow',
      'sandbox',
      'loading',
      'allowfullscreen',
    ],
  },
  allowedSchemes: ['http', 'https'],
  allowedStyles: {
    '*': Object.fromEntries(
      ['border', 'width', 'height', 'padding', 'position'].map((name) => [
        name,
        [/^(?!fixed|sticky)/],
      ]),
    ),
  },
};

test('a filter like that of Canvas leaves the frame as it is', () => {
  const left = sanitize(snippet('canvas', part), CANVAS);
  const [, frame] = /<iframe ([^>]*)><\/iframe>/.exec(left);
  assert.match(
    frame,
    /src="https:\/\/example\.org\/cascade\/embed\/metastatic-cascade\?stage=circulation&amp;focus=platelet"/,
  );
  assert.match(frame, /title="Interactive diagram: “The” cascade &amp; &lt;more&gt;"/);
  for (const word of [
    'width="100%"',
    'height="640"',
    'loading="lazy"',
    'allow="fullscreen; clipboard-write"',
    'allowfullscreen',
  ]) {
    assert.ok(frame.includes(word), word);
  }
  assert.match(frame, /style="border:0;width:100%"/);
  assert.match(left, /<a href="[^"]*">Open the diagram in a new tab<\/a>/);
});

test('a filter that lets no frame through leaves the link', () => {
  const left = sanitize(snippet('wordpress', part));
  assert.ok(!left.includes('iframe'));
  assert.match(
    left,
    /<p><a href="https:\/\/example\.org\/cascade\/\?stage=circulation&amp;focus=platelet">Open/,
  );
});

test('the MyST parser reads a frame with a title and a link', async () => {
  const { html } = await import('../../node/myst.mjs');
  const left = html(snippet('myst', part));
  assert.ok(
    left.includes(
      `<iframe src="${part.embed.replace('&', '&#38;')}" title="Interactive diagram: “The” cascade &#38; &#60;more&#62;" width="100%"`,
    ),
    left,
  );
  assert.ok(
    left.includes(
      `<a href="${part.page.replace('&', '&#38;')}">Open the diagram in a new tab</a> (keyboard`,
    ),
    left,
  );
});

const STAGES = {
  moodle: ['primary-tumor', 'Primary tumor'],
  canvas: ['extravasation', 'Extravasation'],
  wordpress: ['colonization', 'Colonization'],
  myst: ['circulation', 'Circulation'],
};
const FILES = {
  iframe: 'page.html',
  moodle: 'moodle.html',
  canvas: 'canvas.html',
  wordpress: 'wordpress.html',
  quarto: 'quarto.qmd',
  myst: 'myst.md',
  reveal: 'reveal.html',
};

for (const [kind, file] of Object.entries(FILES)) {
  test(`examples/embedding/${file} holds what the dialog writes`, () => {
    const text = readFileSync(
      join(import.meta.dirname, '../../../examples/embedding', file),
      'utf8',
    );
    const [stage, name] =
      STAGES[kind] ??
      (kind === 'reveal' ? ['primary-tumor', 'Primary tumor'] : ['circulation', 'Circulation']);
    const near = `metastatic-cascade.html?stage=${stage}`;
    const written = snippet(kind, {
      embed: STAGES[kind]
        ? `${home}embed/metastatic-cascade?stage=${stage}`
        : near + (kind === 'reveal' ? '&ui=min' : ''),
      page: STAGES[kind] ? `${home}?stage=${stage}` : near,
      title: `Interactive diagram: The metastatic cascade, ${name}`,
      height: kind === 'reveal' ? 560 : 640,
    });
    assert.ok(text.includes(written), written);
  });
}
