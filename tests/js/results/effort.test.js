/** How long a table of results takes, in seconds of the processor. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { seeded } from '../support.js';
import { laid, read } from './reading.js';

const CELLS = ['Tumor cell', 'TAM', 'CD8+ T cell'];
const GENES = ['CSF1', 'EGF', 'CXCL12', 'TGFB1', 'IL10', 'VEGFA', 'CCL2', 'SPP1', 'FN1', 'MIF'];
const RECEPTORS = ['CSF1R', 'EGFR', 'CXCR4', 'TGFBR1_TGFBR2', 'IL10RA', 'ITGAV_ITGB3', 'CD44'];

const seconds = (work) => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

test('a LIANA table of 500 rows and 3 cell types is laid on the figure in less than 3 s', () => {
  const random = seeded(3);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const rows = Array.from({ length: 500 }, () =>
    [pick(CELLS), pick(CELLS), pick(GENES), pick(RECEPTORS), random(), random()].join(','),
  );
  const head = 'source,target,ligand_complex,receptor_complex,magnitude_rank,specificity_rank';
  let verdicts = [];
  const spent = seconds(() => {
    verdicts = laid(read(['liana.csv', [head, ...rows, ''].join('\n')])).verdicts;
  });
  assert.equal(verdicts.length, 500);
  assert.ok(verdicts.some(({ verdict }) => verdict === 'supported'));
  assert.ok(spent < 3, `${spent} s`);
});
