import test from 'node:test';
import assert from 'node:assert/strict';
import {
  embedPlaces as places,
  frameTitle as title,
  snippet,
  startChoices as starts,
} from '../../../assets/js/rules/embed-snippets.js';
import { escapeLine as escape } from '../../../assets/js/rules/escape.js';
import { parseAddress } from '../../../assets/js/rules/url.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure } from '../support.js';

const start = startView(figure);
const view = { ...start, stage: 'home', focus: 'tam' };
const live = { href: 'https://example.org/cascade/?stage=settling#x', home: '', frozen: false };
const part = {
  embed: 'https://example.org/embed/small?stage=home&focus=tam',
  page: 'https://example.org/?stage=home&focus=tam',
  title: 'Interactive diagram: A small figure, Home',
  height: 640,
};

test('the snippet is the one that survives every filter', () => {
  assert.equal(
    snippet('iframe', part),
    `<iframe src="https://example.org/embed/small?stage=home&amp;focus=tam" title="Interactive diagram: A small figure, Home"
 width="100%" height="640" style="border: 0; width: 100%;" loading="lazy"
 allow="fullscreen; clipboard-write" allowfullscreen></iframe>
<p><a href="https://example.org/?stage=home&amp;focus=tam">Open the diagram in a new tab</a> (keyboard and text version included)</p>
`,
  );
  for (const kind of ['moodle', 'canvas', 'wordpress', 'brightspace', 'blackboard', 'google'])
    assert.equal(snippet(kind, part), snippet('iframe', part));
  assert.equal(snippet('notion', part), `${part.embed}\n`, 'it takes an address alone');
});

test('every kind holds the frame and the plain link', () => {
  for (const kind of ['iframe', 'moodle', 'canvas', 'wordpress', 'quarto', 'myst', 'reveal']) {
    const text = snippet(kind, part).replaceAll('&amp;', '&');
    assert.ok(text.includes(part.embed), kind);
    assert.ok(text.includes(part.page) && text.includes('Open the diagram in a new tab'), kind);
    assert.ok(!/<script|aspect-ratio|srcdoc|sticky/.test(text), kind);
  }
  assert.match(snippet('quarto', part), /^```\{=html\}\n<iframe [^`]*<\/iframe>\n```\n\n\[Open/);
  assert.match(
    snippet('myst', part),
    /^:::\{iframe\} https:\S+\n:width: 100%\n:title: .*\n\[Open[^\n]*\n:::\n$/,
  );
  assert.match(
    snippet('reveal', part),
    /^<section>\n<iframe data-preload data-src="https:[^]*<\/section>\n$/,
  );
});

test('names cannot leave their quotes', () => {
  const evil = {
    ...part,
    title: 'He said "hi" <b> & \'bye\'\n```\n:::',
    embed: 'https://h/?q="><script>',
    page: 'https://h/?q=\'"',
  };
  for (const kind of ['iframe', 'reveal', 'quarto']) {
    const text = snippet(kind, evil);
    assert.ok(!text.includes('<script>') && !text.includes('<b>'), kind);
    assert.ok(!text.split('title="')[1].split('"')[0].includes('\n'), kind);
  }
  assert.match(
    snippet('iframe', evil),
    /title="He said &quot;hi&quot; &lt;b&gt; &amp; &#39;bye&#39; &#96;&#96;&#96; :::"/,
  );
  assert.equal(snippet('quarto', evil).match(/```/g).length, 2);
  assert.equal(snippet('myst', evil).split('\n')[2], ':title: He said "hi" <b> & \'bye\' ``` :::');
  assert.equal(escape('\u2028a\t b'), ' a b');
});

test('a live figure is framed at embed/, below its own address', () => {
  assert.deepEqual(places(live, view, figure), {
    embed: 'https://example.org/cascade/embed/small?stage=home&focus=tam',
    page: 'https://example.org/cascade/?stage=home&focus=tam',
    file: 'small.html?stage=home&focus=tam',
    local: false,
  });
  const other = { ...start, pathway: 'other', stage: 'home', ui: 'min' };
  const found = places(live, other, figure);
  assert.equal(
    found.embed,
    'https://example.org/cascade/embed/other?stage=home&ui=min',
    'its own page starts with it',
  );
  assert.equal(
    found.page,
    'https://example.org/cascade/?pathway=other&stage=home',
    'the link has all the chrome',
  );
});

test('a static page is framed where it is, or at its known home', () => {
  const here = { href: 'https://example.org/f/index.html?stage=home', home: '', frozen: true };
  assert.equal(
    places(here, view, figure).embed,
    'https://example.org/f/index.html?stage=home&focus=tam',
  );
  const away = {
    href: 'file:///course/me/my%20figure.html',
    home: 'https://example.org/f/',
    frozen: true,
  };
  assert.equal(places(away, view, figure).embed, 'https://example.org/f/?stage=home&focus=tam');
  const begun = { ...figure, start: { stage: 'home', ui: 'min' } };
  const shown = { ...start, ...begun.start };
  assert.equal(places(here, shown, begun).embed, 'https://example.org/f/index.html');
  assert.equal(places(here, shown, begun).page, 'https://example.org/f/index.html?ui=full');
});

test('without an address there is only the file', () => {
  const disk = places(
    { href: 'file:///course/me/my%20figure.html?x', home: '', frozen: true },
    view,
    figure,
  );
  assert.deepEqual(disk, {
    embed: '',
    page: '',
    file: 'my%20figure.html?stage=home&focus=tam',
    local: false,
  });
  const inside = places({ href: 'about:srcdoc', home: '', frozen: true }, view, figure);
  assert.deepEqual(inside, {
    embed: '',
    page: '',
    file: 'small.html?stage=home&focus=tam',
    local: false,
  });
});

test('an address that only this computer knows is called so', () => {
  const wide = { ...figure, reach: 'http://192.168.1.5:8050/' };
  const reached = places({ href: 'http://127.0.0.1:8050/', frozen: false }, view, wide);
  assert.equal(reached.local, false);
  assert.ok(reached.embed.startsWith('http://192.168.1.5:8050/embed/'));
  for (const host of ['localhost', '127.0.0.1:8050', '[::1]:1']) {
    assert.equal(
      places({ href: `http://${host}/`, frozen: false }, view, figure).local,
      true,
      host,
    );
  }
  assert.equal(
    places({ href: 'http://localhost.example.org/', frozen: false }, view, figure).local,
    false,
  );
});

test('a long view survives the way into the snippet and back', () => {
  const pathway = figure.pathways.small;
  const hide = Object.entries(pathway.facets).flatMap(([f, { values }]) =>
    Object.keys(values).map((v) => `${f}:${v}`),
  );
  const long = { ...view, hide, q: 'TGF-β1 & "x" <y>', theme: 'dark', ui: 'min' };
  const text = snippet('iframe', {
    ...places(live, long, figure),
    title: title(long, pathway),
    height: 500,
  });
  const src = /src="([^"]*)"/.exec(text)[1].replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  const { view: back, warnings } = parseAddress(new URL(src).search, figure);
  assert.deepEqual(warnings, []);
  assert.deepEqual(back, long);
});

test('the frame is named after what it shows, and it can start elsewhere', () => {
  assert.equal(
    title(view, figure.pathways.small),
    'Interactive diagram: A small figure, Tumor-associated macrophage',
  );
  assert.equal(
    title(start, figure.pathways.small),
    'Interactive diagram: A small figure, overview',
  );
  const list = starts({
    ...figure.pathways.small,
    lectures: { intro: { title: 'Intro', steps: [{}, {}] } },
  });
  assert.deepEqual(
    list.map((s) => s.name),
    ['The view on screen', 'Overview', '1 Home', '2 Settling', 'Intro, step 1', 'Intro, step 2'],
  );
  assert.deepEqual(list[0].change, {});
  assert.deepEqual([list[5].change.lecture, list[5].change.step], ['intro', 2]);
});
