/**
 * Tables of CellPhoneDB, CellChat and LIANA as rows of one form: who tells whom by what, how
 * strongly. Pure. Column names are compared without case and signs, so `ligand.complex` of R and
 * `ligand_complex` of Python are one.
 *
 * @typedef {any} Row
 * @property {string} sender    cell name as in the table
 * @property {string} receiver
 * @property {string[]} ligand  symbols that may name the ligand: the whole and the parts of a
 *   complex
 * @property {string[]} receptor
 * @property {string} pair      both, for the reader
 * @property {number|null} score  higher is stronger
 * @property {number|null} p
 */
import { t } from '../app/i18n.js';

const plain = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const COLUMNS = {
  sender: ['sender', 'source', 'sendercell', 'sendercelltype'],
  receiver: ['receiver', 'target', 'receivercell', 'receivercelltype'],
  ligand: ['ligandcomplex', 'ligand'],
  receptor: ['receptorcomplex', 'receptor'],
  pair: ['interactionname2'], // CellChat: the parts of complexes stand here alone
  p: ['pval', 'pvalue', 'cellphonepvals', 'cellphonedbpvalue', 'cellchatpvals', 'padj', 'p'],
};
// In this order; true: a small number is a strong one.
const SCORES = [
  ['score'],
  ['prob'],
  ['magnituderank', true],
  ['aggregaterank', true],
  ['meanrank', true],
  ['lrscore'],
  ['scalrscore'],
  ['lrmeans'],
  ['mean'],
  ['means'],
  ['specificityrank', true],
];

const number = (text) =>
  text === '' || text === undefined || !Number.isFinite(Number(text)) ? null : Number(text);
const INTEGRIN = /integrin_a(\w+?)b(\d)/i;

/** The symbols that a name may stand for: itself, and the parts of a complex. */
export function symbolsOf(name) {
  const bare = name.replace(/^(complex|simple):/i, '').trim();
  const integrin = bare.match(INTEGRIN);
  if (integrin) return [`ITGA${integrin[1].toUpperCase()}`, `ITGB${integrin[2]}`];
  const parts = bare
    .split(/[_:+&()]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return [...new Set([bare, ...parts])];
}

const isWide = (head) =>
  head.some((name) => plain(name) === 'interactingpair') && head.some((name) => name.includes('|'));

/** A tidy table: one row an interaction of two cells. */
function tidy({ name, head, rows }) {
  const names = head.map(plain);
  const find = (wanted) => wanted.map((one) => names.indexOf(one)).find((at) => at >= 0) ?? -1;
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, wanted]) => [key, find(wanted)]),
  );
  const missing = ['sender', 'receiver', 'ligand', 'receptor'].filter((key) => at[key] < 0);
  if (missing.length) {
    throw new Error(
      t('{name}: no column for {missing}; it has: {head}.', {
        name,
        missing: missing.join(', '),
        head: head.slice(0, 12).join(', ') || t('nothing'),
      }),
    );
  }
  const [score, down] = SCORES.find(([wanted]) => names.includes(wanted)) ?? [];
  const where = score ? names.indexOf(score) : -1;
  const found = rows.map((row) => {
    const [left, right] = (row[at.pair] ?? '').split(' - ');
    const value = number(row[where]);
    return {
      sender: row[at.sender],
      receiver: row[at.receiver],
      ligand: [...new Set([...symbolsOf(row[at.ligand]), ...(right ? symbolsOf(left) : [])])],
      receptor: [...new Set([...symbolsOf(row[at.receptor]), ...(right ? symbolsOf(right) : [])])],
      pair: `${row[at.ligand]} – ${row[at.receptor]}`,
      score: value !== null && down ? -Math.log10(Math.max(value, 1e-12)) : value,
      p: number(row[at.p]),
    };
  });
  const tool =
    at.pair >= 0 || score === 'prob'
      ? 'CellChat'
      : names.some((one) => /^(ligandcomplex|magnituderank|aggregaterank)$/.test(one))
        ? 'LIANA'
        : 'table';
  return {
    tool,
    score: where < 0 ? '' : `${head[where]}${down ? `, ${t('small is strong')}` : ''}`,
    rows: found,
  };
}

/** CellPhoneDB's wide files: a row an interaction, a column a pair of cells `A|B`. */
function wide(tables) {
  const rows = new Map();
  for (const { name, head, rows: lines } of tables) {
    const names = head.map(plain);
    const get = (row, column) => row[names.indexOf(column)] ?? '';
    const isP = /p_?val/i.test(name);
    for (const line of lines) {
      const partner = (side) => get(line, `gene${side}`) || get(line, `partner${side}`);
      const yes = (side) => /^true$/i.test(get(line, `receptor${side}`));
      // Partner a is not always the one that signals.
      const turned = yes('a') && !yes('b');
      for (const [column, label] of head.entries()) {
        const value = label.includes('|') ? number(line[column]) : null;
        if (value === null) continue;
        const key = `${get(line, 'idcpinteraction')} ${get(line, 'interactingpair')} ${label}`;
        const cells = label.split('|');
        const genes = ['a', 'b'].map(partner);
        if (turned) {
          cells.reverse();
          genes.reverse();
        }
        const row = rows.get(key) ?? {
          sender: cells[0],
          receiver: cells[1],
          ligand: symbolsOf(genes[0]),
          receptor: symbolsOf(genes[1]),
          pair: genes.map((gene) => gene.replace(/^\w+:/, '')).join(' – '),
          score: null,
          p: null,
        };
        if (isP) row.p = value;
        else if (value > 0) row.score = value;
        rows.set(key, row);
      }
    }
  }
  // A mean of nothing is no signal; a p value without its mean still tells one.
  const found = [...rows.values()].filter((row) => row.score !== null || row.p !== null);
  return {
    tool: 'CellPhoneDB',
    score: found.some((row) => row.score !== null) ? 'mean' : '',
    rows: found,
  };
}

/**
 * @param {Array<{name: string, head: string[], rows: string[][]}>} tables  one, or several of one
 *   run
 * @returns {{tool: string, score: string, rows: Row[]}}
 * @throws {Error} in one line, where a table has no columns that can be used
 */
export function readResults(tables) {
  const broad = tables.filter((table) => isWide(table.head));
  const parts = tables.filter((table) => !isWide(table.head)).map(tidy);
  if (broad.length) parts.unshift(wide(broad));
  const rows = parts.flatMap((part) => part.rows).filter((row) => row.sender && row.receiver);
  if (!rows.length)
    throw new Error(
      t('{name}: no row names a sender and a receiver.', {
        name: tables.map((one) => one.name).join(', '),
      }),
    );
  return { tool: parts[0].tool, score: parts[0].score, rows };
}
