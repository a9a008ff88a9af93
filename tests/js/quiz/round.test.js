/** Which questions a round asks, what comes back, what an answer is worth. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { calendarFile } from '../../../assets/js/quiz/rules/calendar.js';
import { isGiven, isRight } from '../../../assets/js/quiz/rules/judging.js';
import {
  beginSet,
  numbersFrom,
  poolOf,
  roundOf,
  whole,
} from '../../../assets/js/quiz/rules/quiz-round.js';
import { compare, takenOut } from '../../../assets/js/quiz/rules/rebuilding.js';
import * as rounds from '../../../assets/js/quiz/rules/round-state.js';
import { figure, seeded } from '../support.js';
import { ITEMS } from './items.js';

const pathway = figure.pathways[figure.order[0]];
const [MOLECULE, END, , CELL, , ORDER, OWN] = ITEMS;

test('the numbers are those of mulberry32', () => {
  for (const seed of [0, 1, 2011, 4294967295]) {
    const [ours, known] = [numbersFrom(seed), seeded(seed)];
    for (let n = 0; n < 20; n += 1) assert.equal(ours(), known());
  }
});

test('an item hides the lines of its own arrows, and the pairs that they are in', () => {
  const pairs = { 'a and b': ['a', 'b'], 'c and d': ['c', 'd'] };
  const { hide } = whole(
    { arrows: ['b', 'e'], hide: { edges: 'own', names: ['home/tam'] } },
    pairs,
  );
  assert.deepEqual(hide.edges, ['b', 'e', 'a and b']);
  assert.deepEqual(hide.names, ['home/tam']);
  assert.deepEqual(hide.labels, []);
});

test('200 rounds: no question twice, none that tells another, options in every order', () => {
  const orders = new Set();
  for (let seed = 0; seed < 200; seed += 1) {
    const round = roundOf(ITEMS, seed, 5);
    assert.equal(round.length, 5);
    assert.equal(new Set(round.map(({ id }) => id)).size, 5);
    const telling = round.filter(({ id }) => [MOLECULE.id, END.id].includes(id));
    assert.ok(telling.length < 2);
    assert.deepEqual(roundOf(ITEMS, seed, 5), round);
    for (const { options, order } of round) {
      if (options.length === 3) orders.add(order.join(''));
      assert.deepEqual([...order].sort(), options.map((_, at) => at)); // prettier-ignore
    }
  }
  assert.equal(orders.size, 6);
  const both = [END, MOLECULE];
  assert.equal(roundOf(both, 1).length, 1);
  assert.equal(roundOf(both, 1, 10, true).length, 2);
});

test('a set names a stage, an organ, all, or questions, and what is gone is said', () => {
  const ids = (set) => poolOf(set, ITEMS, pathway).pool.map(({ id }) => id);
  assert.equal(ids('mixed').length, ITEMS.length);
  assert.deepEqual(ids('settling'), ['molecule:f:0a1b', 'measured:g:0a1b']);
  assert.deepEqual(ids('bone'), ids('settling'));
  const { pool, lost } = poolOf('end:e:0a1b,end:e:ffff,effect:c:0a1b', ITEMS, pathway);
  assert.deepEqual(pool.map(({ id }) => id), ['end:e:0a1b', 'effect:c:0a1b']); // prettier-ignore
  assert.deepEqual(lost, ['end:e:ffff']);
  assert.deepEqual(ids('end:0a1b,effect:0a1b'), [END.id, 'end:e:0a1b', 'effect:c:0a1b']);
  const gone = { ...MOLECULE, id: 'molecule:zz:0a1b', arrows: ['zz'] };
  assert.deepEqual(poolOf(gone.id, [...ITEMS, gone], pathway).lost, [gone.id]);
});

test('a round that is not there gives way to a mixed one', () => {
  const begin = (set) => beginSet(set, ITEMS, pathway, 7);
  assert.deepEqual(begin('end:e:ffff'), { ...begin('mixed'), lost: 1, instead: true });
  const { set, asked, lost } = begin('end:e:0a1b,molecule:f:0a1b,cell:x:ffff');
  assert.deepEqual([set, asked.length, lost], ['end:0a1b,molecule:0a1b', 2, 1]);
  assert.deepEqual(beginSet('mixed', [], pathway, 7).asked, []);
});

test('what was missed comes back until it is right once, the sure ones first', () => {
  let round = rounds.beginRound(ITEMS.slice(0, 4));
  const give = (right, sure) => {
    round = rounds.onward(rounds.answer(round, { right, sure }));
  };
  give(false, 'guess');
  give(false, 'sure');
  give(true, 'sure');
  assert.equal(rounds.asked(round), 4);
  give(false, 'think');
  assert.equal(rounds.isRepeat(round), true);
  assert.deepEqual(round.queue, [END, CELL, MOLECULE]);
  give(true, 'sure');
  give(false, 'sure');
  give(true, 'think');
  assert.deepEqual(round.queue, [CELL]);
  assert.equal(rounds.isDone(round), false);
  give(true, 'think');
  assert.equal(rounds.isDone(round), true);
  const { right, of, kinds, stages, missed, sureAndMissed } = rounds.score(round);
  assert.deepEqual([right, of, sureAndMissed], [1, 4, 1]);
  assert.deepEqual(missed, [END, MOLECULE, CELL]);
  assert.deepEqual(kinds[1], { value: 'end', right: 1, of: 2 });
  assert.deepEqual(stages, [{ value: 'home', right: 1, of: 4 }]);
});

test('a second answer to the same question changes nothing', () => {
  const told = rounds.answer(rounds.beginRound(ITEMS), { right: true, sure: 'sure' });
  assert.equal(rounds.answer(told, { right: false, sure: 'guess' }), told);
  const begun = rounds.beginRound(ITEMS);
  assert.equal(rounds.onward(begun), begun);
});

test('answers by every form', () => {
  assert.deepEqual([0, 1].map((at) => isRight(MOLECULE, at)), [true, false]); // prettier-ignore
  assert.deepEqual(['home/tam', 'home/nk'].map((id) => isRight(END, id)), [true, false]); // prettier-ignore
  for (const text of ['tumor associated macrophage', 'Macrophage', 'TGF-b cells', ' macrophages '])
    assert.equal(isRight(CELL, text), true, text);
  for (const text of ['', 'tumor', 'macro', 'cell']) assert.equal(isRight(CELL, text), false, text);
  assert.equal(isRight(ORDER, [0, 3, 2, 1]), true); // two steps that read the same
  assert.equal(isRight(ORDER, [1, 0, 2, 3]), false);
  assert.equal(isRight(OWN, { right: true }), true);
  assert.deepEqual([isGiven(CELL, ' '), isGiven(MOLECULE, null), isGiven(MOLECULE, 0)], [false, false, true]); // prettier-ignore
});

test('arrows to rebuild, and what became of them', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  for (let seed = 0; seed < 50; seed += 1) {
    const out = takenOut(all, seed, pathway);
    assert.equal(out.length, 3); // tam to tumor, tumor to nk, nk to tumor
    assert.deepEqual(takenOut(all, seed, pathway), out);
  }
  const set = (from, to, head) =>
    compare('a', from && `home/${from}`, to && `home/${to}`, head, pathway);
  assert.equal(set('tam', 'tumor', 'activates'), 'right');
  assert.equal(set('tam', 'tumor', 'kills'), 'head');
  assert.equal(set('tumor', 'tam', 'activates'), 'turned');
  assert.equal(set('tam', 'nk', 'activates'), 'receiver');
  assert.equal(set('nk', 'tumor', 'activates'), 'sender');
  assert.equal(set('tumor', 'nk', 'inhibits'), 'elsewhere');
  assert.equal(set('nk', 'tam', 'inhibits'), 'wrong');
  assert.equal(set('nk', '', 'inhibits'), 'empty');
});

test('the calendar file is in two days, in lines that are short enough', () => {
  const address = `https://example.org/?set=${'molecule:pt-csf1:0a1b,'.repeat(8)}`;
  const now = new Date('2026-02-27T10:11:12Z');
  const event = { title: 'Übung; noch einmal', text: 'ä'.repeat(90), address, now, days: 2 };
  const text = calendarFile(event);
  assert.ok(text.includes('DTSTART;VALUE=DATE:20260301\r\nDTEND;VALUE=DATE:20260302\r\n'));
  assert.ok(text.includes('SUMMARY:Übung\\; noch einmal\r\n'));
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(text.replace(/\r\n /g, '').includes(`URL:${address}`));
});

test('Python chooses the same rounds', () => {
  const table = new URL('../../quiz-rounds.json', import.meta.url);
  const { items, rounds: known } = JSON.parse(readFileSync(table, 'utf8'));
  const all = items.map(whole);
  const interactions = Object.fromEntries(
    all.flatMap(({ arrows }) => arrows.map((id) => [id, {}])),
  );
  const stages = [...new Set(all.map(({ stage }) => stage))].map((id) => ({ id }));
  const own = { ...pathway, interactions, stages };
  assert.ok(known.length > 5);
  for (const { seed, wanted, count, ids, orders } of known) {
    const { pool, listed } = poolOf([wanted].flat().join(), all, own);
    const round = roundOf(pool, seed, count, listed);
    assert.deepEqual(round.map(({ id }) => id), ids); // prettier-ignore
    assert.deepEqual(round.map(({ order }) => order), orders); // prettier-ignore
  }
});
