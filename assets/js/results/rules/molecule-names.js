/**
 * What the ligand and receptor columns of a table name: molecules of the figure, by symbol, other
 * name, or as parts of a complex; or something that is no symbol at all. Pure.
 */
import { t } from '../../app/i18n.js';
import { foldName } from '../../rules/word-forms.js';

/** Every name of a molecule, folded, to the figure's symbols. */
export function moleculeIndex(index) {
  const byName = new Map();
  for (const { id, names } of index) {
    for (const name of names) {
      const key = foldName(name);
      if (!byName.has(key)) byName.set(key, new Set());
      byName.get(key).add(id);
    }
  }
  return byName;
}

// Complexes whose names do not say their parts, of CellPhoneDB (complex_input.csv of
// https://github.com/ventolab/cellphonedb-data) and CellChat, folded.
const COMPLEXES = {
  tgfbetareceptor1: 'TGFBR1 TGFBR2',
  tgfbetareceptor2: 'TGFBR2 ACVR1',
  tgfravr2a: 'TGFBR1 ACVR2A',
  tgfravr2b: 'TGFBR1 ACVR2B',
  tgfrbmpr2: 'TGFBR1 BMPR2',
  bmr1aacr2a: 'BMPR1A ACVR2A',
  bmr1aavr2b: 'BMPR1A ACVR2B',
  pdgfr: 'PDGFRA PDGFRB',
  flt1: 'FLT1 KDR',
  gmcsfr: 'CSF2RA CSF2RB',
  il1receptor: 'IL1R1 IL1RAP',
  il4receptor: 'IL4R IL2RG',
  il13receptor: 'IL13RA2 IL4R',
  il6receptor: 'IL6R IL6ST',
  il10receptor: 'IL10RA IL10RB',
  il11receptor: 'IL11RA IL6ST',
  cntf1r: 'CNTFR LIFR IL6ST',
  lifr: 'LIFR IL6ST',
  osmr: 'OSMR IL6ST',
  tslpr: 'IL7R CRLF2',
  typeiifnr: 'IFNAR1 IFNAR2',
  typeiiifnr: 'IFNGR1 IFNGR2',
  nkg2diireceptor: 'KLRK1 HCST',
  fibrinogen: 'FGA FGB FGG',
};

const INTEGRIN = /(?:^|[^a-z])(?:integrin[_ -])?a(\w+?)b(\d)(?:[_ -]complex)?$/i;
const NUMBERED = /^r?\d+[a-z]?$/i; // 'R2' of TGFbR1_R2

const integrin = (name) => {
  const [, a, b] = /integrin|complex/i.test(name) ? (INTEGRIN.exec(name) ?? []) : [];
  return a && /^(\d+B?|[A-Z])$/i.test(a) ? [`ITGA${a.toUpperCase()}`, `ITGB${b}`] : null;
};

/** The parts of a complex; [] where the name is whole. */
export function partsOf(name) {
  const parts = [];
  for (const part of name.split(/[_:+&();,/]|\s+-\s+|\s+and\s+/i).map((text) => text.trim())) {
    if (!part || /^(complex|simple|receptor|and)$/i.test(part)) continue;
    const before = parts.at(-1)?.replace(/r?\d+[a-z]?$/i, '');
    parts.push(before && NUMBERED.test(part) && /r\d+$/i.test(parts.at(-1)) ? before + part : part);
  }
  return parts.length === 1 && parts[0] === name ? [] : [...new Set(parts)];
}

/**
 * The symbols that a name may stand for: itself first, then the parts of a complex.
 * 'PGE2-PTGES3' and 'Adenosine_byNT5E_and_SLC29A1' are a small molecule, told by the enzymes and
 * carriers behind it, which themselves signal nothing.
 */
export function symbolsOf(raw) {
  const bare = raw.replace(/^(complex|simple):/i, '').trim();
  const [, name] = /^(.+?)_by[A-Z0-9]/.exec(bare) ?? [];
  if (name) return [name, name.replace(/([a-z])([A-Z]\d?$)/, '$1 $2')];
  const known =
    integrin(bare) ?? COMPLEXES[foldName(bare.replace(/[_ ]complex$/i, ''))]?.split(' ') ?? [];
  if (known.length) return [bare, ...known];
  return [...new Set([bare, ...partsOf(bare.replace(/[_ ](complex|receptor)$/i, ''))])];
}

/**
 * Ids of the figure's molecules that a name stands for; the whole name counts before its parts.
 * @param {string[]} names  such as a column's and, of CellChat, that of its second name
 */
export function moleculesOf(names, known) {
  const ids = new Set();
  for (const name of names) {
    const [whole, ...parts] = symbolsOf(name);
    const direct = known.get(foldName(whole));
    const [small] = whole.includes('-') ? whole.split('-') : [''];
    const of = (symbol) => known.get(foldName(symbol)) ?? [];
    if (direct) for (const id of direct) ids.add(id);
    else
      for (const part of parts.length ? parts : [small]) {
        for (const id of of(part)) ids.add(id);
        // An integrin of which the figure has one chain is not the figure's.
        if (/^ITG[AB]/i.test(part)) ids.add(part.toUpperCase());
      }
  }
  return ids;
}

const MONTH =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mär|mrz|mai|okt|dez|janv|févr?|mars|avr|juin|juil|août|déc|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out)';
const DATES = [
  new RegExp(`^\\d{1,2}[-./ ]{1,2}${MONTH}[a-zä]*\\.?(?:[-./ ]\\d{2,4})?$`, 'i'),
  new RegExp(`^${MONTH}[a-zä]*\\.?[-. ]\\d{1,2}$`, 'i'),
  /^\d{4}-\d{1,2}-\d{1,2}([ T]00:00(:00(\.0+)?)?Z?)?$/,
  /^\d{1,2}[./]\d{1,2}[./](\d{2}|\d{4})$/,
];
/** @type {Array<[RegExp, string]>} */
const ACCESSIONS = [
  [/^ENS[A-Z]{0,6}[GTP]\d{9,}(\.\d+)?$/i, /* t */ '{name} is an Ensembl id, no symbol'],
  [
    // https://www.uniprot.org/help/accession_numbers, without the genes P2RY10-14 and H2AC11 that
    // look the same
    /^(?!P2RY\d\d$|H[1-4][ABC])([OPQ]\d[A-Z0-9]{3}\d|[A-NR-Z]\d([A-Z][A-Z0-9]{2}\d){1,2})(-\d+)?$/,
    /* t */ '{name} is a UniProt id, no symbol',
  ],
  [/^HGNC:\d+$/i, /* t */ '{name} is an HGNC number, no symbol'],
  [/^[NX][MRP]_\d+(\.\d+)?$/, /* t */ '{name} is a RefSeq id, no symbol'],
];

/**
 * Why a name of a ligand or receptor cannot be a symbol; '' where it can.
 * @param {string} name
 */
export function noSymbol(name) {
  const bare = name.replace(/^(simple|complex|uniprot(kb)?):/i, '').trim();
  if (!bare || /^(na|nan|none|null)$/i.test(bare)) return t('a ligand or receptor is missing');
  if (DATES.some((date) => date.test(bare)))
    return t('{name} looks like a date made by a spreadsheet', { name });
  if (/^\d+([.,]\d+)?e[-+]?\d+$/i.test(bare) || /^#(N\/A|NV|REF!|NAME\?|VALUE!)$/i.test(bare))
    return t('{name} looks like a number made by a spreadsheet', { name });
  if (/^\d+([.,]\d+)?$/.test(bare)) return t('{name} is a number, no symbol', { name });
  const [, reason] = ACCESSIONS.find(([pattern]) => pattern.test(bare)) ?? [];
  return reason ? t(reason, { name: bare }) : '';
}
