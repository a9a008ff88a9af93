/** The small rules: keys, search hits, themes, the sentence of a view. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { viewSentence } from '../../../assets/js/access/announcer.js';
import { keyAction } from '../../../assets/js/app/keys.js';
import { resolvedTheme, themeAfter } from '../../../assets/js/app/theme.js';
import { searchAction } from '../../../assets/js/panel/search-box.js';
import { nextView, startView } from '../../../assets/js/rules/view.js';
import { visibility } from '../../../assets/js/rules/visibility.js';
import { figure, frozen } from '../support.js';

const small = figure.pathways.small;
const begin = startView(figure);

test('0 is the overview, digits are stages, and no more than there are', () => {
  const key = (name, cell = false) => keyAction(name, small, cell);
  assert.deepEqual(key('0'), { type: 'stage', id: '' });
  assert.deepEqual(key('1'), { type: 'stage', id: 'home' });
  assert.deepEqual(key('2'), { type: 'stage', id: 'settling' });
  assert.equal(key('3'), null);
  assert.equal(key('9'), null);
});

test('arrow keys change the stage only while no cell has the focus', () => {
  assert.deepEqual(keyAction('ArrowRight', small, false), { type: 'go', by: 1 });
  assert.deepEqual(keyAction('ArrowLeft', small, false), { type: 'go', by: -1 });
  assert.equal(keyAction('ArrowRight', small, true), null);
  assert.equal(keyAction('ArrowLeft', small, true), null);
  assert.deepEqual(keyAction('1', small, true), { type: 'stage', id: 'home' });
});

test('other keys do nothing', () => {
  for (const name of ['a', 'Enter', 'ArrowUp', 'Tab', '10', '', 'F1', ' ']) {
    assert.equal(keyAction(name, small, false), null, name);
  }
});

const chosen = (hit) => {
  const view = frozen({ ...begin, stage: 'home', organ: 'bone', focus: 'nk', edge: 'a', q: 'EGF' });
  return nextView(view, searchAction(frozen(hit), small), figure);
};

test('a found cell is chosen, and the view goes to the one stage where it stands', () => {
  const view = chosen({ kind: 'cell', id: 'osteoclast' });
  assert.deepEqual(
    [view.focus, view.stage, view.organ, view.edge, view.q],
    ['osteoclast', 'settling', '', '', ''],
  );
});

test('a found cell of several stages is seen in the overview', () => {
  assert.equal(chosen({ kind: 'cell', id: 'tumor' }).stage, '');
});

test('a found molecule or paper lights its arrows', () => {
  for (const [kind, id] of [
    ['molecule', 'CXCL12'],
    ['reference', 'lin-2001'],
  ]) {
    const view = chosen({ kind, id });
    assert.deepEqual([view.q, view.focus, view.edge, view.stage], [id, '', '', '']);
    assert.ok(visibility(view, small).shown.length > 0);
  }
});

test('a found stage or organ is entered', () => {
  assert.equal(chosen({ kind: 'stage', id: 'settling' }).stage, 'settling');
  assert.deepEqual(
    [chosen({ kind: 'organ', id: 'bone' }).organ, chosen({ kind: 'organ', id: 'bone' }).focus],
    ['bone', ''],
  );
});

test('the theme button walks all themes and skips one that looks the same', () => {
  const walk = (dark) => {
    globalThis.matchMedia = () => ({ matches: dark });
    const names = ['auto'];
    for (let i = 0; i < 4; i += 1) names.push(themeAfter(names.at(-1)));
    return names;
  };
  assert.deepEqual(walk(false), ['auto', 'dark', 'projector', 'auto', 'dark']);
  assert.deepEqual(walk(true), ['auto', 'light', 'dark', 'projector', 'auto']);
});

test('auto is the theme of the system', () => {
  globalThis.matchMedia = () => ({ matches: true });
  assert.equal(resolvedTheme('auto'), 'dark');
  assert.equal(resolvedTheme('projector'), 'projector');
  globalThis.matchMedia = () => ({ matches: false });
  assert.equal(resolvedTheme('auto'), 'light');
});

const said = (partial) => {
  const view = { ...begin, ...partial };
  return viewSentence(view, small, visibility(view, small));
};

test('a view is told in one short sentence', () => {
  for (const stage of ['', 'home', 'settling']) {
    for (const focus of ['', ...Object.keys(small.cells)]) {
      for (const edge of ['', ...Object.keys(small.interactions), ...Object.keys(small.pairs)]) {
        const text = said({ stage, focus, edge });
        assert.ok(text.length <= 250 && text.endsWith('.'), text);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
      }
    }
  }
});

test('the sentence names what was chosen and how much is shown', () => {
  assert.match(said({}), /^Overview: 4 of 8 interactions/);
  assert.match(said({ stage: 'home' }), /^Home: 5 of 8 interactions/);
  assert.match(said({ focus: 'tumor' }), /^Tumor cell: sends 3, receives 4/);
  assert.match(
    said({ focus: 'tumor', stage: 'home' }),
    /^Home\. Tumor cell: sends/,
    'a step to a stage is heard',
  );
  assert.match(said({ edge: 'e' }), /^nk kills tumor\.$/);
  assert.match(said({ edge: 'home--tam--tumor--promotes' }), /^2 arrows/);
});
