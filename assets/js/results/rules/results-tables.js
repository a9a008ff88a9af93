/**
 * Tables of CellPhoneDB, CellChat and LIANA as rows of one form: who tells whom by what, how
 * strongly. Pure.
 *
 * @typedef {any} Row
 * @property {string} file      and `line`, where it stands
 * @property {string} sender    cell name as in the table
 * @property {string} receiver
 * @property {string[]} ligand  names of the ligand: the column's, and others of the same
 * @property {string[]} receptor
 * @property {string} pair      both, for the reader
 * @property {number|null} score  higher is stronger; `told`: as the table has it
 * @property {number|null} p
 * @property {string} noP       why the row cannot count, by its p value
 * @property {string} fault     why the row cannot be read
 * @property {boolean} mutual   of two cells that hold each other, without a sender
 */
import { t } from '../../app/i18n.js';
import { wideRows } from './cellphonedb-tables.js';
import { isWide, plain } from './table-columns.js';
import { tidyRows } from './tidy-table.js';

// Files that the tools write beside their results, by a column that only they have.
/** @type {Array<[string[], string]>} */
const OTHERS = [
  [['complexname', 'iscomplex'], /* t */ 'means of single genes, not of pairs'],
  [['genename', 'uniprot'], /* t */ 'means of single genes, not of pairs'],
  [['activetf'], /* t */ 'active transcription factors, not pairs'],
];

/** Why a table is no result, '' where it may be one. */
function other({ name, head, rows }) {
  const names = new Set(head.map(plain));
  if (/cellsign/i.test(name)) return t('active transcription factors, not pairs');
  const [, reason] = OTHERS.find(([wanted]) => wanted.every((column) => names.has(column))) ?? [];
  if (reason) return t(reason);
  if (names.has('pathwayname') && !names.has('ligand') && !names.has('receptor'))
    return t('signaling pathways without ligands: export subsetCommunication(slot.name = "net")');
  return rows.length || head.length ? '' : t('the file is empty');
}

/**
 * @param {Array<{name: string, head: string[], rows: string[][], numbers: number[],
 *   mark: string}>} tables  one, or several of one run; what is no result is named and passed over
 * @returns {{tool: string, score: string, down: boolean, p: string, rows: Row[], notes: string[],
 *   passed: string[]}} down: scores are −log10 of what the table has
 * @throws {Error} in one line, where no table has columns that can be used
 */
export function readResults(tables) {
  const passed = [];
  const broad = [];
  const parts = [];
  for (const table of tables) {
    const why = other(table);
    if (why) passed.push(`${table.name}: ${why}`);
    else if (isWide(table.head)) broad.push(table);
    else {
      try {
        parts.push(tidyRows(table));
      } catch (error) {
        passed.push(error.message);
      }
    }
  }
  if (broad.length) {
    try {
      parts.unshift(wideRows(broad));
    } catch (error) {
      passed.unshift(error.message);
    }
  }
  if (!parts.length) throw new Error(passed.join(' '));
  const rows = parts.flatMap((part) => part.rows);
  if (!rows.some((row) => row.sender && row.receiver))
    throw new Error(
      t('{name}: no row names a sender and a receiver.', {
        name: tables.map((table) => table.name).join(', '),
      }),
    );
  const scores = [...new Set(parts.map((part) => part.score))];
  const notes = parts.flatMap((part) => part.notes);
  if (scores.length > 1)
    notes.push(t('The tables have scores of different kinds, which cannot be compared.'));
  return {
    tool: [...new Set(parts.map((part) => part.tool))].join(', '),
    score: scores.filter(Boolean).join(' / '),
    down: parts.length === 1 && Boolean(parts[0].down),
    p: parts
      .map((part) => part.p)
      .filter(Boolean)
      .join(' / '),
    rows,
    notes,
    passed,
  };
}
