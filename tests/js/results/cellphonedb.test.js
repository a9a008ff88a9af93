/** Files of a run of CellPhoneDB, together and alone, by name and by content. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { lines, read } from './reading.js';

const NAMES = [
  'id_cp_interaction', 'interacting_pair', 'partner_a', 'partner_b', 'gene_a', 'gene_b', 'secreted',
  'receptor_a', 'receptor_b', 'annotation_strategy', 'is_integrin',
]; // prettier-ignore
const V5 = [...NAMES, 'directionality', 'classification'];

/** A file: rows of genes and numbers for Tumor|TAM and TAM|Tumor; facts differ from a ligand's. */
function file(name, rows, { head = V5, rank = /signif/.test(name), ...facts } = {}) {
  const fact = (a, b) => ({
    id_cp_interaction: `CPI-${a}`, interacting_pair: `${a}_${b}`, partner_a: 'simple:P1',
    partner_b: 'simple:P2', gene_a: a, gene_b: b, secreted: 'True', receptor_a: 'False', receptor_b: 'True',
    annotation_strategy: 'curated', is_integrin: 'False', directionality: 'Ligand-Receptor',
    classification: 'x', ...facts,
  }); // prettier-ignore
  const line = ([a, b, ...numbers]) =>
    [...head.map((column) => fact(a, b)[column]), ...(rank ? ['0.1'] : []), ...numbers].join('\t');
  const top = [...head, ...(rank ? ['rank'] : []), 'Tumor|TAM', 'TAM|Tumor'];
  return [name, [top.join('\t'), ...rows.map(line)].join('\n')];
}

const means = [['CSF1', 'CSF1R', 1.9, 0.2], ['EGF', 'EGFR', 0.1, 0.8]]; // prettier-ignore
const pvalues = [['CSF1', 'CSF1R', '0.0', '1.0'], ['EGF', 'EGFR', '1.0', '0.04']]; // prettier-ignore
const short = (...files) =>
  lines(...files).map((line) => {
    const [, pair, score, p, verdict, why] = line.split(' | ');
    return `${pair.split(' ')[0]} ${score} ${p} ${verdict}${verdict === 'p' ? ` ${why}` : ''}`;
  });

const BOTH = [
  'CSF1 1.9 0 supported',
  'CSF1 0.2 1 p p above the limit',
  'EGF 0.1 1 p p above the limit',
  'EGF 0.8 0.04 supported',
];

for (const [one, two] of [
  ['means.txt', 'pvalues.txt'],
  ['statistical_analysis_means_07_12_2023.txt', 'statistical_analysis_pvalues_07_12_2023.txt'],
  ['out means.csv', 'out P-Values.csv'],
  ['a.txt', 'b.txt'],
  ['run1 (1).txt', 'run1 (2).txt'],
  ['x_pvals.txt', 'x_means.txt'],
])
  test(`${one} with the means, ${two} with the p values`, () => {
    // The last has its names exchanged: the numbers above 1 are no p values.
    assert.deepEqual(short(file(one, means), file(two, pvalues)), BOTH);
    assert.deepEqual(short(file(two, pvalues), file(one, means)).toSorted(), BOTH.toSorted());
  });

test('the columns of versions 2 to 5', () => {
  for (const head of [NAMES, V5, NAMES.filter((name) => name !== 'annotation_strategy')])
    assert.deepEqual(
      short(file('means.txt', means, { head }), file('pvalues.txt', pvalues, { head })),
      BOTH,
    );
});

test('p values alone, whatever the file is called', () => {
  for (const name of ['pvalues.txt', 'P values.txt', 'run1.txt', 'means.txt'])
    assert.deepEqual(short(file(name, pvalues)), [
      'CSF1 - 0 supported',
      'CSF1 - 1 p p above the limit',
      'EGF - 1 p p above the limit',
      'EGF - 0.04 supported',
    ]);
  assert.deepEqual(read(file('means.txt', pvalues)).notes, [
    'means.txt: its numbers are p values.',
  ]);
  assert.deepEqual(read(file('pvalues.txt', means)).notes, [
    'pvalues.txt: its numbers are no p values, as some are above 1.',
  ]);
  assert.equal(read(file('Pvalb_means.txt', means)).score, 'mean');
});

test('numbers that could be either are refused, not guessed', () => {
  const either = [['CSF1', 'CSF1R', 0, 1]];
  assert.throws(
    () => read(file('run1.txt', either)),
    /may be means, p values or marks of relevance/,
  );
  assert.throws(
    () => read(file('run1.txt', [['CSF1', 'CSF1R', 0.3, 0.01]])),
    /let the name of the file say it/,
  );
});

test('relevant interactions, significant means and scores', () => {
  const marks = [['CSF1', 'CSF1R', 1, 0], ['EGF', 'EGFR', 0, 1]]; // prettier-ignore
  assert.deepEqual(short(file('degs_analysis_relevant_interactions.txt', marks)), [
    'CSF1 - - supported',
    'CSF1 - - p not in relevant_interactions',
    'EGF - - p not in relevant_interactions',
    'EGF - - supported',
  ]);
  const few = [['CSF1', 'CSF1R', 1.9, ''], ['EGF', 'EGFR', '', '']]; // prettier-ignore
  const left = ['CSF1 1.9 - supported', 'CSF1 0.2 - p not in significant_means'];
  assert.deepEqual(short(file('significant_means.txt', few)), left.slice(0, 1));
  assert.deepEqual(
    short(file('means.txt', means), file('significant_means.txt', few)).slice(0, 2),
    left,
  );
  const scores = [['CSF1', 'CSF1R', 95.2, 0]];
  assert.deepEqual(short(file('interaction_scores.txt', scores)), ['CSF1 95.2 - supported']);
  assert.equal(read(file('interaction_scores.txt', scores)).score, 'interaction score');
  assert.equal(
    read(file('interaction_scores.txt', scores), file('means.txt', means)).score,
    'mean',
  );
});

test('a whole folder: each file for what it holds, the others named', () => {
  const scores = [['CSF1', 'CSF1R', 95.2, 0]];
  const { rows, passed } = read(
    file('means.txt', means),
    file('pvalues.txt', pvalues),
    file('significant_means.txt', [['CSF1', 'CSF1R', 1.9, '']]),
    file('interaction_scores.txt', scores),
    ['deconvoluted.txt', 'gene_name\tuniprot\tis_complex\tcomplex_name\nA\tB\tC\tD'],
    ['deconvoluted_percents.txt', 'gene_name\tuniprot\tis_complex\tcomplex_name\nA\tB\tC\tD'],
    file('CellSign_active_interactions.txt', [['CSF1', 'CSF1R', 'STAT3', '']]),
    ['log.txt', 'done in 3 s'],
    ['empty.csv', ''],
  );
  assert.equal(rows.length, 4);
  assert.deepEqual(
    passed.map((line) => line.split(':')[0]),
    ['deconvoluted.txt', 'deconvoluted_percents.txt', 'CellSign_active_interactions.txt', 'log.txt', 'empty.csv'],
  ); // prettier-ignore
});

test('the receptor receives on whichever side it stands, in any language; other words are refused', () => {
  for (const [yes, no] of [
    ['True', 'False'],
    ['WAHR', 'FALSCH'],
    ['T', 'F'],
    ['1', '0'],
    ['VRAI', 'FAUX'],
  ]) {
    const turned = { receptor_a: yes, receptor_b: no };
    assert.deepEqual(lines(file('means.txt', [['CSF1R', 'CSF1', '', 1.9]], turned)), [
      'Tumor > TAM | CSF1 – CSF1R | 1.9 | - | supported | pt-csf1-csf1r',
    ]); // prettier-ignore
  }
  assert.throws(
    () => read(file('means.txt', means, { receptor_a: 'maybe' })),
    /^Error: means\.txt: “maybe” in receptor_a is neither true nor false\.$/,
  );
});

test('two cells that hold each other have no sender', () => {
  const held = {
    is_integrin: 'True',
    receptor_b: 'False',
    directionality: 'Adhesion-Adhesion',
    partner_b: 'complex:integrin_aVb5_complex',
  };
  const pair = [['X1', '', 1.5, 0.4]];
  const [name, text] = file('means.txt', pair, held);
  const found = lines([name, text.replaceAll('TAM', 'Kupffer cells')]);
  assert.match(found[0], /\| reversed \|/);
  assert.match(found[1], /supported \| x-exosome-avb5-kupffer/);
});
