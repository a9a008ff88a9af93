import test from 'node:test';
import assert from 'node:assert/strict';
import {
  findMatches as find,
  foldName as fold,
  groupMatches as group,
} from '../../../assets/js/rules/search.js';
import { isNear, stem } from '../../../assets/js/rules/word-forms.js';

const INDEX = [
  { kind: 'cell', id: 'cd8-t-cell', name: 'CD8+ T cell', also: ['CTL', 'Cytotoxic T lymphocyte'] },
  { kind: 'cell', id: 'tam', name: 'Tumor-associated macrophage', also: ['TAM'] },
  { kind: 'cell', id: 'tumor-cell', name: 'Tumor cell', also: ['Cancer cell'] },
  { kind: 'cell', id: 'gamma-delta-t-cell', name: 'γδ T cell', also: ['gamma delta T cell'] },
  { kind: 'molecule', id: 'CXCL12', name: 'CXCL12', also: ['SDF-1'] },
  { kind: 'molecule', id: 'CSF1', name: 'CSF-1', also: ['CSF1', 'M-CSF'] },
  { kind: 'molecule', id: 'TGFB1', name: 'TGF-β1', also: ['TGFB1'] },
  { kind: 'molecule', id: 'IFNG', name: 'IFN-γ', also: ['IFNG'] },
  { kind: 'molecule', id: 'h2o2', name: 'H₂O₂', also: ['hydrogen peroxide'] },
  {
    kind: 'reference',
    id: 'lin-2001',
    name: 'Lin EY 2001',
    also: ['Colony-stimulating factor 1 promotes progression of mammary tumors', '11283156'],
  },
  {
    kind: 'reference',
    id: 'massague-2016',
    name: 'Massagué J 2016',
    also: ['Metastatic colonization'],
  },
  { kind: 'stage', id: 'primary-tumor', name: 'Primary tumor', also: [] },
  { kind: 'organ', id: 'bone', name: 'Bone', also: [] },
];
const ids = (text) => find(text, INDEX).map((hit) => hit.id);

test('synonyms find what a lecture calls it', () => {
  assert.equal(ids('SDF-1')[0], 'CXCL12');
  assert.equal(ids('M-CSF')[0], 'CSF1');
  assert.equal(ids('CTL')[0], 'cd8-t-cell');
  assert.equal(ids('TAM')[0], 'tam');
});

test('a hit tells the synonym that matched, and none where the name did', () => {
  assert.equal(find('sdf1', INDEX)[0].via, 'SDF-1');
  assert.equal(find('cxcl12', INDEX)[0].via, '');
});

test('case, dashes, spaces, accents and Greek letters do not matter', () => {
  for (const text of ['TGF-β1', 'tgfb1', 'TGF b1', 'tgf-b1', 'TGFβ1'])
    assert.equal(ids(text)[0], 'TGFB1', text);
  for (const text of ['IFN-γ', 'ifng', 'ifn g']) assert.equal(ids(text)[0], 'IFNG', text);
  for (const text of ['γδ', 'gamma delta', 'γδ t'])
    assert.equal(ids(text)[0], 'gamma-delta-t-cell', text);
  assert.equal(ids('massague')[0], 'massague-2016');
  assert.equal(ids('H2O2')[0], 'h2o2');
  assert.equal(ids('cd8+')[0], 'cd8-t-cell');
});

test('folding', () => {
  assert.equal(fold('TGF-β1'), 'tgfb1');
  assert.equal(fold('  É é ñ '), 'een');
  assert.equal(fold('IκB'), 'ikb');
  assert.equal(fold('!?'), '');
});

test('papers are found by author, title and identifier', () => {
  assert.equal(ids('Lin EY')[0], 'lin-2001');
  assert.equal(ids('colony-stimulating')[0], 'lin-2001');
  assert.equal(ids('11283156')[0], 'lin-2001');
});

test('exact comes before prefix, prefix before within, cells before the rest', () => {
  assert.deepEqual(ids('tumor').slice(0, 3), ['tumor-cell', 'tam', 'primary-tumor']);
  assert.equal(ids('bone')[0], 'bone');
});

test('a name comes before a synonym that matches as well', () => {
  const rows = [
    { kind: 'cell', id: 'one', name: 'Osteoblast', also: ['Bone maker'] },
    { kind: 'cell', id: 'two', name: 'Bone maker', also: [] },
  ];
  assert.deepEqual(
    find('bone maker', rows).map((hit) => hit.id),
    ['two', 'one'],
  );
});

test('short texts match beginnings only', () => {
  assert.ok(ids('c').length > 0);
  assert.ok(!ids('el').includes('tumor-cell'));
});

test('an entry is found once', () => {
  const found = ids('csf');
  assert.equal(new Set(found).size, found.length);
});

test('nothing found is an empty list', () => {
  for (const text of ['zzz', '', '   ', '---', '%']) assert.deepEqual(ids(text), [], text);
});

test('there are never more hits than asked for', () => {
  const many = Array.from({ length: 50 }, (_, n) => ({
    kind: 'cell',
    id: `c${n}`,
    name: `Cell ${n}`,
    also: [],
  }));
  assert.equal(find('cell', many).length, 12);
  assert.equal(find('cell', many, 3).length, 3);
});

test('the order of the index does not matter', () => {
  for (const text of ['tumor', 't', 'cell', 'c', 'tgf']) {
    assert.deepEqual(
      find(text, INDEX).map((h) => h.id),
      find(text, [...INDEX].reverse()).map((h) => h.id),
      text,
    );
  }
});

test('searching changes nothing in the index', () => {
  const before = JSON.stringify(INDEX);
  find('tumor', INDEX);
  assert.equal(JSON.stringify(INDEX), before);
});

test('any script is found as it is written, without case and accents', () => {
  const rows = [
    { kind: 'cell', id: 'cell', name: 'Опухолевая клётка', also: [] },
    { kind: 'cell', id: 'greek', name: 'Καρκινικό κύτταρο', also: [] },
  ];
  for (const text of ['опухолевая', 'КЛЕТКА', 'клётк'])
    assert.equal(find(text, rows)[0]?.id, 'cell', text);
  for (const text of ['καρκινικο', 'ΚΎΤΤΑΡΟ']) assert.equal(find(text, rows)[0]?.id, 'greek', text);
});

test('endings do not matter, in English and in German', () => {
  for (const [a, b] of [
    ['macrophages', 'macrophage'],
    ['activated', 'activates'],
    ['activation', 'activates'],
    ['dormancy', 'dormant'],
    ['metastases', 'metastase'],
    ['studies', 'study'],
  ])
    assert.equal(stem(a), stem(b), a);
  assert.equal(stem('makrophagen', 'de'), stem('makrophage', 'de'));
  assert.equal(stem('zellen', 'de'), stem('zelle', 'de'));
  for (const word of ['cell', 'bone', 'tam', 'virus']) assert.ok(word.startsWith(stem(word)), word);
  assert.notEqual(stem('bone'), stem('bond'));
});

test('one typing error is one letter more, less or other, or two swapped', () => {
  for (const wrong of ['nuetrophil', 'neutrophl', 'neutrophiil', 'neutraphil', 'eutrophil'])
    assert.ok(isNear(wrong, 'neutrophil'), wrong);
  for (const other of ['nuetrophl', 'monocyte', 'neutro', 'phil'])
    assert.ok(!isNear(other, 'neutrophil'), other);
});

test('a typing error is forgiven only where nothing has the word', () => {
  const rows = [
    { kind: 'cell', id: 'right', name: 'Stellate cell', also: [] },
    { kind: 'cell', id: 'wrong', name: 'Stallate cell', also: [] },
  ];
  assert.deepEqual(
    find('stallate', rows).map((hit) => hit.id),
    ['wrong'],
  );
  assert.equal(find('stellatte', rows)[0].id, 'right');
});

test('sentences are found by their words, after names', () => {
  const rows = [
    { kind: 'arrow', id: 'said', name: 'A acts on B', also: [], text: ['It wakes dormant cells.'] },
    { kind: 'substage', id: 'dormancy', name: 'Dormancy', also: [] },
  ];
  assert.deepEqual(
    find('dormancy', rows).map((hit) => hit.id),
    ['dormancy', 'said'],
  );
  assert.deepEqual(
    find('what wakes the cells', rows).map((hit) => hit.id),
    ['said'],
  );
  assert.deepEqual(find('wakes tumors', rows), []);
});

test('hits are grouped, the group of the best first, and a crowd leaves room for others', () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ kind: 'cell', id: `c${n}` }));
  const groups = group([...many, { kind: 'organ', id: 'bone' }], (kind) => kind);
  assert.deepEqual(
    groups.map((one) => [one.group, one.hits.length]),
    [
      ['cell', 4],
      ['organ', 1],
    ],
  );
  assert.equal(group(many, (kind) => kind)[0].hits.length, 12);
});
