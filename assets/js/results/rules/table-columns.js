/**
 * Names of columns in tables of ligand-receptor tools. Pure. They are compared without case,
 * accents and signs, so `ligand.complex` of R and `ligand_complex` of Python are one.
 * docs/overlay.md names them; tests/unit/server/test_overlay_tables.py holds the two together.
 */
import { fold } from '../../rules/word-forms.js';

export const plain = (name) => fold(name).replace(/[^a-z0-9]/g, '');

const list = (text) => text.trim().split(/\s+/);

/** Names of each role, the best first. */
export const COLUMNS = {
  sender: list(`sender source sendercell sendercelltype sourcecelltype sourcecluster sendingcluster
    sendingcelltype cellfrom celltypefrom ligandcell ligandcelltype absender quelle`),
  receiver: list(`receiver target receivercell receivercelltype targetcelltype targetcluster
    receivingcluster receivingcelltype cellto celltypeto receptorcell receptorcelltype empfanger
    empfaenger ziel`),
  ligand: list('ligandcomplex ligand ligandsymbol ligandgene ligandgenesymbol ligandname liganden'),
  receptor: list(`receptorcomplex receptor receptorsymbol receptorgene receptorgenesymbol
    receptorname rezeptor`),
  pair: ['interactionname2'], // CellChat: the parts of complexes stand here alone
  whole: ['interactionname'],
};

/** Columns of scores, the best first; true: a small number is a strong one. */
export const SCORES = [
  ['score'],
  ['prob'],
  ['magnituderank', true],
  ['aggregaterank', true],
  ['meanrank', true],
  ['prioritizationscore'],
  ['interactionscore'],
  ['lrscore'],
  ['scalrscore'],
  ['lrmeans'],
  ['lrmean'],
  ['lrprobs'],
  ['lrgmeans'],
  ['interscore'],
  ['exprprod'],
  ['prodweight'],
  ['scaledweight'],
  ['weightsc'],
  ['connectomeweightsc'],
  ['weightnorm'],
  ['specweight'],
  ['edgespecificity'],
  ['natmiedgespecificity'],
  ['edgeaverageexpressionweight'],
  ['edgeaverageexpressionderivedspecificity'],
  ['lrlogfc'],
  ['logfccomb'],
  ['logfclogfccomb'],
  ['crosstalkscore'],
  ['mean'],
  ['means'],
  ['strength'],
  ['weight'],
  ['wert'],
  ['specificityrank', true],
];

// `ligand.pvalues` of CellChat and `p_val_adj.lig` of Connectome are of one gene, not of the pair;
// a rank of p values is none, and a column of stars neither.
const NO_P = /^(ligand|receptor)|(lig|rec|ligand|receptor|rank|signif|significance|stars)$/;
const IS_P = /^[pq]$|pval|padj|qval|fdr|pwert|pwerte|adjp|pvaladj|falsediscovery/;
const ADJUSTED = /padj|fdr|^q|qval|adj|falsediscovery|corrected|bonferroni|bh$/;

/**
 * The column that holds p values: any that is named so, adjusted ones first.
 * @returns {{at: number, log: boolean}} at -1 for none; log: as −log10
 */
export function findP(head) {
  const names = head.map(plain);
  const are = names
    .map((name, at) => at)
    .filter((at) => IS_P.test(names[at]) && !NO_P.test(names[at]));
  const at = are.find((index) => ADJUSTED.test(names[index])) ?? are[0] ?? -1;
  return { at, log: at >= 0 && /log/.test(names[at]) };
}

/** Where each role of COLUMNS stands in a head, -1 for nowhere. */
export function findColumns(head) {
  const names = head.map(plain);
  const find = (wanted) => wanted.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  return Object.fromEntries(Object.entries(COLUMNS).map(([role, wanted]) => [role, find(wanted)]));
}

/** CellPhoneDB's files with a column for each pair of cells. */
export const isWide = (head) =>
  head.some((name) => plain(name) === 'interactingpair') && head.some((name) => name.includes('|'));

/** How much a row looks like the names of columns. */
export function likeHead(cells) {
  if (isWide(cells)) return 100;
  const roles = Object.values(findColumns(cells)).filter((at) => at >= 0).length;
  return roles + (findP(cells).at >= 0 ? 1 : 0);
}
