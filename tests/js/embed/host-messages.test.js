import test from 'node:test';
import assert from 'node:assert/strict';
import {
  changesAsMessages as news,
  frameHeight as height,
  gather,
  readMessage as read,
  secretOf,
} from '../../../assets/js/embed/host-messages.js';
import { cannotDo as cannot } from '../../../assets/js/embed/sandbox.js';
import { startView } from '../../../assets/js/rules/view.js';
import { figure, seeded } from '../support.js';

const start = startView(figure);

test('a host may step and set', () => {
  assert.deepEqual(read({ type: 'cascade:next' }), { type: 'next' });
  assert.deepEqual(read({ type: 'cascade:prev', more: 1 }), { type: 'prev' });
  const view = { stage: 'home', hide: ['outcome:pro-metastatic'], step: 3 };
  assert.deepEqual(read({ type: 'cascade:set', view }), { type: 'set', view });
  assert.deepEqual(
    read({ type: 'cascade:set', state: view }),
    { type: 'set', view },
    'the other word for it',
  );
  assert.deepEqual(read({ type: 'cascade:set', view: { stage: 'home', color: 'red' } }).view, {
    stage: 'home',
  });
});

test('what is not for the figure is left alone', () => {
  const loop = {};
  loop.self = loop;
  const others = [
    null,
    undefined,
    0,
    NaN,
    '',
    'cascade:next',
    [],
    ['cascade:next'],
    () => {},
    loop,
    new Map(),
    new Date(),
    { type: 1 },
    { type: 'cascade:' },
    { type: 'cascade:state' },
    { type: ['cascade:next'] },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 'x'.repeat(1e6) },
    { subject: 'lti.frameResize', height: 1 },
    '{"method":"next"}',
    Object.create({ type: 'cascade:next' }), // inherited words are nobody's
  ];
  for (const message of others) assert.equal(read(message), null);
});

test('a bad view is named and nothing of it is taken', () => {
  const loop = {};
  loop.stage = loop;
  const bad = [
    undefined,
    null,
    'stage',
    7,
    ['stage'],
    loop,
    new Map([['stage', 'home']]),
    { stage: 1 },
    { stage: ['home'] },
    { stage: { toString: 'home' } },
    { stage: 'x'.repeat(2001) },
    { q: '\ud800' },
    { hide: ['a\udc00:b'] },
    { step: '1' },
    { step: -1 },
    { step: 1.5 },
    { step: 1000 },
    { step: Infinity },
    { hide: 'a:b' },
    { hide: [1] },
    { hide: Array(201).fill('a:b') },
    { hide: ['x'.repeat(2001)] },
    { focus: null },
    { theme: true },
  ];
  for (const view of bad) {
    const { type, text } = read({ type: 'cascade:set', view });
    assert.equal(type, 'error');
    assert.ok(text.length < 120);
  }
});

test('of a flood of views the last one counts, each key for itself, and steps stay in order', () => {
  const flood = Array.from({ length: 10000 }, (_, n) => ({
    type: 'set',
    view: { stage: `s${n}` },
  }));
  assert.deepEqual(flood.reduce(gather, []), [{ type: 'set', view: { stage: 's9999' } }]);
  const mixed = [
    { type: 'set', view: { stage: 'home', focus: 'nk' } },
    { type: 'set', view: { stage: 'settling' } },
    { type: 'next' },
    { type: 'set', view: { q: 'EGF' } },
  ];
  assert.deepEqual(mixed.reduce(gather, []), [
    { type: 'set', view: { stage: 'settling', focus: 'nk' } },
    { type: 'next' },
    { type: 'set', view: { q: 'EGF' } },
  ]);
  const steps = Array(10000).fill({ type: 'next' });
  assert.equal(steps.reduce(gather, []).length, 200);
});

test('no message reaches a prototype', () => {
  const evil = JSON.parse(
    '{"type":"cascade:set","view":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"stage":"home"}}',
  );
  const { view } = read(evil);
  assert.deepEqual(Object.keys(view), ['stage']);
  assert.equal(Object.getPrototypeOf(view), Object.prototype);
  assert.equal({}.polluted, undefined);
});

test('random rubbish never throws', () => {
  const random = seeded(7);
  const rubbish = (deep) => {
    const kinds = [
      null,
      undefined,
      random() * 1e9,
      -1,
      '',
      'home',
      '\u0000',
      '../',
      NaN,
      true,
      10n,
    ];
    if (deep < 3)
      kinds.push([rubbish(deep + 1)], {
        [['view', 'stage', 'hide', 'type', '__proto__'][Math.floor(random() * 5)]]: rubbish(
          deep + 1,
        ),
      });
    return kinds[Math.floor(random() * kinds.length)];
  };
  for (let n = 0; n < 2000; n += 1) {
    const answer = read({
      type: 'cascade:set',
      view: { stage: rubbish(0), hide: rubbish(0), step: rubbish(0), q: rubbish(0) },
    });
    assert.ok(['set', 'error'].includes(answer.type));
  }
});

test('the height follows from the width, so answering ends', () => {
  assert.equal(height(800, 300), 496);
  assert.equal(height(320, 400), 480);
  assert.equal(height(5000, 0), 1000);
  assert.equal(height(800, 1200), 1200, 'never less than given');
  for (let width = 200; width < 3000; width += 7) {
    const first = height(width, 640);
    assert.equal(height(width, 640), first);
    assert.ok(first >= 640 && first <= 1000);
  }
});

test('the secret of WordPress', () => {
  assert.equal(secretOf('#?secret=aB3dE5fG7h'), 'aB3dE5fG7h');
  for (const hash of [
    '',
    '#',
    '#secret=x',
    '#?secret=',
    '#?secret=<b>',
    `#?secret=${'x'.repeat(65)}`,
  ])
    assert.equal(secretOf(hash), '');
});

test('the news say what changed', () => {
  assert.deepEqual(news(start, null), []);
  assert.deepEqual(news(start, start), []);
  assert.deepEqual(
    news({ ...start, stage: 'home' }, start).map((m) => [m.type, m.stage]),
    [['cascade:step', 'home']],
  );
  assert.deepEqual(news({ ...start, focus: 'tam' }, start), [
    { type: 'cascade:select', focus: 'tam', edge: '' },
  ]);
  assert.deepEqual(news({ ...start, theme: 'dark' }, start), []);
});

test('what a frame forbids is not offered', () => {
  const about = { opaque: false, tokens: null, fullscreen: true, address: 'https://example.org/' };
  assert.deepEqual(cannot(about), []);
  assert.deepEqual(cannot({ ...about, fullscreen: false }), ['fullscreen']);
  assert.deepEqual(cannot({ ...about, opaque: true }), ['print', 'download']);
  assert.deepEqual(
    cannot({ ...about, tokens: ['allow-scripts', 'allow-same-origin', 'allow-modals'] }),
    ['download'],
  );
  assert.deepEqual(cannot({ ...about, opaque: true, address: 'about:srcdoc' }), [
    'print',
    'download',
    'link',
  ]);
  for (const address of ['blob:https://lms.example.org/0f7c', 'data:text/html,x'])
    assert.deepEqual(cannot({ ...about, address }), ['link'], 'leads nowhere in another browser');
});
