/** Files as people have them (cases/): the rows that are read, and what becomes of each. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { kindOf, refusal } from '../../../assets/js/results/rules/file-bytes.js';
import { bytesOf, laid, lines, read } from './reading.js';

const REVERSED = 'reversed | the figure has it from the receiver to the sender';
const ELSEWHERE = 'elsewhere | the figure has this pair between other cells';
const P = 'p | p above the limit';

// One table of CellChat, saved in many ways.
const EIGHT = [
  'Tumor cells > Macrophages (TAM) | CSF1 – CSF1R | 0.31 | 0 | supported | pt-csf1-csf1r',
  'Macrophages (TAM) > Tumor cells | EGF – EGFR | 0.12 | 0.01 | supported | pt-egf-egfr',
  'CAFs > Tumor cells | CXCL12 – CXCR4 | 0.22 | 0 | supported | pt-cxcl12-cxcr4',
  'CAFs > Tumor cells | HGF – MET | 0.05 | 0.02 | supported | pt-hgf-met',
  'CAFs > Tumor cells | TGFB1 – TGFbR1_R2 | 0.17 | 0 | supported | pt-caf-tgfb',
  `Tumor cells > Macrophages (TAM) | CCL2 – CCR2 | 0.08 | 0.2 | ${P}`,
  'CAFs > Schwann cells | NRG1 – ERBB3 | 0.09 | 0 | absent | receiver is not in the figure',
  'Macrophages (TAM) > Tumor cells | SPP1 – CD44 | 0.4 | 0 | absent | the figure has another signal between these cells',
];

const MEANS = [
  'Tumor cell > TAM | CSF1 – CSF1R | 1.9 | - | supported | pt-csf1-csf1r',
  `TAM > Tumor cell | CSF1 – CSF1R | 0.2 | - | ${REVERSED}`,
  `Tumor cell > TAM | EGF – EGFR | 0.1 | - | ${REVERSED}`,
  'TAM > Tumor cell | EGF – EGFR | 0.8 | - | supported | pt-egf-egfr',
];

const PVALUES = [
  'Tumor cell > TAM | CSF1 – CSF1R | - | 0 | supported | pt-csf1-csf1r',
  `TAM > Tumor cell | CSF1 – CSF1R | - | 1 | ${P}`,
  `Tumor cell > TAM | EGF – EGFR | - | 1 | ${P}`,
  `TAM > Tumor cell | EGF – EGFR | - | 1 | ${P}`,
];

const ONE = ['Tumor cell > TAM | CSF1 – CSF1R | 0.9 | 0 | supported | pt-csf1-csf1r'];
const TURNED = ['Tumor cell > TAM | CSF1 – CSF1R | 1.9 | - | supported | pt-csf1-csf1r'];
const EGF_OUT = `TAM > Tumor cell | EGF – EGFR | 0.1 | 0.6 | ${P}`;

const sheet = (name, what) => `unread | ${name} looks like a ${what} made by a spreadsheet`;
const unknown = (row, end) => `${row} | absent | ${end} is not in the figure`;
const similar = (row) => `${row} | absent | cell name is only similar to one of the figure`;

const CASES = {
  'cellchat-german-excel.csv': EIGHT,
  'cellchat-mac-line-ends.csv': EIGHT,
  'cellchat-sep-line.csv': EIGHT,
  'cellchat-unicode-text.txt': EIGHT,
  'cellchat-write-table-tab.txt': EIGHT,
  'cpdb-means.txt': MEANS,
  'cpdb-Pvalb_means.txt': MEANS,
  'cpdb-p-values.txt': PVALUES,
  'cpdb-pvalues.txt': PVALUES,
  'cpdb-P values.txt': PVALUES,
  'cpdb-booleans-R.csv': TURNED,
  'cpdb-booleans-german.csv': TURNED,
  'cpdb-booleans-one-zero.csv': TURNED,
  'table-blank-first-lines.csv': ONE,
  'table-comment-line.csv': ONE,
  'cellchat-excel-dates.csv': [
    `Tumor cell > TAM | 2-Sep – CSF1R | 0.1 | 0 | ${sheet('2-Sep', 'date')}`,
    `Tumor cell > TAM | 2023-03-01 – CSF1R | 0.2 | 0 | ${sheet('2023-03-01', 'date')}`,
    `Tumor cell > TAM | 1-Dec – CSF1R | 0.2 | 0 | ${sheet('1-Dec', 'date')}`,
    'Tumor cell > TAM | CSF1 – CSF1R | 0.00001 | 0 | supported | pt-csf1-csf1r',
    `Tumor cell > TAM | 2.31E+13 – CSF1R | 0.3 | 0 | ${sheet('2.31E+13', 'number')}`,
  ],
  'cellchat-tgfb.csv': [
    'CAF > Tumor cell | TGFB1 – TGFbR1_R2 | 0.12 | 0 | supported | pt-caf-tgfb',
    'CAF > Tumor cell | TGFB1 – ACVR1B_TGFbR2 | 0.11 | 0 | supported | pt-caf-tgfb',
    `TAM > CAF | PDGFB – PDGFR_complex | 0.05 | 0 | ${ELSEWHERE}`,
    `CAF > TAM | IL6 – IL6R_IL6ST | 0.02 | 0.01 | ${ELSEWHERE}`,
    `TAM > Tumor cell | PGE2-PTGES3 – PTGER4 | 0.02 | 0.01 | ${ELSEWHERE}`,
  ],
  'cpdb-cellxgene-14-types.txt': [
    'fibroblast > malignant cell | CXCL12 – CXCR4 | 1.9 | - | supported | pt-cxcl12-cxcr4',
    'malignant cell > CD8-positive, alpha-beta T cell | CD274 – PDCD1 | 0.5 | - | supported | pt-pdl1-pd1',
  ],
  'cpdb-pipe-in-name.txt': [
    'Tumor cell > TAM | CSF1 – CSF1R | 1.9 | - | supported | pt-csf1-csf1r',
    'CAF|myo > Tumor cell | CXCL12 – CXCR4 | 1.4 | - | supported | pt-cxcl12-cxcr4',
  ],
  'ensembl-ids.csv': [
    'Tumor cell > TAM | ENSG00000184371 – ENSG00000182578 | 0.9 | 0 | unread | ENSG00000184371 is an Ensembl id, no symbol',
  ],
  'liana-lr-probs.csv': [
    `CAF > Tumor cell | CXCL12 – CXCR4 | 0.01 | 0.9 | ${P}`,
    `CAF > Tumor cell | IL6 – IL6R | 0.02 | 0.5 | ${P}`,
    'CAF > Tumor cell | HGF – MET | 0.9 | 0 | supported | pt-hgf-met',
  ],
  'liana-py-cellchat-method.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 0.2 | 0 | supported | pt-csf1-csf1r',
    `TAM > Tumor cell | EGF – EGFR | 0.01 | 0.6 | ${P}`,
  ],
  'liana-py-geometric-mean.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 1.2 | 0 | supported | pt-csf1-csf1r',
    EGF_OUT,
  ],
  'liana-py-geometric-mean-top.csv': [
    EGF_OUT,
    'Tumor cell > TAM | CSF1 – CSF1R | 1.2 | 0 | supported | pt-csf1-csf1r',
  ],
  'liana-r-cellphonedb-method.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 1.5 | 0 | supported | pt-csf1-csf1r',
    `TAM > Tumor cell | EGF – EGFR | 0.3 | 0.2 | ${P}`,
    'CAF > Tumor cell | CXCL12 – CXCR4 | 0.4 | 0.001 | supported | pt-cxcl12-cxcr4',
  ],
  'names-lookalike.csv': [
    unknown('Tumor cell > Epithelial cells | VEGFA – KDR | 0.2 | 0', 'receiver'),
    unknown('Non-malignant > TAM | CSF1 – CSF1R | 0.3 | 0', 'sender'),
    unknown('NKT cells > Circulating tumor cell | PRF1 | 0.1 | 0', 'sender'),
    unknown('TAM > Non-tumor cells | EGF – EGFR | 0.2 | 0', 'receiver'),
    unknown('Th17 cells > TAM | IFNG – IFNGR1 | 0.1 | 0', 'sender'),
    unknown('Osteocytes > Tumor cell | KITLG – KIT | 0.1 | 0', 'sender'),
    similar('Monocytes > Osteoblasts | TNFSF11 – TNFRSF11A | 0.1 | 0'),
    similar('Osteoblasts > Monocytes | TNFSF11 – TNFRSF11A | 0.1 | 0'),
  ],
  'overlay-decimal-comma.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 0.31 | 0.001 | supported | pt-csf1-csf1r',
    `CAF > Tumor cell | CXCL12 – CXCR4 | 0.22 | 0.2 | ${P}`,
  ],
  'pvalues-as-printed.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 0.9 | 0.001 | supported | pt-csf1-csf1r',
    'TAM > Tumor cell | EGF – EGFR | 0.8 | - | p | p is “n.s.”: not significant',
    `CAF > Tumor cell | CXCL12 – CXCR4 | 1234.5 | 0.2 | ${P}`,
  ],
  'score-thousands.csv': [
    'Tumor cell > TAM | CSF1 – CSF1R | 1234.5 | 0.001 | supported | pt-csf1-csf1r',
    `TAM > Tumor cell | EGF – EGFR | 12.5 | 0.8 | ${P}`,
  ],
  'statistical_analysis_interaction_scores.txt': [
    'Tumor cell > TAM | CSF1 – CSF1R | 95.2 | - | supported | pt-csf1-csf1r',
    `TAM > Tumor cell | CSF1 – CSF1R | 3.1 | - | ${REVERSED}`,
    'TAM > Tumor cell | EGF – EGFR | 44 | - | supported | pt-egf-egfr',
  ],
};

for (const [name, wanted] of Object.entries(CASES))
  test(name, () => assert.deepEqual(lines(name), wanted));

test('complexes are named by their own columns, and nothing is invented of their parts', () => {
  const { rows, score } = read('cpdb-complex.txt');
  assert.equal(score, 'mean');
  const pairs = new Set(rows.map(({ pair }) => pair));
  assert.ok([...pairs].includes('CDH1 – integrin_a2b1_complex'));
});

test('p values alone are p values: most are 1 and count for nothing', () => {
  const table = read('cpdb-pvalues-head.txt');
  assert.deepEqual([table.score, table.p], ['', 'cpdb-pvalues-head.txt']);
  const { verdicts } = laid(table);
  assert.ok(verdicts.every(({ row, verdict }) => row.p <= 0.05 || verdict !== 'supported'));
});

test('scores are called what they are, and "no score" is said', () => {
  assert.equal(read('statistical_analysis_interaction_scores.txt').score, 'interaction score');
  assert.equal(read('liana-py-geometric-mean.csv').score, 'lr_gmeans');
  assert.equal(read('liana-r-cellphonedb-method.csv').score, 'lr.mean');
  assert.equal(laid(read('cpdb-pvalues.txt')).scale, null);
});

test('a workbook named .csv is told, with what to do', () => {
  const bytes = bytesOf('results-really-xlsx.csv');
  assert.equal(kindOf(bytes), 'zip');
  assert.match(
    refusal('x.csv', bytes),
    /^x\.csv is a workbook: save its sheet as CSV .* --overlay x\.csv\.$/,
  );
});

test('means of single genes are no result', () =>
  assert.throws(
    () => read('cpdb-deconvoluted.txt'),
    /^Error: cpdb-deconvoluted\.txt: means of single genes, not of pairs$/,
  ));
