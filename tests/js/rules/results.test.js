/** Tables of results: read, told apart, matched with cells and arrows. */
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readDelimited } from '../../../assets/js/rules/delimited-text.js';
import {
  matchCell,
  moleculeIndex,
  supportArrows,
} from '../../../assets/js/rules/results-matching.js';
import { readResults, symbolsOf } from '../../../assets/js/rules/results-tables.js';

const example = (name) => {
  const file = `synthetic-${name}`;
  return {
    name: file,
    ...readDelimited(
      fs.readFileSync(path.join(import.meta.dirname, '../../../examples/overlay', file), 'utf8'),
    ),
  };
};

test('quotes, separators, line ends and empty lines are read as they are meant', () => {
  const { head, rows } = readDelimited('\ufeffa,"b ""x""",c\r\n1,"2,\n3",\r\n\r\n4,5\n');
  assert.deepEqual(head, ['a', 'b "x"', 'c']);
  assert.deepEqual(rows, [
    ['1', '2,\n3', ''],
    ['4', '5', ''],
  ]);
  assert.deepEqual(readDelimited('a\tb,c\n1\t2,5'), { head: ['a', 'b,c'], rows: [['1', '2,5']] });
  assert.deepEqual(readDelimited('a;b\n1;2').rows, [['1', '2']]);
  assert.deepEqual(readDelimited('x\ty\nr1\t1\t2'), {
    head: ['', 'x', 'y'],
    rows: [['r1', '1', '2']],
  });
  assert.deepEqual(readDelimited(''), { head: [], rows: [] });
  assert.deepEqual(readDelimited('a,b\n"never closed').rows, [['never closed', '']]);
});

test('parts of complexes stand apart', () => {
  assert.deepEqual(symbolsOf('IL6R_IL6ST'), ['IL6R_IL6ST', 'IL6R', 'IL6ST']);
  assert.deepEqual(symbolsOf('(TGFBR1+TGFBR2)'), ['(TGFBR1+TGFBR2)', 'TGFBR1', 'TGFBR2']);
  assert.deepEqual(symbolsOf('COMPLEX:ITGA4_ITGB1'), ['ITGA4_ITGB1', 'ITGA4', 'ITGB1']);
  assert.deepEqual(symbolsOf('complex:integrin_a4b1_complex'), ['ITGA4', 'ITGB1']);
  assert.deepEqual(symbolsOf('complex:integrin_aVb3_complex'), ['ITGAV', 'ITGB3']);
  assert.deepEqual(symbolsOf('HLA-A'), ['HLA-A']);
});

test('CellChat: prob and pval; the parts of a complex from its second name', () => {
  const { tool, score, rows } = readResults([example('cellchat.csv')]);
  assert.equal(tool, 'CellChat');
  assert.equal(score, 'prob');
  assert.equal(rows.length, 8);
  const tgf = rows.find((row) => row.pair.startsWith('TGFB1'));
  assert.ok(['TGFBR1', 'TGFBR2'].every((symbol) => tgf.receptor.includes(symbol)));
  assert.deepEqual([tgf.score, tgf.p], [0.17, 0]);
});

test('LIANA: a small magnitude rank is a strong one, in Python and in R', () => {
  const { tool, score, rows } = readResults([example('liana.csv')]);
  assert.equal(tool, 'LIANA');
  assert.match(score, /^magnitude_rank, small is strong$/);
  assert.ok(rows[0].score > rows[1].score && rows[1].score > rows[2].score);
  assert.equal(rows[2].p, 0.01);
  const r = readDelimited(
    'source,target,ligand.complex,receptor.complex,aggregate_rank,cellphonedb.pvalue\na,b,X,Y_Z,0.01,0.5',
  );
  const [row] = readResults([{ name: 'r.csv', ...r }]).rows;
  assert.deepEqual([row.score, row.p, row.receptor], [2, 0.5, ['Y_Z', 'Y', 'Z']]);
});

test('CellPhoneDB: means and p values join, and the ligand sends whichever side it is on', () => {
  const { tool, rows } = readResults([
    example('cellphonedb-means.txt'),
    example('cellphonedb-pvalues.txt'),
  ]);
  assert.equal(tool, 'CellPhoneDB');
  assert.equal(rows.length, 16);
  const csf = rows.find(
    (row) => row.pair === 'CSF1 – CSF1R' && row.sender === 'Tumor cell' && row.receiver === 'TAM',
  );
  assert.deepEqual([csf.score, csf.p], [1.9, 0]); // the file says TAM|Tumor cell, CSF1R_CSF1
  const cxcl = rows.find((row) => row.pair === 'CXCL12 – CXCR4' && row.sender === 'CAF');
  assert.equal(cxcl.score, 1.4);
  const alone = readResults([example('cellphonedb-means.txt')]).rows;
  assert.ok(alone.every((row) => row.p === null && row.score > 0));
});

test('a table without the columns is refused in a line that says what it has', () => {
  const load = (text) => readResults([{ name: 'x.csv', ...readDelimited(text) }]);
  assert.throws(
    () => load('gene,cluster\nA,B'),
    /^Error: x\.csv: no column for sender, receiver, ligand, receptor; it has: gene, cluster\.$/,
  );
  assert.throws(() => load(''), /it has: nothing/);
  assert.throws(
    () => load('source,target,ligand,receptor\n'),
    /x\.csv: no row names a sender and a receiver/,
  );
});

const cells = [
  {
    id: 'tam',
    names: [
      { text: 'Tumor-associated macrophage', how: 'name' },
      { text: 'TAM', how: 'name' },
      { text: 'macrophage', how: 'Cell Ontology' },
    ],
  },
  {
    id: 'cd8',
    names: [
      { text: 'CD8+ T cell', how: 'name' },
      { text: 'CTL', how: 'synonym' },
    ],
  },
  { id: 'cd4', names: [{ text: 'CD4+ T cell', how: 'name' }] },
  {
    id: 'tumor',
    names: [
      { text: 'Tumor cell', how: 'name' },
      { text: 'cancer cell', how: 'synonym' },
    ],
  },
];

test('cells are known by name, synonym, ontology label and likeness, and else not', () => {
  const means = (name) => matchCell(name, cells);
  assert.deepEqual(means('TAM'), { id: 'tam', how: 'name' });
  assert.deepEqual(means('Macrophages'), { id: 'tam', how: 'Cell Ontology' });
  assert.deepEqual(means('CD8_T_cells'), { id: 'cd8', how: 'name' });
  assert.deepEqual(means('CD4 T'), { id: 'cd4', how: 'name' });
  assert.deepEqual(means('Cancer cells'), { id: 'tumor', how: 'synonym' });
  assert.deepEqual(means('tumour associated macrophages'), { id: 'tam', how: 'similar' });
  for (const name of ['Hepatocytes', 'cluster 7', '7', ''])
    assert.deepEqual(means(name), { id: '', how: '' }, name);
});

const known = moleculeIndex([
  { id: 'CSF1', names: ['CSF1', 'M-CSF'] },
  { id: 'CSF1R', names: ['CSF1R'] },
  { id: 'IL6', names: ['IL6', 'IL-6'] },
  { id: 'IL6R', names: ['IL6R'] },
  { id: 'IL6ST', names: ['IL6ST', 'gp130'] },
  { id: 'EGF', names: ['EGF'] },
]);
const arrows = [
  { id: 'a', from: 'tumor', to: 'tam', mediators: ['CSF1'], receptors: ['CSF1R'] },
  { id: 'b', from: 'tam', to: 'tumor', mediators: ['IL6'], receptors: ['IL6R', 'IL6ST'] },
  { id: 'c', from: 'tam', to: 'tumor', mediators: ['EGF'], receptors: [] },
];
const row = (sender, receiver, ligand, receptor, score = 1, p = 0) => ({
  sender,
  receiver,
  ligand: symbolsOf(ligand),
  receptor: symbolsOf(receptor),
  pair: '',
  score,
  p,
});
const lay = (...rows) =>
  supportArrows(rows, (name) => ({ T: 'tumor', M: 'tam' })[name] ?? '', arrows, known, 0.05);

test('rows support the arrows with their cells, ligand and receptor, by score', () => {
  const { arrows: found, rest } = lay(
    row('T', 'M', 'Csf1', 'Csf1r', 4),
    row('T', 'M', 'M-CSF', 'CSF1R', 2),
    row('M', 'T', 'IL6', 'gp130', 1),
    row('M', 'T', 'EGF', 'EGFR', 2),
  );
  assert.deepEqual(rest, []);
  assert.deepEqual(
    [...found].map(([id, one]) => [id, one.strength, one.rows.length, one.half]),
    [
      ['a', 1, 2, false],
      ['b', 0.25, 1, false],
      ['c', 0.5, 1, true],
    ],
  );
});

test('a row without an arrow says why', () => {
  const why = (...args) => lay(row(...args)).rest[0].why;
  assert.equal(why('X', 'M', 'CSF1', 'CSF1R'), 'sender is not in the figure');
  assert.equal(why('T', 'X', 'CSF1', 'CSF1R'), 'receiver is not in the figure');
  assert.equal(why('T', 'M', 'CSF1', 'CSF1R', 1, 0.2), 'p above the limit');
  assert.equal(why('T', 'T', 'CSF1', 'CSF1R'), 'no arrow between these cells');
  assert.equal(why('T', 'M', 'EGF', 'CSF1R'), 'the figure has another signal between these cells');
  assert.equal(why('T', 'M', 'CSF1', 'EGFR'), 'the figure has this signal with another receptor');
});

test('without scores every supported arrow is as strong', () => {
  const { arrows: found } = lay(
    row('T', 'M', 'CSF1', 'CSF1R', null),
    row('M', 'T', 'IL6', 'IL6R', null, null),
  );
  assert.deepEqual(
    [...found.values()].map((one) => one.strength),
    [1, 1],
  );
});
