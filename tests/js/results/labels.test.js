/** Labels of clusters and the cells that they mean: labels.txt, and what must never be taken. */
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { cellIndex, likeness, matchCell } from '../../../assets/js/results/rules/cell-matching.js';
import { typeWords } from '../../../assets/js/results/rules/cell-words.js';
import { cells } from './library.js';

const labels = ['labels.txt', 'labels-of-none.txt']
  .flatMap((name) => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8').split('\n'))
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => /^(.*) = (.*)$/.exec(line).slice(1));

test('every label means its cell and no other', () => {
  const wrong = labels.filter(([label, id]) => (matchCell(label, cells).id || '-') !== id);
  assert.deepEqual(wrong, []);
  assert.ok(labels.filter(([, id]) => id !== '-').length > 180, 'the list is long');
});

test('upper and lower case, underscores, dots and numbers of clusters change nothing', () => {
  const plain = labels.filter(([label]) => /^[\w +-]+$/.test(label) && /[a-z]{3}/.test(label));
  for (const [label, id] of plain) {
    const other = [label.replace(/ /g, '_'), label.replace(/ /g, '.'), `${label} 2`, `${label}_c3`];
    // Small letters end words in TAMs and CD8Tcells, where all letters are capitals they do not.
    if (!/[A-Z]{2}[a-z]|[a-z][A-Z]/.test(label)) other.push(label.toUpperCase());
    for (const name of other) assert.equal(matchCell(name, cells).id || '-', id, name);
  }
});

test('a label that denies a cell never means it, nor is that cell offered', () => {
  for (const [label, id] of labels.filter(([, one]) => one !== '-')) {
    // 'non-arterial EC' is an endothelial cell, too.
    if (!/^[A-Z]+s?$|^[A-Z]?[a-z]+$/.test(label) || /^no/i.test(label)) continue;
    for (const name of [`non-${label}`, `Non ${label}`, `not ${label}`]) {
      const found = matchCell(name, cells);
      assert.notEqual(found.id, id, name);
      assert.notEqual(found.offer, id, name);
    }
  }
});

test('what is near to a type but not of it means none', () => {
  const names = ['Tumor cell', 'Macrophage', 'NK cell', 'Fibroblast', 'B cell', 'Osteoclast'];
  for (const name of names)
    for (const other of [
      `${name}-like`,
      `pre-${name}`,
      `${name} precursor`,
      `${name} progenitors`,
      `${name} doublets`,
      `${name}/Pericyte`,
      `normal ${name}`,
      `${name} and Adipocytes`,
      `ex-${name}`,
    ])
      assert.notEqual(matchCell(other, cells).id, matchCell(name, cells).id, other);
});

test('what is only similar is offered, with a word in common', () => {
  assert.deepEqual(matchCell('Monocytes', cells).id, '');
  assert.notEqual(matchCell('Monocytes', cells).offer, 'osteoclast-precursor');
  assert.equal(matchCell('Interstitial macrophages', cells).id, '');
  for (const label of ['Epithelial', 'Erythrocytes', 'Osteocytes', 'Hepatoblasts', 'Th17', 'NKT'])
    assert.equal(matchCell(label, cells).offer, '', label);
});

test('German labels, Cell Ontology ids and names of other figures', () => {
  const german = cellIndex([
    {
      id: 'tam',
      names: [
        { text: 'Tumorassoziierter Makrophage', how: 'name' },
        { text: 'TAM', how: 'name' },
        { text: 'Makrophage des Primärtumors', how: 'synonym' },
      ],
    },
    { id: 'tumor-cell', names: [{ text: 'Tumorzelle', how: 'name' }] },
    { id: 'nk-cell', names: [{ text: 'NK-Zelle', how: 'name' }] },
  ]);
  assert.equal(matchCell('Macrophages', german).id, 'tam', 'English labels on a German page');
  assert.equal(matchCell('Tumorzellen', german).id, 'tumor-cell');
  assert.equal(matchCell('NK-Zellen', german).id, 'nk-cell');
  assert.equal(matchCell('nicht-Tumorzellen', german).id, '');
  assert.equal(matchCell('CL:0000182', cells).id, 'hepatocyte');
  assert.equal(matchCell('CL_0000182', cells).id, 'hepatocyte');
  assert.equal(matchCell('CL:0000235', cells).id, '', 'a wider term');
  assert.equal(matchCell('', cells).id, '');
});

test('two cells of one name mean none', () => {
  const two = cellIndex([
    { id: 'a', names: [{ text: 'Guard cell', how: 'name' }] },
    { id: 'b', names: [{ text: 'guard cells', how: 'name' }] },
  ]);
  assert.equal(matchCell('Guard cell', two).id, '');
});

test('words are the same however they are written', () => {
  for (const [one, two] of [
    ['CD8+ T cells', 'T-cells, CD8-positive'],
    ['γδ T cell', 'gamma-delta T cells'],
    ['Mφ', 'macrophage'],
    ['CD45-', 'CD45 negative'],
    ['T helper 1', 'Th1'],
  ])
    assert.deepEqual(typeWords(one), typeWords(two), one);
  assert.ok(likeness('macrophage', 'macrofage') > 0.6);
});
