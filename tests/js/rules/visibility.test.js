import test from 'node:test';
import assert from 'node:assert/strict';
import { DETAILS } from '../../../assets/js/rules/constants.js';
import { startView } from '../../../assets/js/rules/view.js';
import {
  detailLevel,
  hiddenSets,
  interactionsOf,
  passesFilters as passes,
  visibility,
} from '../../../assets/js/rules/visibility.js';
import { figure, frozen } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);
const PAIR = 'home--tam--tumor--promotes';
const BONE = 'bone--tumor--osteoclast--promotes';

const see = (partial = {}) => visibility(frozen({ ...begin, ...partial }), small);
const sorted = (list) => [...list].sort().join('');

/** Ids of lines with one of the words, 'hidden' for none. */
const lines = (seen, word) =>
  [...seen.lines].filter(([, words]) => words.split(' ').includes(word)).map(([id]) => id);
const drawn = (seen) =>
  [...seen.lines]
    .filter(([, words]) => words !== 'hidden')
    .map(([id]) => id)
    .sort();
const nodes = (seen, word) =>
  [...seen.nodes]
    .filter(([, words]) => words.split(' ').includes(word))
    .map(([id]) => id)
    .sort();

test('detail follows the view unless chosen', () => {
  const level = (partial) => detailLevel({ ...begin, ...partial });
  assert.equal(level({}), 'overview');
  assert.equal(level({ stage: 'home' }), 'core');
  assert.equal(level({ organ: 'bone' }), 'core');
  assert.equal(level({ stage: 'home', detail: 'overview' }), 'overview');
  assert.equal(level({ detail: 'extended' }), 'extended');
});

test('every line and every cell has a word in every view', () => {
  const all = [...Object.keys(small.interactions), ...Object.keys(small.pairs)].sort();
  for (const partial of [
    {},
    { stage: 'home' },
    { focus: 'stem' },
    { edge: PAIR },
    { detail: 'extended' },
    { hide: ['stage:home'] },
  ]) {
    const seen = see(partial);
    assert.deepEqual([...seen.lines.keys()].sort(), all);
    assert.deepEqual([...seen.nodes.keys()].sort(), Object.keys(small.nodes).sort());
  }
});

test('the overview shows the overview arrows, parallel ones merged', () => {
  const seen = see();
  assert.equal(sorted(seen.shown), 'abef');
  assert.deepEqual(drawn(seen), ['e', 'f', PAIR].sort());
});

test('core and extended show more', () => {
  assert.equal(sorted(see({ detail: 'core' }).shown), 'abcdefg');
  assert.equal(sorted(see({ detail: 'extended' }).shown), 'abcdefgh');
  assert.deepEqual(drawn(see({ detail: 'extended' })), ['c', 'd', 'e', 'h', PAIR, BONE].sort());
});

test('arrows of other signs and ways back never merge', () => {
  for (const detail of ['overview', 'core', 'extended']) {
    const seen = see({ detail });
    for (const id of ['c', 'd', 'e']) {
      assert.ok(![...Object.values(small.pairs)].flat().includes(id));
      if (seen.shown.includes(id)) assert.notEqual(seen.lines.get(id), 'hidden');
    }
  }
});

test('a stage shows its core arrows apart and dims the overview of the rest', () => {
  const seen = see({ stage: 'home' });
  assert.equal(sorted(seen.shown), 'abcde');
  assert.deepEqual(drawn(seen), ['a', 'b', 'c', 'd', 'e', 'f']);
  assert.deepEqual(lines(seen, 'dim'), ['f']);
  assert.deepEqual(nodes(seen, 'dim'), ['bone/osteoclast', 'bone/tumor']);
});

test('a card merges in its stage and spreads out in its organ view', () => {
  assert.deepEqual(
    drawn(see({ stage: 'settling' })).filter((id) => id !== 'e'),
    [BONE, 'a', 'b'].sort(),
  );
  const organ = see({ stage: 'settling', organ: 'bone' });
  assert.ok(['f', 'g'].every((id) => drawn(organ).includes(id)));
  assert.equal(organ.lines.get(BONE), 'hidden');
});

test('an organ lights what belongs to it in every stage', () => {
  const seen = see({ organ: 'bone' });
  assert.equal(sorted(seen.shown), 'fg');
  assert.deepEqual(lines(seen, 'lit').sort(), ['f', 'g']);
  assert.ok(lines(seen, 'dim').includes('e'));
});

test('no merged line is drawn together with its members', () => {
  const views = [
    {},
    { stage: 'home' },
    { stage: 'settling' },
    { organ: 'bone' },
    { focus: 'tumor' },
    { edge: 'a' },
    { edge: PAIR },
  ];
  for (const view of views) {
    for (const detail of ['auto', 'overview', 'core', 'extended']) {
      const seen = see({ ...view, detail });
      for (const [pair, members] of Object.entries(small.pairs)) {
        if (seen.lines.get(pair) === 'hidden') continue;
        for (const id of members)
          assert.equal(seen.lines.get(id), 'hidden', `${pair} ${JSON.stringify(view)}`);
      }
    }
  }
});

test('a chosen cell lights its arrows in every stage, and the rest dims', () => {
  for (const stage of ['', 'home', 'settling']) {
    const seen = see({ focus: 'tumor', stage });
    assert.equal(sorted(seen.shown), 'abcdefg', stage);
    assert.deepEqual(nodes(seen, 'focus'), ['bone/tumor', 'home/tumor']);
    assert.ok(nodes(seen, 'lit').includes('bone/osteoclast'));
    assert.ok(nodes(seen, 'lit').includes('home/nk'));
  }
});

test('what a chosen cell does not touch dims', () => {
  const seen = see({ focus: 'tam' });
  assert.equal(sorted(seen.shown), 'abc');
  assert.deepEqual(lines(seen, 'lit').sort(), ['a', 'b', 'c']);
  assert.deepEqual(lines(seen, 'dim').sort(), ['e', 'f']);
  assert.ok(nodes(seen, 'dim').includes('home/nk'));
});

test('a cell with extended arrows alone shows them when chosen', () => {
  assert.equal(see().nodes.get('bone/stem'), 'hidden');
  for (const stage of ['', 'home', 'settling']) {
    const seen = see({ focus: 'stem', stage });
    assert.deepEqual(seen.shown, ['h'], stage);
    assert.equal(seen.nodes.get('bone/stem'), 'focus lit');
    assert.equal(seen.lines.get('h'), 'lit');
  }
});

test('a chosen arrow is lit with its ends, even where the detail would hide it', () => {
  for (const id of Object.keys(small.interactions)) {
    for (const stage of ['', 'home', 'settling']) {
      const seen = see({ edge: id, stage });
      assert.deepEqual(seen.shown, [id]);
      const line = [...seen.lines].filter(([, words]) => words === 'lit focus').map(([key]) => key);
      assert.equal(line.length, 1);
      assert.ok(line[0] === id || small.pairs[line[0]].includes(id));
      const { source, target } = small.interactions[id];
      for (const end of [source, target]) assert.match(seen.nodes.get(end), /lit/);
    }
  }
});

test('a chosen arrow stays although a filter hides it', () => {
  assert.deepEqual(see({ edge: 'c', hide: ['tier:core'] }).shown, ['c']);
});

test('a chosen pair is all its arrows', () => {
  const seen = see({ edge: PAIR });
  assert.equal(sorted(seen.shown), 'ab');
  assert.deepEqual(lines(seen, 'focus'), [PAIR]);
  assert.ok(lines(seen, 'dim').includes('e'));
});

test('a search hit lights the arrows that name it', () => {
  const seen = see({ q: 'lin-2001' });
  assert.equal(sorted(seen.shown), 'bf');
  assert.ok(lines(seen, 'dim').includes('e'));
  assert.equal(sorted(see({ q: 'EGF', stage: 'settling' }).shown), 'a');
});

test('a search text that names nothing leaves the view as it is', () => {
  assert.deepEqual(see({ q: 'zzz' }), see());
});

test('a hidden value hides the arrows that have no other', () => {
  assert.equal(sorted(see({ hide: ['outcome:anti-metastatic'] }).shown), 'abf');
  assert.equal(sorted(see({ hide: ['class:chemokine'] }).shown), 'ab', 'b is a protease, too');
  assert.equal(sorted(see({ hide: ['class:chemokine', 'class:protease'] }).shown), 'a');
});

test('a hidden lineage takes along every arrow it has an end of', () => {
  assert.equal(sorted(see({ hide: ['lineage:lymphoid'], detail: 'core' }).shown), 'abcfg');
  assert.equal(sorted(see({ hide: ['lineage:myeloid'], detail: 'core' }).shown), 'de');
  assert.deepEqual(see({ hide: ['lineage:neoplastic'], detail: 'core' }).shown, []);
});

test('filters add up', () => {
  const seen = see({
    detail: 'extended',
    hide: ['outcome:anti-metastatic', 'readout:growth', 'tier:extended'],
  });
  assert.equal(sorted(seen.shown), 'abdf');
});

test('evidence up to a year', () => {
  assert.equal(sorted(see({ hide: ['after:2001'] }).shown), 'be');
  assert.equal(sorted(see({ hide: ['after:2005'], detail: 'extended' }).shown), 'abe');
  assert.deepEqual(see({ hide: ['after:1990'] }).shown, []);
});

test('a pair with one arrow left is that arrow', () => {
  const seen = see({ hide: ['class:growth-factor'] });
  assert.equal(seen.lines.get(PAIR), 'hidden');
  assert.equal(seen.lines.get('b'), '');
});

test('filters that leave nothing give an empty view, not an error', () => {
  const seen = see({ hide: ['tier:overview', 'tier:core', 'tier:extended'] });
  assert.deepEqual([seen.shown, drawn(seen)], [[], []]);
  assert.ok([...seen.nodes.values()].every((word) => ['quiet', 'hidden'].includes(word)));
});

test('a cell without a visible arrow is a ghost in its stage, and not drawn in the whole', () => {
  const nk = (view) => see({ hide: ['lineage:lymphoid'], ...view }).nodes.get('home/nk');
  assert.equal(nk({ stage: 'home' }), 'quiet');
  assert.equal(nk({}), 'hidden');
});

test('what is shown is drawn, alone or in its pair', () => {
  for (const stage of ['', 'home', 'settling']) {
    for (const focus of ['', ...Object.keys(small.cells)]) {
      for (const detail of DETAILS) {
        const seen = see({ stage, focus, detail });
        for (const id of seen.shown) {
          const pair = Object.keys(small.pairs).find((key) => small.pairs[key].includes(id));
          const words = [seen.lines.get(id), pair && seen.lines.get(pair)].filter(
            (w) => w !== undefined,
          );
          assert.ok(
            words.some((w) => w === '' || w === 'plain' || w.includes('lit')),
            `${id} ${stage} ${focus} ${detail}`,
          );
        }
      }
    }
  }
});

test('passes: any and every', () => {
  const facets = {
    one: { any: true, values: { x: '', y: '', z: '' } },
    two: { any: false, values: { x: '', y: '', z: '' } },
  };
  const step = { year: 2000, facets: { one: ['x', 'y'], two: ['x', 'y'] } };
  const ok = (...hide) => passes(step, hiddenSets(hide, facets), facets);
  assert.equal(ok(), true);
  assert.equal(ok('one:x'), false);
  assert.equal(ok('two:x'), true);
  assert.equal(ok('two:x', 'two:y'), false);
  assert.equal(ok('one:z', 'two:z'), true);
  assert.equal(ok('two:!x'), true, 'all but x are hidden');
  assert.equal(ok('two:!z'), false);
  assert.equal(ok('one:!x'), false, 'y is hidden, and one is enough');
  assert.equal(ok('after:2000'), true);
  assert.equal(ok('after:1999'), false);
});

test('a first year hides what was shown earlier, together with a last one', () => {
  assert.equal(sorted(see({ hide: ['before:2005'] }).shown), 'af');
  assert.equal(sorted(see({ hide: ['before:2001', 'after:2005'] }).shown), 'ab');
  assert.deepEqual(see({ hide: ['before:2021'] }).shown, []);
});

test('two cell types choose the arrows from one to the other that the view holds', () => {
  assert.deepEqual(interactionsOf('tam~tumor', small), ['a', 'b', 'c']);
  assert.deepEqual(interactionsOf(PAIR, small), ['a', 'b']);
  assert.deepEqual(interactionsOf('d', small), ['d']);
  assert.deepEqual(interactionsOf('', small), []);
  assert.equal(sorted(see({ edge: 'tam~tumor' }).shown), 'ab', 'as many as the matrix says');
  assert.equal(sorted(see({ edge: 'tam~tumor', detail: 'core' }).shown), 'abc');
  assert.equal(sorted(see({ edge: 'tam~tumor', hide: ['outcome:anti-metastatic'] }).shown), 'ab');
});
