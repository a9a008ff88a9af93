/**
 * The words by which labels of clusters name cell types. Pure.
 *
 * Labels are read word by word: a word that neither the figure nor these lists know makes the label
 * another cell. The lists follow the Cell Ontology (https://obofoundry.org/ontology/cl.html) and
 * the usual labels of tumor atlases.
 */
import { fold } from '../../rules/word-forms.js';

/** Other ways to write a word, each to the words that stand for it here. */
const MEANS = Object.fromEntries(
  `tumour tumor|tumoral tumor|cancer tumor|carcinoma tumor|malignant tumor|malig tumor
  neoplastic tumor
  tumors tumor|tumours tumor|cancerous tumor
  tam tumor associated macrophage|mac macrophage|macs macrophage|macro macrophage|mph macrophage
  macroph macrophage|mam metastasis associated macrophage
  caf tumor associated fibroblast|fib fibroblast|fibro fibroblast|fibs fibroblast
  mycaf tumor associated fibroblast myofibroblastic|icaf tumor associated fibroblast inflammatory
  apcaf tumor associated fibroblast presenting|vcaf tumor associated fibroblast vascular
  mcaf tumor associated fibroblast matrix
  tan tumor associated neutrophil|neut neutrophil|pmn neutrophil|neutro neutrophil
  mdsc myeloid derived suppressor|pmnmdsc myeloid derived suppressor granulocytic
  mmdsc myeloid derived suppressor monocytic|gmdsc myeloid derived suppressor granulocytic
  mono monocyte|monos monocyte|cmono classical monocyte|ncmono !classical monocyte
  nonclassical !classical
  dc dendritic|cdc dendritic conventional|pdc dendritic plasmacytoid|mdc dendritic myeloid
  mregdc dendritic mature|mregdcs dendritic mature|cdc1 dendritic conventional
  cdc2 dendritic conventional|cdc3 dendritic conventional|dc1 dendritic conventional
  dc2 dendritic conventional|dc3 dendritic conventional
  modc dendritic monocyte-derived
  nk natural killer|mastocyte mast
  endo endothelial|endothelium endothelial|endothelia endothelial
  ec endothelial|lec lymphatic endothelial|lsec liver sinusoidal endothelial
  lymph lymphatic|epi epithelial|epith epithelial|hep hepatocyte|astro astrocyte
  microglial microglia
  treg regulatory t
  ctl cytotoxic t
  gdt gammadelta t|tgd gammadelta t|gd gammadelta
  cd8a cd8|cd8b cd8|tcell t|bcell b
  ctc circulating tumor|dtc disseminated tumor
  prolif cycling|proliferating cycling|proliferative cycling|dividing cycling|mki67 cycling
  infiltrating associated|positive|pos|high|hi
  zelle|zellen|lymphozyt lymphocyte|neurons neuron|progenitors progenitor`
    .split(/[|\n]/)
    .map((line) => line.trim().split(' '))
    .map(([word, ...means]) => [word, means]),
);

/** What says nothing of the type. */
const SILENT = new Set(
  `cell cells the of a an and with type celltype cluster clust subcluster clone subset subtype
  population pop human mouse mus musculus homo sapiens
  c cl`.split(/\s+/),
);

/**
 * Words that a label may say beside the name of a type of the figure without naming another: by a
 * word of that name. What is true of every type stands under ''.
 */
const BESIDE = Object.fromEntries(
  Object.entries({
    '': 'cycling activated immune',
    t: `lymphoid lymphocyte naive memory effector exhausted cytotoxic central resident terminal
      terminally differentiated dysfunctional predysfunctional em cm rm emra ab
      alpha beta alphabeta thymus
      derived tissue gzmk gzmb tex tem tcm trm tn teff tmem temra tscm reactive bystander`,
    regulatory: 'cd4 cd25 foxp3 effector il2ra',
    th1: 'cd4 helper',
    th2: 'cd4 helper',
    cytotoxic: 'cd8 effector',
    cd8: 'cd3 cd8a cd8b',
    leukocyte: 'cd45 ptprc',
    b: `lymphoid naive memory follicular germinal center gc marginal zone switched unswitched
      class mature lymphocyte igm igd cd19 cd20 ms4a1 cd27`,
    killer: `lymphoid cd56 cd16 fcgr3a ncam1 dim bright mature cytotoxic adaptive cd56bright
      cd56dim`,
    dendritic: `plasmacytoid conventional classical myeloid mature immature migratory cd1c clec9a
      cd141 lamp3 mreg`,
    neutrophil: 'myeloid tumor associated mature immature aged density',
    mast: 'myeloid connective mucosal tissue',
    suppressor: 'granulocytic monocytic polymorphonuclear',
    macrophage: 'myeloid m1 m2 inflammatory angiogenic phagocytic lipid',
    fibroblast: 'stromal',
    associated: 'myo myofibroblastic inflammatory antigen presenting matrix vascular fap',
    endothelial: `vascular blood vessel vein venous venule arterial artery arteriole arteriolar
      capillary cap tip stalk microvascular postcapillary pecam1 vwf cd31 tumor stromal`,
    tumor: 'epithelial primary epcam',
    classical: 'cd14 cd16 !cd16 blood',
    '!classical': 'cd16 !cd14 blood fcgr3a cd14',
    hepatocyte: 'periportal pericentral midzonal',
    keratinocyte: 'basal suprabasal spinous differentiated',
    astrocyte: 'reactive protoplasmic fibrous',
    microglia: 'homeostatic',
    osteoclast: 'mature',
    osteoblast: 'mature',
  }).map(([word, words]) => [word, new Set(words.trim().split(/\s+/))]),
);

// Markers that make another type of a cell, or that name one by themselves.
const TYPE_MARKER =
  /^!?(cd(3[deg]?|4|8[ab]?|11[bc]|14|16|19|20|31|34|45|56|68|79a|163)|foxp3|tie2|tek|ms4a1|fcgr3a|epcam|pecam1|prox1|lyve1|pdpn|ptprc|ncam1|tr[adgb][cv]\d*|il\d+[a-z]?|nk\d|tr1|krt\d+|at[12]|th\d+|ilc\d*|m[12]|b\d[ab]?|[cp]?dc\d|lgr5|ly6[cg]\d?|itga?[mx]|igh[a-z]\d?)$/;

/** Whether a word of a label is no more than a state, subset or marker of a type. */
export function isBeside(word, name) {
  if (name.join() === 'hsc') return false; // an activated one is a stellate cell
  if (BESIDE[''].has(word)) return true;
  if (name.some((typeWord) => BESIDE[typeWord]?.has(word))) return true;
  return /^!?[a-z]+\d+[a-z]*\d*$/.test(word) && word.length > 2 && !TYPE_MARKER.test(word);
}

const NOT = /^(non|not|no|without|anti|un)$/;

/** Signs that say something, as words. */
function prepared(text) {
  return (
    fold(
      text
        .replace(/[_.]/g, ' ')
        .replace(/γ\s?δ/gi, ' gammadelta ')
        .replace(/m[φϕ]/gi, ' macrophage ')
        .replace(/([a-z]{3,})([A-Z])/g, '$1 $2'), // EndothelialCell, but iCAF and pDC
    )
      .replace(/\bgamma[ _-]?delta\b/g, 'gammadelta')
      .replace(
        /\b(t|type)?[ _-]?helper[ _-]?(\d+)\b|\btype (\d) helper t\b/g,
        (_, __, a, b) => ` th${a ?? b} `,
      )
      .replace(/\bt[ -]?regs?\b/g, ' treg ')
      .replace(/\b(m[12][abc]?)[ -]like\b/g, '$1')
      .replace(/\b(cd[48])[ +-]+(t(?:ex|em|cm|rm|n|eff|mem|emra|scm))s?\b/g, '$1 t $2')
      .replace(/\b(pmn|g|m|mo)[ _-]mdscs?\b/g, (_, kind) => ` ${kind === 'mo' ? 'm' : kind}mdsc `)
      .replace(/\b([a-z]+\d+[a-z]?)[ _-]*(?:neg|negative|low|lo)\b/g, ' !$1 ')
      // CD45-, CD4-CD8-, but not CD8-Tex
      .replace(/\b([a-z]+\d+[a-z]?)-(?=$|[\s,;()/_]|cd\d)/g, ' !$1 ')
      .replace(
        /\b(cd\d+[abc]?)(?=(?:t|b|nk|dc|mono|mac|treg|tex|teff|tem|tcm)(?:cells?)?\b)/g,
        '$1 ',
      )
      .replace(/([a-z]{1,})cells?\b/g, '$1 ')
      .replace(/\bcd(\d+)[ _-]+(?=positive|pos\b)/g, 'cd$1 ')
  );
}

function singular(word) {
  if (/^[a-z]{5,}en$/.test(word)) return word.slice(0, -1); // Makrophagen
  if (word.length > 2 && /[^siu]s$/.test(word) && !/\d/.test(word)) return word.slice(0, -1);
  return /glias$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * The words of a label or name that say its type, '!' before what it denies.
 * @returns {string[]} sorted, each once
 */
export function typeWords(text) {
  const meanings = new Set();
  let not = '';
  for (const raw of prepared(text).match(/!?[\p{L}\p{N}]+/gu) ?? []) {
    if (NOT.test(raw)) {
      not = '!';
      continue;
    }
    const [, glued, rest] = /^(non|anti)([a-z]{4,})$/.exec(raw) ?? [];
    const word = singular(glued ? rest : raw.replace(/^!/, ''));
    const [, letters] = /^([a-z]{2,})\d{1,2}$/.exec(word) ?? [];
    const base = MEANS[word] || !letters || !isWord(letters) ? word : letters;
    if (SILENT.has(base) || /^c?\d+$/.test(base)) continue;
    const sign = glued || not || (raw.startsWith('!') ? '!' : '');
    not = '';
    for (const meaning of MEANS[base] ?? [base])
      if (meaning) meanings.add(glued || sign ? `!${meaning}` : meaning);
  }
  if (meanings.size === 1 && meanings.has('cd8')) meanings.add('t');
  if (meanings.has('cd14') && meanings.has('monocyte')) mark(meanings, 'classical', 'cd14');
  if (meanings.has('cd16') || meanings.has('fcgr3a'))
    if (meanings.has('monocyte')) mark(meanings, '!classical', 'cd16');
  return [...meanings].sort();
}

/** CD14 and CD16 name the classical and the other monocytes, where neither is denied or said. */
function mark(words, type, marker) {
  const other = marker === 'cd14' ? ['cd16', 'fcgr3a'] : ['cd14'];
  const isTold = words.has('classical') || words.has('!classical') || words.has('intermediate');
  if (!isTold && !other.some((word) => words.has(word)) && words.size === 2) words.add(type);
}

// Words that the number of a cluster may follow: 'Macrophage2', but not 'Th2'.
const COUNTED = new Set([
  ...Object.entries(MEANS).flatMap(([word, means]) => [word, ...means]),
  ...'platelet osteoblast osteoclast keratinocyte kupffer'.split(' '),
]);
const isWord = (letters) => letters.length > 1 && COUNTED.has(letters);
