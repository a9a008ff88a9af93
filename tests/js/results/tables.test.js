/** How tables are read, by kind: text, numbers, p values, columns, files of one run. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { textOf, kindOf, refusal } from '../../../assets/js/results/rules/file-bytes.js';
import {
  decimalMark,
  readNumber,
  readP,
  threeDigits,
} from '../../../assets/js/results/rules/table-numbers.js';
import { findP } from '../../../assets/js/results/rules/table-columns.js';
import { readTable } from '../../../assets/js/results/rules/table-text.js';
import { readBoolean } from '../../../assets/js/results/rules/cellphonedb-tables.js';
import { cellPairs } from '../../../assets/js/results/rules/cell-pairs.js';
import { laid, lines, read } from './reading.js';

const HEAD = 'source,target,ligand,receptor,prob,pval';
const ROW = 'Tumor cell,TAM,CSF1,CSF1R,0.9,0';
const GOOD = ['Tumor cell > TAM | CSF1 – CSF1R | 0.9 | 0 | supported | pt-csf1-csf1r'];
const bytes = (text, code = 'utf8') => new Uint8Array(Buffer.from(text, code));

test('the names are found below titles, comments, blank lines and sep=', () => {
  const table = `${HEAD}\n${ROW}\n`;
  for (const [name, text] of Object.entries({
    title: `Table S3. Interactions of the tumor\n\n${table}`,
    'title with commas': `Supplementary table 3,,,,,\n"CellChat, version 2",,,,,\n${table}`,
    comments: `## CellChat\n# made 2024-05-01, by hand\n${table}# end\n`,
    blanks: `\n\n ,,,,,\n\n${table}`,
    sep: `sep=,\n${table}`,
    'quoted sep': `"sep=,"\r\n${table}`,
    'carriage returns': table.replaceAll('\n', '\r'),
    'both line ends': table.replaceAll('\n', '\r\n'),
    'mark of UTF-8': `\ufeff${table}`,
    tabs: table.replaceAll(',', '\t'),
    semicolons: table.replaceAll(',', ';'),
    'blanks of R': table.replace(/[^,\n]+/g, '"$&"').replaceAll(',', ' '),
    'empty columns behind': table.replaceAll('\n', ',,\n'),
    capitals: table.replace(HEAD, HEAD.toUpperCase()),
  }))
    assert.deepEqual(lines([`${name}.csv`, text]), GOOD, name);
});

test('row names of R are passed over, numbers and words', () => {
  assert.deepEqual(lines(['x.csv', `${HEAD}\n1,${ROW}\n`]), GOOD);
  assert.deepEqual(lines(['x.txt', `${HEAD}\n"a.b_1",${ROW}\n`]), GOOD);
  assert.deepEqual(lines(['x.txt', `"",${HEAD}\n"1",${ROW}\n`]), GOOD);
  assert.deepEqual(lines(['x.txt', `X,${HEAD}\n7,${ROW}\n`]), GOOD);
});

test('a text is decoded by its mark, or by what it is', () => {
  const text = 'Zelle;größer\nα;β';
  const wide = Buffer.from(text, 'utf16le');
  assert.equal(textOf(bytes(`\ufeff${text}`)).replace('\ufeff', ''), text);
  assert.equal(textOf(new Uint8Array([0xff, 0xfe, ...wide])), text);
  assert.equal(textOf(new Uint8Array([0xfe, 0xff, ...Buffer.from(wide).swap16()])), text);
  const plain = `${HEAD}\n${ROW}`;
  assert.equal(textOf(bytes(plain, 'utf16le')), plain, 'without a mark');
  assert.equal(textOf(new Uint8Array([0x47, 0xf6, 0xdf, 0x65])), 'Göße', 'of Windows');
});

test('files that are no text are named, with what to do', () => {
  const file = (...first) => new Uint8Array([...first, 0, 0, 0]);
  assert.equal(kindOf(file(0x1f, 0x8b)), 'gzip');
  for (const [head, said] of [
    [[0xd0, 0xcf, 0x11, 0xe0], /is a workbook/],
    [[0x50, 0x4b, 3, 4], /is an archive: unpack it/],
    [[0x89, 0x48, 0x44, 0x46], /no text \(HDF5\)/],
    [[0x25, 0x50, 0x44, 0x46], /no text \(PDF\)/],
  ])
    assert.match(refusal('x', file(...head)), said);
  assert.equal(refusal('x', bytes(HEAD)), '');
});

test('numbers by the habits of their table', () => {
  const mark = (texts, separator = ',') => decimalMark(texts, separator);
  assert.equal(mark(['0,31', '1.234,5', '2']), ',');
  assert.equal(mark(['0.31', '1,234.5']), '.');
  assert.equal(mark(['1.234', '12,5'], ';'), ',');
  assert.equal(mark(['1,234', '0.5']), '.');
  assert.equal(mark(['1,234'], ';'), ',');
  assert.equal(mark(['1,234'], ','), '.');
  assert.equal(mark(['1.50E-02', '3']), '.');
  for (const [text, by, number] of [
    ['1.234', ',', 1234],
    ['1.234', '.', 1.234],
    ['1,234', '.', 1234],
    ['1.234.567,8', ',', 1234567.8],
    ['1 234,5', ',', 1234.5],
    ["1'234.5", '.', 1234.5],
    ['1,5E-03', ',', 0.0015],
    ['2.5e+1', '.', 25],
    ['−0,4', ',', -0.4],
    ['.05', '.', 0.05],
    ['5.', '.', 5],
    ['0', ',', 0],
    ['', '.', null],
    ['n/a', '.', null],
    ['1,2,3', '.', null],
    ['12,34.5', '.', null],
    ['Inf', '.', null],
    ['1.2.3', '.', null],
  ])
    assert.equal(readNumber(text, by), number, `${text} by ${by}`);
});

test('three significant digits', () => {
  const told = [1e-5, 0.00012345, 0.31, 1.9, 95.24, 1234.5, 0, 1e-12].map(threeDigits);
  assert.deepEqual(told, ['0.00001', '0.000123', '0.31', '1.9', '95.2', '1230', '0', '1e-12']);
});

test('p values as printed; what is none counts for nothing and is said', () => {
  for (const [text, p] of [
    ['0.01', 0.01],
    ['<0.001', 0.001],
    ['< 2.2e-16', 2.2e-16],
    ['p < .001', 0.001],
    ['p=0.03', 0.03],
    ['≤0.05', 0.05],
    ['0.20*', 0.2],
    ['0.001***', 0.001],
    ['1e-300', 1e-300],
    ['0', 0],
  ])
    assert.deepEqual(readP(text), { p, why: '' }, text);
  assert.equal(readP('<0,001', ',').p, 0.001);
  for (const text of [
    'n.s.',
    'ns',
    'NS',
    '>0.05',
    '',
    'NA',
    'NaN',
    '-',
    '***',
    '12',
    '-0.1',
    'yes',
  ])
    assert.ok(readP(text).p === null && readP(text).why, text);
  assert.equal(readP('3', '.', true).p, 0.001, 'minus the logarithm');
});

test('any column of p values is one, adjusted ones first; those of single genes are none', () => {
  const found = (...head) => head[findP(head).at] ?? '';
  for (const name of [
    'pval', 'p-value', 'P.Value', 'p_val', 'pvalue', 'cellphone_pvals', 'gmean_pvals', 'q', 'FDR',
    'cellphonedb.pvalue', 'p_adj', 'padj', 'adj.P.Val', 'qvalue', 'p', 'p.value', 'Pr.pval', 'p-Wert',
  ])
    assert.equal(found('source', name), name); // prettier-ignore
  assert.equal(found('pval', 'p_adj'), 'p_adj');
  for (const name of [
    'ligand.pvalues',
    'receptor.pvalues',
    'p_val_adj.lig',
    'pvalue_rank',
    'prob',
    'pair',
    'p.signif',
  ])
    assert.equal(found('source', name), '', name);
});

test('a score of p values, of nothing readable, or none at all', () => {
  const head = 'source,target,ligand,receptor';
  const none = read(['x.csv', `${head}\nTumor cell,TAM,CSF1,CSF1R\n`]);
  assert.equal(none.score, '');
  assert.equal(laid(none).scale, null);
  assert.equal(laid(none).arrows.get('pt-csf1-csf1r').strength, 1);
  const odd = read(['x.csv', `${head},prob\nTumor cell,TAM,CSF1,CSF1R,high\n`]);
  assert.deepEqual([odd.score, odd.notes], ['', ['x.csv: the column prob holds no numbers.']]);
});

for (const [name, down] of [
  ['score'],
  ['lr_means'],
  ['lr.mean'],
  ['lr_probs'],
  ['lr_gmeans'],
  ['lrscore'],
  ['LRscore'],
  ['expr_prod'],
  ['scaled_weight'],
  ['spec_weight'],
  ['lr_logfc'],
  ['inter_score'],
  ['edge_specificity'],
  ['prod_weight'],
  ['weight_sc'],
  ['logfc_comb'],
  ['crosstalk_score'],
  ['prioritization_score'],
  ['sca.LRscore'],
  ['magnitude_rank', true],
  ['specificity_rank', true],
  ['aggregate_rank', true],
  ['mean_rank', true],
])
  // prettier-ignore
  test(`score ${name}: ${down ? 'small' : 'large'} is strong`, () => {
    const rows = 'Tumor cell,TAM,CSF1,CSF1R,0.1\nTAM,Tumor cell,EGF,EGFR,0.9\n';
    const table = read(['x.csv', `source,target,ligand_complex,receptor_complex,${name}\n${rows}`]);
    const strength = (id) => laid(table).arrows.get(id).strength;
    assert.equal(table.score, down ? `${name}, small is strong` : name);
    assert.equal(strength('pt-csf1-csf1r') > strength('pt-egf-egfr'), Boolean(down));
  });

test('booleans of many languages; another word is refused', () => {
  for (const word of ['True', 'TRUE', 'T', '1', '1.0', 'WAHR', 'VRAI', 'VERDADERO', 'yes', 'WAAR'])
    assert.equal(readBoolean(word), true, word);
  for (const word of ['False', 'F', '0', 'FALSCH', 'FAUX', 'FALSO', 'no', ''])
    assert.equal(readBoolean(word), false, word);
  assert.equal(readBoolean('maybe'), null);
});

test('a bar in the name of a cell', () => {
  const pairs = (...names) =>
    cellPairs(['gene', ...names.flatMap((a) => names.map((b) => `${a}|${b}`))]).map(({ a, b }) => [
      a,
      b,
    ]);
  const all = (...names) => names.flatMap((a) => names.map((b) => [a, b]));
  assert.deepEqual(pairs('T', 'M'), all('T', 'M'));
  assert.deepEqual(pairs('CAF|myo', 'T', 'CAF|i'), all('CAF|myo', 'T', 'CAF|i'));
  assert.deepEqual(pairs('A|1', 'B|2', 'C|3'), all('A|1', 'B|2', 'C|3'));
  assert.deepEqual(cellPairs(['x|y|z'])[0].a, '', 'one column alone says nothing');
});

test('rows with more fields than columns and rows without names are not read, and said', () => {
  const odd = ['Tumor cell,TAM,CSF1,CSF1R,0,31,0,001', ROW];
  const text = [HEAD, ...odd, ',TAM,CSF1,CSF1R,1,0', 'Tumor cell,TAM,,CSF1R,1,0'].join('\n');
  const rows = lines(['x.csv', text]).map((line) => line.split(' | ').slice(4).join(' | '));
  assert.deepEqual(rows, [
    'unread | 8 fields for 6 columns; a decimal comma without quotes?',
    'supported | pt-csf1-csf1r',
    'unread | no sender',
    'unread | a ligand or receptor is missing',
  ]);
});

test('quotes, line ends and commas within fields', () => {
  const { head, rows } = readTable('source,"tar ""g""",ligand\r\n1,"2,\n3",\r\n\r\n4,5\n');
  assert.deepEqual(head, ['source', 'tar "g"', 'ligand']);
  assert.deepEqual(rows, [
    ['1', '2,\n3', ''],
    ['4', '5', ''],
  ]);
  assert.deepEqual(readTable('').head, []);
  assert.deepEqual(readTable('source,target,ligand\n"never closed').rows, [
    ['never closed', '', ''],
  ]);
});
