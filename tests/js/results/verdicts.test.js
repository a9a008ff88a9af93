/** What becomes of a row on the metastatic cascade, and what ligands and receptors are called. */
import test from 'node:test';
import assert from 'node:assert/strict';
import { noSymbol, symbolsOf } from '../../../assets/js/results/rules/molecule-names.js';
import { VERDICTS } from '../../../assets/js/results/rules/results-matching.js';
import { verdictCsv } from '../../../assets/js/results/verdict-csv.js';
import { laid, read } from './reading.js';

const table = (...rows) =>
  read(['x.csv', ['source,target,ligand,receptor,prob,pval', ...rows].join('\n')]);

/** 'supported pt-csf1-csf1r' of a row 'Tumor > TAM: CSF1 > CSF1R'. */
function verdict(row, more = '1,0') {
  const [, from, to, ligand, receptor] = /^(.*) > (.*): (.*) > (.*)$/.exec(row);
  const quoted = [from, to, ligand, receptor].map((cell) => `"${cell}"`);
  const [one] = laid(table(`${quoted},${more}`)).verdicts;
  return `${one.verdict} ${one.arrows.join(' ')}`.trim();
}

const CASES = {
  'Tumor > TAM: CSF1 > CSF1R': 'supported pt-csf1-csf1r',
  'TAM > Tumor: CSF1 > CSF1R': 'reversed pt-csf1-csf1r',
  'Tumor > TAM: CSF1R > CSF1': 'reversed pt-csf1-csf1r',
  'CAF > TAM: CSF1 > CSF1R': 'elsewhere c-lung-flt1-csf1 pt-csf1-csf1r',
  'Tumor > TAM: CSF1 > KIT': 'receptor pt-csf1-csf1r',
  'Tumor > TAM: WNT1 > FZD1': 'absent',
  'Tumor > Goblet: CSF1 > CSF1R': 'absent',
  'Monocytes > TAM: CSF1 > CSF1R': 'absent',
  'Tumor > TAM: 2-Sep > CSF1R': 'unread',
  'Tumor > TAM: CSF1 > ENSG00000182578': 'unread',
  // of a mouse, by other names, with spaces
  'Tumor > TAM: Csf1 > Csf1r': 'supported pt-csf1-csf1r',
  'Tumor > TAM: M-CSF > c-FMS': 'supported pt-csf1-csf1r',
  'CAF > Tumor: SDF-1 > Cxcr4': 'supported pt-cxcl12-cxcr4',
  // complexes
  'CAF > Tumor: TGFB1 > TGFbR1_R2': 'supported pt-caf-tgfb',
  'CAF > Tumor: TGFB1 > TGFBR1_TGFBR2': 'supported pt-caf-tgfb',
  'CAF > Tumor: TGFB1 > complex:TGFbeta_receptor1': 'supported pt-caf-tgfb',
  'CAF > Tumor: TGFB1 > (TGFBR1+TGFBR2)': 'supported pt-caf-tgfb',
  'CAF > Tumor: Tgfb1 > Tgfbr1_Tgfbr2': 'supported pt-caf-tgfb',
  'CAF > Tumor: IL6 > IL6_receptor': 'supported pt-caf-il6',
  'CAF > Tumor: IL6 > IL6R:IL6ST': 'supported pt-caf-il6',
  // an integrin is both its chains
  'Tumor > Kupffer: integrin_aVb5_complex > X1': 'supported x-exosome-avb5-kupffer',
  'Tumor > Kupffer: ITGAV_ITGB5 > X1': 'supported x-exosome-avb5-kupffer',
  'Tumor > Kupffer: ITGAV_ITGB3 > X1': 'absent',
  'Tumor > Kupffer: integrin_aVb3_complex > X1': 'absent',
  // small molecules by what makes them
  'Tumor > NK: ProstaglandinE2_byPTGES3 > PTGER4': 'supported pt-pge2-nk',
  'Tumor > NK: PGE2-PTGES3 > PTGER4': 'supported pt-pge2-nk',
  'Tumor > NK: Prostaglandin E2 > PTGER4': 'supported pt-pge2-nk',
  'Tumor > TAM: CSF1_byNT5E_and_SLC29A1 > CSF1R': 'supported pt-csf1-csf1r',
};

for (const [row, wanted] of Object.entries(CASES))
  test(row, () => assert.equal(verdict(row), wanted));

test('p above the limit, missing and unreadable count for nothing', () => {
  const row = 'Tumor > TAM: CSF1 > CSF1R';
  for (const p of ['0.2', '', 'NA', 'n.s.', '>0.05', '1.5'])
    assert.equal(verdict(row, `1,${p}`), 'p', p);
  for (const p of ['0.05', '<0.001', '0', '5e-300'])
    assert.equal(verdict(row, `1,${p}`), 'supported pt-csf1-csf1r', p);
  assert.equal(laid(table('Tumor,TAM,CSF1,CSF1R,1,0.2'), 0.5).arrows.size, 1);
});

test('parts of complexes stand apart, and nothing is made up of what is no part', () => {
  assert.deepEqual(symbolsOf('IL6R_IL6ST'), ['IL6R_IL6ST', 'IL6R', 'IL6ST']);
  assert.deepEqual(symbolsOf('TGFbR1_R2').slice(1), ['TGFbR1', 'TGFbR2']);
  assert.deepEqual(symbolsOf('ACVR1B_TGFbR2').slice(1), ['ACVR1B', 'TGFbR2']);
  assert.deepEqual(symbolsOf('complex:integrin_a4b1_complex').slice(1), ['ITGA4', 'ITGB1']);
  assert.deepEqual(symbolsOf('integrin_a2Bb3_complex').slice(1), ['ITGA2B', 'ITGB3']);
  assert.deepEqual(symbolsOf('a10b1 complex').slice(1), ['ITGA10', 'ITGB1']);
  assert.deepEqual(symbolsOf('PDGFR_complex').slice(1), ['PDGFRA', 'PDGFRB']);
  assert.deepEqual(symbolsOf('HLA-A'), ['HLA-A']);
  for (const name of ['Adenosine_byNT5E_and_SLC29A1', 'GABA_byGAD1_and_SLC6A6'])
    for (const part of ['and', 'byNT5E', 'SLC29A1', 'NT5E', 'SLC6A6', 'GAD1'])
      assert.ok(!symbolsOf(name).includes(part), `${part} of ${name}`);
});

test('what is no symbol is told', () => {
  for (const [name, said] of [
    ['2-Sep', /date/], ['1-Mar', /date/], ['Sep-02', /date/], ['2. Sep', /date/], ['1. Mrz', /date/],
    ['01.03.2023', /date/], ['3/1/2023', /date/], ['2023-03-01', /date/], ['1-Okt', /date/], ['1-déc', /date/],
    ['2023-03-01 00:00:00', /date/], ['2.31E+13', /number made/], ['1,00E+09', /number made/],
    ['#N/A', /number made/], ['44256', /is a number/], ['1435', /is a number/],
    ['ENSG00000184371', /Ensembl/], ['ENSMUSG00000014599.5', /Ensembl/], ['ENST00000369802', /Ensembl/],
    ['P09603', /UniProt/], ['simple:Q9UQ90', /UniProt/], ['A0A024R1R8', /UniProt/], ['HGNC:2432', /HGNC/],
    ['NM_000757.6', /RefSeq/], ['', /missing/], ['NA', /missing/],
  ])
    assert.match(noSymbol(name), said, name); // prettier-ignore
  for (const name of [
    'CSF1', 'MARCH1', 'SEPT2', 'SEPTIN2', 'DEC1', 'OCT4', 'P2RY12', 'P2RX7', 'H2AC11', 'H2-K1', 'C5AR1', 'CD8A',
    'B2M', 'Q9', 'HLA-A', 'NKX2-5', 'MAR1', 'JUN', 'MAY', 'APR', 'IL1B', 'S100A8', 'C1QA', 'O15',
  ])
    assert.equal(noSymbol(name), '', name); // prettier-ignore
});

test('200,000 rows on one arrow', () => {
  const row = (_, at) => `Tumor,TAM,CSF1,CSF1R,0.${at % 1000},0\n`;
  const rows = Array.from({ length: 200_000 }, row).join('');
  const { arrows, verdicts, scale } = laid(table(rows));
  assert.equal(verdicts.length, 200_000);
  assert.equal(arrows.get('pt-csf1-csf1r').rows.length, 200_000);
  assert.equal(scale.most, 0.999);
});

test('widths go by score; scores below zero and none are the thinnest', () => {
  const { arrows, scale } = laid(
    table('Tumor,TAM,CSF1,CSF1R,4,0', 'TAM,Tumor,EGF,EGFR,1,0', 'CAF,Tumor,HGF,MET,-2,0', 'CAF,Tumor,CXCL12,CXCR4,,0'),
  ); // prettier-ignore
  const strength = (id) => arrows.get(id).strength;
  assert.deepEqual(
    ['pt-csf1-csf1r', 'pt-egf-egfr', 'pt-hgf-met', 'pt-cxcl12-cxcr4'].map(strength),
    [1, 0.25, 0.05, 0.05],
  );
  assert.deepEqual(scale, { least: -2, most: 4 });
});

test('the download has every row, its verdict, its reason and its arrows', () => {
  const rows = Object.keys(CASES).map((row) => row.replace(/ > |: /g, ',') + ',1,0');
  const { verdicts } = laid(table(...rows));
  const claims = new Proxy({}, { get: (_, id) => ({ claim: `claim of ${String(id)}` }) });
  const lines = verdictCsv(verdicts, claims).trim().split('\r\n');
  assert.equal(lines.length, rows.length + 1);
  assert.match(lines[0], /file,line,sender,receiver,ligand – receptor,score,p,verdict,why,arrows/);
  assert.match(lines[1], /x\.csv,2,Tumor,TAM,CSF1 – CSF1R,1,0,Supported,,pt-csf1-csf1r,claim of/);
  const used = ['supported', 'reversed', 'elsewhere', 'receptor', 'absent', 'unread'];
  for (const key of used)
    assert.ok(
      lines.some((line) => line.includes(VERDICTS[key])),
      key,
    );
});
