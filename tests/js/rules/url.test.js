import test from 'node:test';
import assert from 'node:assert/strict';
import { lectureStops } from '../../../assets/js/rules/lecture-rules.js';
import { formatAddress as format, parseAddress as parse } from '../../../assets/js/rules/url.js';
import { DETAILS, THEMES } from '../../../assets/js/rules/constants.js';
import { calm, OFFERS } from '../../../assets/js/rules/testing.js';
import { startView, UIS } from '../../../assets/js/rules/view.js';
import { figure, seeded, frozen } from '../support.js';

const begin = startView(figure);
const read = (address, data = figure) => parse(address, data);

const pick = (random, list) => list[Math.floor(random() * list.length)];

function wildLecture(random, pathway) {
  const outside = {
    lecture: '',
    step: pick(random, [0, 0, 1, 7, 12]),
    part: pick(random, [0, 0, 3]),
    picks: [],
  };
  if (!pathway.lectures.tour || random() < 0.5) return outside;
  const step = 1 + Math.floor(random() * 3);
  return {
    lecture: 'tour',
    step,
    part: Math.floor(random() * lectureStops(pathway.lectures.tour.steps[step - 1])),
    picks: ['2b', '3a'].filter(() => random() < 0.5),
  };
}

/** With a round the view keeps to itself what would tell. */
function wildRound(random, view) {
  const quiz = pick(random, OFFERS);
  const { id } = figure.pathways[view.pathway].stages[0];
  const sets = ['mixed', id, `rebuild:${id}`, 'end:a:0a1b,cell:tam:ffff', 'end:0a1b'];
  const set = quiz === 'only' || (quiz !== 'off' && random() < 0.3) ? pick(random, sets) : '';
  const whole = { ...view, quiz, set: view.lecture ? '' : set };
  return { ...whole, ...calm(whole), seed: whole.set ? pick(random, ['', '0', '4294967295']) : '' };
}

/** A view with random values; every key may be set. */
function wild(random) {
  const id = pick(random, figure.order);
  const pathway = figure.pathways[id];
  const tokens = Object.entries(pathway.facets).flatMap(([facet, { values }]) =>
    Object.keys(values).map((value) => `${facet}:${value}`),
  );
  const hide = tokens.filter(() => random() < 0.1);
  if (random() < 0.3) hide.push(`after:${1995 + Math.floor(random() * 20)}`);
  const words = [
    '',
    '',
    'EGF',
    'TGF-β1',
    'a b',
    'x&y=z',
    '100%',
    '#1',
    '+',
    '“',
    "it's",
    '/?,:;',
    '😀',
  ];
  return wildRound(random, {
    pathway: id,
    stage: pick(random, ['', ...pathway.stages.map((s) => s.id)]),
    organ: pick(random, ['', ...pathway.organs]),
    focus: pick(random, ['', ...Object.keys(pathway.cells)]),
    edge: pick(random, ['', ...Object.keys(pathway.interactions), ...Object.keys(pathway.pairs)]),
    hide,
    detail: pick(random, DETAILS),
    q: pick(random, words),
    ...wildLecture(random, pathway),
    theme: pick(random, THEMES),
    ui: pick(random, UIS),
    lang: 'en',
  });
}

test('a thousand random views come back from their address', () => {
  const random = seeded(2011);
  for (let i = 0; i < 1000; i += 1) {
    const view = frozen(wild(random));
    const address = format(view, figure);
    const { view: back, warnings } = read(address);
    assert.deepEqual(back, view, address);
    assert.deepEqual(warnings, [], address);
    assert.equal(format(back, figure), address);
  }
});

test('the same in the hash, where a host owns the query', () => {
  const random = seeded(7);
  for (let i = 0; i < 200; i += 1) {
    const view = wild(random);
    const address = format(view, figure);
    assert.deepEqual(read(`?secret=x#${address.slice(1)}`).view, view, address);
    assert.deepEqual(read(`#${address}`).view, view, address);
  }
});

test('a figure that starts elsewhere still comes back from its address', () => {
  const data = {
    ...figure,
    start: { stage: 'home', hide: ['tier:core'], theme: 'dark', detail: 'core', q: 'EGF' },
  };
  const random = seeded(5);
  for (let i = 0; i < 200; i += 1) {
    const view = { ...wild(random), pathway: 'small' };
    assert.deepEqual(read(format(view, data), data).view, view, format(view, data));
  }
  assert.equal(format({ ...begin, ...data.start }, data), '');
});

test('the start view has no query, and no query is the start view', () => {
  assert.equal(format(begin, figure), '');
  for (const address of ['', '?', '#', '?#', '#?']) {
    assert.deepEqual(read(address), { view: begin, warnings: [] }, address);
  }
});

test('keys are plain words and values are ids', () => {
  const view = { ...begin, stage: 'home', focus: 'tam', hide: ['tier:core', 'after:2005'] };
  assert.equal(format(view, figure), '?stage=home&focus=tam&hide=tier:core,after:2005');
});

test('the usual addresses fit into a mail and a QR code', () => {
  const usual = [
    { stage: 'settling', focus: 'tumor' },
    { stage: 'settling', organ: 'bone', edge: 'bone--tumor--osteoclast--promotes' },
    {
      stage: 'home',
      focus: 'tam',
      hide: ['outcome:anti-metastatic', 'after:2011'],
      theme: 'projector',
    },
  ];
  for (const partial of usual) {
    assert.ok(format({ ...begin, ...partial }, figure).length <= 110, JSON.stringify(partial));
  }
});
