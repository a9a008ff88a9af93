/**
 * CellPhoneDB's wide files: a row for each interaction, a column for each pair of cells `A|B`, and
 * a file for each kind of number. Pure. Files of versions 2 to 5:
 * https://cellphonedb.readthedocs.io/en/latest/RESULTS-DOCUMENTATION.html
 */
import { t } from '../../app/i18n.js';
import { noSymbol } from './molecule-names.js';
import { plain } from './table-columns.js';
import { decimalMark, readNumber } from './table-numbers.js';
import { cellPairs } from './cell-pairs.js';

const YES = new Set(
  'true t 1 1.0 1,0 yes y wahr ja j vrai oui verdadero si sí vero verdadeiro sim waar prawda sant sand'.split(
    ' ',
  ),
);
const NO = new Set(
  'false f 0 0.0 0,0 no n falsch nein faux non falso não onwaar nee fałsz falsk'.split(' '),
);

/** A boolean as a spreadsheet of some language or R writes it; null for another word. */
export function readBoolean(text) {
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) || !word ? false : null;
}

/** @type {Array<[string, RegExp]>} */
const NAMED = [
  ['relevant', /relevant/i],
  ['scores', /interaction[\W_]*scores?/i],
  ['significant', /significant[\W_]*means?/i],
  ['p', /(^|[^a-z])p[\W_]*val(ue)?s?(?![a-z])/i],
  ['means', /means?(?![a-z])|mittelwert/i],
];

/**
 * Means, p values, scores or marks of relevance: by the numbers where they leave no choice, else by
 * the file's name.
 * @param {string[]} texts  the numbers of the file
 */
function kindOf(name, names, texts, numbers) {
  const [named = ''] =
    NAMED.find(([, pattern]) => pattern.test(name.replace(/\.[^.]*$/, ''))) ?? [];
  let most = 0;
  let ones = 0;
  let whole = 0;
  for (const [at, number] of numbers.entries()) {
    most = Math.max(most, number);
    ones += number === 1 ? 1 : 0;
    whole += /^[01]$/.test(texts[at]) ? 1 : 0;
  }
  const within = most <= 1 && numbers.every((number) => number >= 0);
  if (named === 'relevant' || named === 'scores')
    return within || named === 'scores' ? named : 'means';
  if (names.includes('rank')) return 'significant';
  if (!within) return named === 'significant' ? named : 'means';
  // Means that are 1 to the last digit are rare, p values of 1 are the rule.
  if (named === 'p' || (ones > numbers.length / 5 && whole < numbers.length)) return 'p';
  return named || (ones || numbers.length < 20 ? 'unknown' : 'means');
}

/** One file as what stands in it: numbers by interaction and pair of cells. */
function part({ name, head, rows, numbers: lines, mark }) {
  const names = head.map(plain);
  const pairs = cellPairs(head);
  const at = (column) => names.indexOf(column);
  const texts = rows.flatMap((row) => pairs.map(({ column }) => row[column] ?? '')).filter(Boolean);
  const decimal = decimalMark(texts, mark);
  const numbers = [];
  const written = [];
  for (const text of texts) {
    const number = readNumber(text, decimal);
    if (number === null) continue;
    numbers.push(number);
    written.push(text);
  }
  for (const side of ['receptora', 'receptorb']) {
    const odd = rows.map((row) => row[at(side)] ?? '').find((word) => readBoolean(word) === null);
    if (odd !== undefined)
      throw new Error(
        t('{name}: “{word}” in {column} is neither true nor false.', {
          name,
          word: odd,
          column: head[at(side)],
        }),
      );
  }
  const kind = kindOf(name, names, written, numbers);
  const odd =
    (kind === 'p') !== NAMED[3][1].test(name) && NAMED.some(([, pattern]) => pattern.test(name));
  return { name, names, rows, lines, pairs, decimal, kind, odd };
}

/** Of two files of one run, the one with numbers above 1 holds the means, so the other p values. */
function settle(parts) {
  for (const file of parts.filter(({ kind }) => kind === 'unknown')) {
    const others = parts.filter(({ kind }) => kind !== 'unknown');
    if (others.some(({ kind }) => kind === 'means') && !others.some(({ kind }) => kind === 'p'))
      file.kind = 'p';
    else if (
      others.some(({ kind }) => kind === 'p') &&
      !others.some(({ kind }) => kind === 'means')
    )
      file.kind = 'means';
    else
      throw new Error(
        t(
          '{name}: its numbers lie between 0 and 1 and may be means, p values or marks of relevance; let the name of the file say it (means, pvalues or relevant_interactions).',
          { name: file.name },
        ),
      );
  }
}

/** Who sends what to whom: partner a is not always the one that signals. */
function ends(row, get, pair) {
  const bare = (text) => text.replace(/^(simple|complex):/i, '');
  const partner = (side) => get(row, `gene${side}`) || get(row, `partner${side}`);
  const yes = (side) => readBoolean(get(row, `receptor${side}`)) === true;
  const cells = [pair.a, pair.b];
  const genes = ['a', 'b'].map(partner);
  if (yes('a') && !yes('b')) {
    cells.reverse();
    genes.reverse();
  }
  const integrin = readBoolean(get(row, 'isintegrin')) === true;
  return {
    sender: cells[0],
    receiver: cells[1],
    ligand: [genes[0]],
    receptor: [genes[1]],
    pair: genes.map(bare).join(' – '),
    fault: genes.map(noSymbol).find(Boolean) ?? '',
    // Two cells that hold each other: neither partner signals more than the other.
    mutual: !yes('a') && !yes('b') && (integrin || /^adhesion/i.test(get(row, 'directionality'))),
  };
}

const SCORE = { means: 'mean', significant: 'mean', scores: 'interaction score' };
// t: 'mean' 'interaction score'

/**
 * @param {any[]} tables  all wide files of a run
 * @returns {{tool: string, score: string, down: boolean, p: string, notes: string[],
 *   rows: any[]}}
 */
export function wideRows(tables) {
  const parts = tables.map(part);
  settle(parts);
  const has = (kind) => parts.some((file) => file.kind === kind);
  const scored = ['means', 'significant', 'scores'].find(has);
  const byPair = new Map();
  const notes = [];
  for (const file of parts) {
    const get = (row, column) => row[file.names.indexOf(column)] ?? '';
    if (file.odd)
      notes.push(
        file.kind === 'p'
          ? t('{name}: its numbers are p values.', { name: file.name })
          : t('{name}: its numbers are no p values, as some are above 1.', { name: file.name }),
      );
    const odd = file.pairs.filter(({ a }) => !a);
    if (odd.length)
      notes.push(
        t(
          '{name}: the column {column} can be two cells in more than one way; {n} such columns are not read.',
          {
            name: file.name,
            column: odd[0].label,
            n: odd.length,
          },
        ),
      );
    for (const [index, row] of file.rows.entries()) {
      const key = `${get(row, 'idcpinteraction')} ${get(row, 'interactingpair')}`;
      if (!byPair.has(key)) byPair.set(key, new Map());
      const here = byPair.get(key);
      for (const pair of file.pairs) {
        const value = pair.a ? readNumber(row[pair.column], file.decimal) : null;
        if (value === null) continue;
        if (!here.has(pair.label))
          here.set(pair.label, {
            file: file.name,
            line: file.lines?.[index] ?? index + 2,
            ...ends(row, get, pair),
            score: null,
            told: null,
            p: null,
            noP: '',
            kinds: new Set(),
          });
        const entry = here.get(pair.label);
        entry.kinds.add(file.kind);
        if (file.kind === 'p') entry.p = value;
        else if (file.kind === 'relevant') entry.relevant = value > 0;
        else if (file.kind === scored && value > 0) entry.score = entry.told = value;
      }
    }
  }
  const rows = [...byPair.values()]
    .flatMap((here) => [...here.values()])
    .filter(
      // A mean of nothing is no signal; a p value without its mean still tells one.
      (row) => row.score !== null || row.p !== null || row.relevant !== undefined,
    );
  for (const row of rows) {
    if (has('p') && row.p === null) row.noP = t('no p value');
    else if (has('p') && (row.p < 0 || row.p > 1))
      row.noP = t('“{text}” is no p value', { text: row.p });
    if (has('relevant') && !row.relevant) row.noP = t('not in relevant_interactions');
    // Where nothing else says it, a mean left out of significant_means was not significant.
    if (!has('p') && !has('relevant') && has('significant') && !row.kinds.has('significant'))
      row.noP = t('not in significant_means');
    delete row.kinds;
  }
  return {
    tool: 'CellPhoneDB',
    down: false,
    score: rows.some((row) => row.score !== null) ? t(SCORE[scored]) : '',
    p: has('p') ? parts.find(({ kind }) => kind === 'p').name : '',
    notes,
    rows,
  };
}
