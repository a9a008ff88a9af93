import test from 'node:test';
import assert from 'node:assert/strict';
import { viewSentence } from '../../../assets/js/access/announcer.js';
import { aimCamera } from '../../../assets/js/graph/camera.js';
import {
  lectureState,
  lectureVisibility,
  nameSizeClass,
  shorten,
  trimVisibility,
  withoutAnswers,
} from '../../../assets/js/rules/lecture-rules.js';
import { formatAddress, parseAddress } from '../../../assets/js/rules/url.js';
import { nextView, startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { figure, seeded, frozen } from '../support.js';

const small = figure.pathways.small;
const begin = frozen(startView(figure));
const act = (view, action) => frozen(nextView(view, action, figure));
const title = act(begin, { type: 'lecture', id: 'tour' });
const opened = act(title, { type: 'go', by: 1 });
const on = (view) => act(view, { type: 'go', by: 1 });
const back = (view) => act(view, { type: 'go', by: -1 });
const at = (view) => lectureState(view, small);

/** All views of a walk from the first press to the last, without title and end. */
function walk() {
  const views = [opened];
  for (let view = on(opened); !at(view).last; view = on(view)) views.push(view);
  return views;
}

test('a lecture opens at its title and closes with an end that says what was told', () => {
  assert.deepEqual([title.step, title.part], [0, 0]);
  const end = on(walk().at(-1));
  assert.equal(end.step, 4);
  assert.equal(on(end), end);
  assert.equal(back(title), title);
  assert.deepEqual([back(opened), on(back(end))], [title, end]);
  const { step, outer, shown, newest } = at(title);
  assert.deepEqual([step.title, outer, shown, newest], ['A tour', true, [], '']);
  assert.equal(at(end).step.title, 'The end');
  assert.match(at(end).step.say, /^5 arrows were told/);
  for (const [view, told] of [
    [title, ''],
    [end, 'adefg'],
  ]) {
    const { lines, nodes } = visibility(view, small);
    const drawn = [...lines].filter(([, word]) => word !== 'hidden');
    assert.equal(
      drawn
        .map(([id]) => id)
        .sort()
        .join(''),
      told,
    );
    assert.ok([...lines, ...nodes].every(([, word]) => ['mute', 'faint', 'hidden'].includes(word)));
    assert.deepEqual(parseAddress(formatAddress(view, figure), figure), { view, warnings: [] });
    assert.equal(
      viewSentence(view, small, { shown: [] }),
      `${at(view).step.title}. ${at(view).step.say}`,
    );
  }
});

test('a lecture opens with nothing chosen, whatever was chosen before', () => {
  const view = act(
    { ...begin, stage: 'settling', focus: 'nk', hide: ['tier:core'], q: 'EGF' },
    { type: 'lecture', id: 'tour' },
  );
  assert.deepEqual([view.lecture, view.step, view.part, view.picks], ['tour', 0, 0, []]);
  assert.deepEqual([view.stage, view.focus, view.hide, view.q], ['', '', [], '']);
});

test('arrows come one a press, a question before the last', () => {
  const seen = walk().map((view) => {
    const { shown, asks, answers } = at(view);
    return `${view.step} ${shown.join('')}${asks ? '?' : answers ? '!' : ''}`;
  });
  assert.deepEqual(seen, ['1 a', '1 ad', '2 ?', '2 e!', '2 e', '3 f', '3 f?', '3 fg!', '3 fg']);
});

test('back after on is exactly where one was, and on after back', () => {
  const views = walk();
  for (const [index, view] of views.entries()) {
    if (index < views.length - 1) assert.deepEqual(back(on(view)), view);
    if (index > 0) assert.deepEqual(on(back(view)), view);
  }
});

test('the same with answers given', () => {
  let view = on(on(opened));
  view = act(view, { type: 'pick', option: 0 });
  assert.deepEqual(view.picks, ['2a']);
  assert.equal(at(view).answers, true);
  assert.equal(at(view).pick, 0);
  for (let i = 0; i < 5; i += 1) {
    assert.deepEqual(back(on(view)), view);
    view = on(view);
  }
  assert.deepEqual(view.picks, ['2a']);
});

test('an answer can be shown without one given, and given again', () => {
  const asked = on(on(opened));
  const shown = act(asked, { type: 'pick', option: -1 });
  assert.deepEqual([shown.picks, at(shown).answers, at(shown).pick], [[], true, -1]);
  const again = act(back(act(asked, { type: 'pick', option: 0 })), { type: 'pick', option: 1 });
  assert.deepEqual(again.picks, ['2b']);
  assert.equal(act(opened, { type: 'pick', option: 0 }), opened); // nothing asked
});

test('a jump leads to the beginning of a step, within the lecture', () => {
  assert.deepEqual(
    [3, 99, 0].map((step) => act(on(opened), { type: 'jump', step }).step),
    [3, 4, 0],
  );
  assert.equal(act(on(opened), { type: 'jump', step: 3 }).part, 0);
  assert.equal(act(begin, { type: 'jump', step: 3 }), begin);
});

test('leaving leads to the stage and organ of the step', () => {
  const view = act(act(opened, { type: 'jump', step: 3 }), { type: 'leave' });
  assert.deepEqual(
    [view.lecture, view.step, view.part, view.stage, view.organ],
    ['', 0, 0, 'settling', 'bone'],
  );
});

test('another pathway ends the lecture', () => {
  assert.equal(act(opened, { type: 'pathway', id: 'other' }).lecture, '');
});

test('every stop has its address, and comes back from it', () => {
  for (const view of walk()) {
    const address = formatAddress(view, figure);
    assert.deepEqual(parseAddress(address, figure), { view, warnings: [] }, address);
  }
});

test('a link to a step is the step at its beginning; to a lecture, its title', () => {
  const view = parseAddress('?lecture=tour&step=3', figure).view;
  assert.deepEqual([view.step, view.part], [3, 0]);
  assert.equal(parseAddress('?lecture=tour', figure).view.step, 0);
});

test('a step or answer that is not there is named; a part that is not there is the last', () => {
  const { view, warnings } = parseAddress('?lecture=tour&step=9&part=44&picks=2a,2b,x,3z', figure);
  assert.deepEqual([view.step, view.part, view.picks], [4, 0, ['2a']]);
  assert.equal(warnings.length, 3);
  assert.equal(parseAddress('?lecture=tour&step=3&part=44', figure).view.part, 3);
});

test('the new arrow is strong, earlier ones are kept, all others hidden; no merged lines', () => {
  const { lines, nodes, shown } = visibility(on(opened), small);
  assert.equal(lines.get('a'), 'kept');
  assert.equal(lines.get('d'), 'lit new');
  for (const [id, word] of lines) if (!'ad'.includes(id)) assert.equal(word, 'hidden', id);
  assert.deepEqual(shown, ['a', 'd']);
  assert.equal(nodes.get('home/nk'), 'lit');
  assert.equal(nodes.get('home/tam'), '');
  assert.equal(nodes.get('bone/tumor'), 'faint');
  assert.equal(nodes.get('bone/stem'), 'hidden');
});

test('a question hides its arrow and shows what is kept; its cells stand there already', () => {
  const asked = on(on(opened));
  const { lines, nodes } = visibility(asked, small);
  assert.deepEqual(
    ['d', 'e'].map((id) => lines.get(id)),
    ['kept', 'hidden'],
  );
  assert.equal(nodes.get('home/nk'), '');
  assert.equal(visibility(on(asked), small).lines.get('e'), 'lit new');
});

test('students get the same place, without answers and without what follows the question', () => {
  for (const view of walk().map((one) => ({ ...one, picks: ['2a'] }))) {
    const given = withoutAnswers(view, small);
    assert.equal(given.ui, 'min');
    assert.deepEqual(given.picks, []);
    assert.equal(at(given).answers, false);
    assert.equal(given.step, view.step);
    assert.ok(given.part <= view.part);
  }
});

test('the caption is said once a step, then each arrow by itself, never over 250 characters', () => {
  const said = walk().map((view) => viewSentence(view, small, { shown: [] }));
  assert.equal(said[0], 'Step 1 of 3, Step one. This is one. tam activates tumor.');
  assert.equal(said[1], 'tumor inhibits nk.');
  assert.equal(said[2], 'Step 2 of 3, Step two. Question: What does it do?');
  assert.equal(said[3], 'Answer: Kills. It kills.');
  assert.equal(said[4], 'This is two.');
  assert.equal(said.filter((text) => text.includes('This is three.')).length, 1);
  assert.ok(shorten('word '.repeat(90)).length <= 250);
});

test('names grow where the camera is far and never shrink', () => {
  assert.equal(nameSizeClass(1, 1920, 1080), '');
  assert.equal(nameSizeClass(1.5, 1920, 1080), ' near');
  const sizes = [0.9, 0.7, 0.5, 0.3].map((zoom) =>
    Number(nameSizeClass(zoom, 1920, 1080).slice(2)),
  );
  for (const [i, zoom] of [0.9, 0.7, 0.5].entries()) assert.ok(sizes[i] * zoom >= 24, String(zoom));
  assert.deepEqual(
    [...sizes].sort((a, b) => a - b),
    sizes,
  );
});

test('who wants larger names gets so many times what they were, wherever the camera then stands', () => {
  const px = (zoom, larger, plain) => {
    const word = nameSizeClass(zoom, 1920, 1080, larger, plain);
    return zoom * ({ '': 26, ' near': 21.5, ' close': 14.5 }[word] ?? Number(word.slice(2)));
  };
  for (const plain of [2, 1.5, 1, 0.8])
    assert.ok(px(plain * 0.9, 1.25, plain) >= 1.25 * px(plain, 1, plain), String(plain));
});

test('a screen too small for a step looks at the piece with its newest arrow', () => {
  const whole = [0, 0, 1000, 400];
  const pieces = { f: [540, 40, 760, 380], g: [520, 0, 760, 380] };
  const wide = {
    ...small,
    lectures: {
      tour: {
        title: '',
        steps: [{ ...small.lectures.tour.steps[2], predict: null, box: whole, pieces }],
      },
    },
  };
  const aims = (part, width, height) => aimCamera({ ...opened, part }, wide, width, height);
  const centre = ({ zoom, pan }, width) => (width / 2 - pan.x) / zoom;
  assert.ok(Math.abs(centre(aims(0, 390, 460), 390) - 650) < 1);
  assert.ok(Math.abs(centre(aims(1, 390, 460), 390) - 640) < 1);
  assert.ok(Math.abs(centre(aims(1, 1920, 880), 1920) - 500) < 1);
});

test('what the camera crops stays as a trace, what is new never does', () => {
  const view = act(opened, { type: 'go', by: 1 }); // d is new, a was there before
  const trimmed = (inside) => {
    const seen = lectureVisibility(view, small);
    trimVisibility(seen, view, small, inside);
    return [...seen.lines]
      .filter(([, word]) => word !== 'hidden')
      .map((one) => one.join(' '))
      .sort();
  };
  assert.deepEqual(
    trimmed(() => true),
    ['a kept', 'd lit new'],
  );
  assert.deepEqual(
    trimmed(() => false),
    ['a dim', 'd lit new'],
  );
});

test('random presses never leave the lecture', () => {
  const random = seeded(5);
  let view = opened;
  for (let i = 0; i < 500; i += 1) {
    const type = ['go', 'go', 'jump', 'pick'][Math.floor(random() * 4)];
    view = act(view, {
      type,
      by: random() < 0.6 ? 1 : -1,
      step: Math.floor(random() * 5),
      option: Math.floor(random() * 3) - 1,
    });
    const { shown, stops, part } = at(view);
    assert.ok(part >= 0 && part < stops);
    assert.ok(shown.length <= 2);
  }
});
