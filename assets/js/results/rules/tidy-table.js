/** Tables with a row for each interaction of two cells: CellChat, LIANA and others. Pure. */
import { t } from '../../app/i18n.js';
import { noSymbol } from './molecule-names.js';
import { COLUMNS, SCORES, findColumns, findP, plain } from './table-columns.js';
import { decimalMark, readNumber, readP } from './table-numbers.js';

const NEEDED = ['sender', 'receiver', 'ligand', 'receptor'];
const SMALL = 1e-12; // the least rank that counts, as the logarithm of 0 is none

function toolOf(names, scoreName) {
  if (names.includes(COLUMNS.pair[0]) || scoreName === 'prob') return 'CellChat';
  if (names.some((name) => /^(ligandcomplex|magnituderank|aggregaterank)$/.test(name)))
    return 'LIANA';
  return 'table';
}

/** The columns whose numbers are read, by name. */
function numeric(head) {
  const names = head.map(plain);
  const scores = SCORES.map(([name, down]) => ({ at: names.indexOf(name), down })).filter(
    ({ at }) => at >= 0,
  );
  return { scores, p: findP(head) };
}

/** Why a row cannot be read; '' where it can. */
function fault(row, at, length) {
  if (row.length > length)
    return t('{n} fields for {of} columns; a decimal comma without quotes?', {
      n: row.length,
      of: length,
    });
  for (const [role, reason] of [
    ['sender', /* t */ 'no sender'],
    ['receiver', /* t */ 'no receiver'],
  ])
    if (!row[at[role]]) return t(reason);
  // A ligand may stand alone, a receptor not.
  return noSymbol(row[at.ligand]) || (row[at.receptor] && noSymbol(row[at.receptor]));
}

/**
 * @param {{name: string, head: string[], rows: string[][], numbers: number[], mark: string}} table
 * @returns {{tool: string, score: string, down: boolean, p: string, notes: string[],
 *   rows: any[]}}
 * @throws {Error} in one line, where a column is missing
 */
export function tidyRows({ name, head, rows, numbers, mark }) {
  const at = findColumns(head);
  const missing = NEEDED.filter((role) => at[role] < 0);
  if (missing.length) {
    throw new Error(
      t('{name}: no column for {missing}; it has: {head}.', {
        name,
        missing: missing.join(', '),
        head: head.filter(Boolean).slice(0, 12).join(', ') || t('nothing'),
      }),
    );
  }
  const { scores, p } = numeric(head);
  const whole = rows.filter((row) => row.length === head.length);
  const columns = [...scores.map((column) => column.at), p.at].filter((column) => column >= 0);
  const decimal = decimalMark(
    whole.flatMap((row) => columns.map((column) => row[column])),
    mark,
  );
  const read = (row, column) => readNumber(row[column], decimal);
  const score = scores.find((column) => whole.some((row) => read(row, column.at) !== null));
  const notes = [];
  if (scores.length && !score)
    notes.push(
      t('{name}: the column {column} holds no numbers.', { name, column: head[scores[0].at] }),
    );
  const tidied = rows.map((row, index) => {
    const value = score ? read(row, score.at) : null;
    const { p: number, why } = p.at < 0 ? { p: null, why: '' } : readP(row[p.at], decimal, p.log);
    const [left, right] = (row[at.pair] ?? '').split(' - ');
    return {
      file: name,
      line: numbers?.[index] ?? index + 2,
      sender: row[at.sender],
      receiver: row[at.receiver],
      ligand: [row[at.ligand], ...(right ? [left] : [])],
      receptor: [row[at.receptor], ...receptors(row, at, right)],
      pair: [row[at.ligand], row[at.receptor]].filter(Boolean).join(' – '),
      score: value !== null && score.down ? -Math.log10(Math.max(value, SMALL)) : value,
      told: value, // as the table has it
      p: number,
      noP: why,
      fault: fault(row, at, head.length),
    };
  });
  const names = head.map(plain);
  return {
    tool: toolOf(names, score && names[score.at]),
    score: score ? `${head[score.at]}${score.down ? `, ${t('small is strong')}` : ''}` : '',
    down: Boolean(score?.down),
    p: p.at < 0 ? '' : head[p.at],
    notes,
    rows: tidied,
  };
}

/** Names of the receptor beside its column's: CellChat's second name, else what its first adds. */
function receptors(row, at, second) {
  if (second) return [second];
  const first = row[at.whole] ?? '';
  const ligand = `${row[at.ligand]}_`;
  return first.toLowerCase().startsWith(ligand.toLowerCase()) ? [first.slice(ligand.length)] : [];
}
