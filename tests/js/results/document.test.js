/** docs/overlay.md: every row of its tables is read as it says. */
import test from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { VERDICTS } from '../../../assets/js/results/rules/results-matching.js';
import { laid, read } from './reading.js';

const text = fs.readFileSync(path.join(import.meta.dirname, '../../../docs/overlay.md'), 'utf8');

/** Rows of the table whose head begins with a word, each as its cells. */
const table = (first) =>
  text
    .split('\n\n')
    .find((part) => part.startsWith(`| ${first}`))
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const codes = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

for (const [name, cells, molecules, score, p] of table('table')) {
  test(`${name}: its columns are read`, () => {
    const [strong, ...weaker] = codes(score);
    const [sure] = codes(p);
    const more = [strong, ...weaker, ...(sure ? [sure] : [])];
    const head = [...codes(cells), ...codes(molecules).slice(0, 2), ...more.toReversed()];
    const row = (at) => more.map((column) => (column === sure ? 0.01 : at)).toReversed();
    const made = read([
      'x.csv',
      [
        head,
        ['Tumor cell', 'TAM', 'CSF1', 'CSF1R', ...row(0.3)],
        ['TAM', 'Tumor cell', 'EGF', 'EGFR', ...row(0.6)],
      ]
        .map((line) => line.join(','))
        .join('\n'),
    ]);
    const small = score.includes('small is strong');
    assert.equal(made.score, small ? `${strong}, small is strong` : strong);
    assert.equal(made.p, sure ?? '');
    const { arrows } = laid(made);
    const strength = (id) => arrows.get(id).strength;
    assert.equal(strength('pt-csf1-csf1r') > strength('pt-egf-egfr'), small);
  });
}

const HEAD = 'id_cp_interaction\tinteracting_pair\tgene_a\tgene_b\treceptor_a\treceptor_b';
const file = (name, value) => [
  name,
  `${HEAD}${name.startsWith('significant') ? '\trank' : ''}\tTumor cell|TAM\n` +
    `CPI-1\tCSF1_CSF1R\tCSF1\tCSF1R\tFalse\tTrue${name.startsWith('significant') ? '\t0.1' : ''}\t${value}\n`,
];

for (const [name, what] of table('file')) {
  const [code] = codes(name);
  test(`${code}: ${what}`, () => {
    if (what === 'nothing') {
      const head = code.startsWith('decon') ? 'gene_name\tuniprot\tcomplex_name\tTAM\n' : HEAD;
      const { rows, passed } = read(file('means.txt', 2), [code, head]);
      assert.equal(rows.length, 1);
      assert.ok(passed[0].startsWith(`${code}: `), passed[0]);
      return;
    }
    const one = (value) => laid(read(file('statistical_analysis_means.txt', 2), file(code, value)));
    if (/does not count|p value/.test(what)) {
      const [good, bad] = /p value/.test(what)
        ? [0.01, 0.9]
        : [1.5, code.startsWith('rel') ? 0 : ''];
      assert.equal(one(code.startsWith('rel') ? 1 : good).verdicts[0].verdict, 'supported');
      assert.equal(one(bad).verdicts[0].verdict, 'p');
    }
    if (what.startsWith('the score')) {
      const alone = read(file(code, 1.5));
      assert.equal(alone.rows[0].told, 1.5);
      assert.match(alone.score, code.startsWith('interaction') ? /^interaction score$/ : /^mean$/);
    }
  });
}

test('every verdict is explained', () =>
  assert.deepEqual(
    table('verdict').map(([name]) => name),
    Object.values(VERDICTS),
  ));
