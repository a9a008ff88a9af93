import test from 'node:test';
import assert from 'node:assert/strict';
import { parseAddress } from '../../../assets/js/rules/url.js';
import { figure } from '../support.js';

const read = (a, d = figure) => parseAddress(a, d);
test('a step that is no number from 0 is named', () => {
  for (const value of ['abc', '-3', '5x', '1e9', '2.5']) {
    const { view, warnings } = read(`?step=${value}`);
    assert.equal(view.step, 0, value);
    assert.equal(warnings.length, 1, value);
  }
});
test('a filter with a tail is no filter', () => {
  const { view, warnings } = read('?hide=tier:core:x,after:2005:x');
  assert.deepEqual(view.hide, []);
  assert.equal(warnings.length, 2);
});
test('the start of one pathway is not forced on another', () => {
  const data = { ...figure, start: { stage: 'settling' } };
  assert.equal(read('?pathway=other', data).view.stage, '');
});
test('only one year counts', () => {
  assert.deepEqual(read('?hide=after:2005,after:2001').view.hide.length, 1);
});
