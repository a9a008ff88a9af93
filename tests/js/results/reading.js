/** What the page makes of files: their rows and, on the metastatic cascade, what became of each. */
import fs from 'node:fs';
import path from 'node:path';
import { matchCell } from '../../../assets/js/results/rules/cell-matching.js';
import { textOf } from '../../../assets/js/results/rules/file-bytes.js';
import { supportArrows } from '../../../assets/js/results/rules/results-matching.js';
import { readResults } from '../../../assets/js/results/rules/results-tables.js';
import { readTable } from '../../../assets/js/results/rules/table-text.js';
import { arrows, cells, molecules } from './library.js';

const folder = (...where) => path.join(import.meta.dirname, ...where);

export const bytesOf = (name) => new Uint8Array(fs.readFileSync(folder('cases', name)));

const example = (name) =>
  fs.readFileSync(folder('../../../examples/overlay', `synthetic-${name}`), 'utf8');

/** Tables of files, each [name, text]; a name alone is a file of cases/ or of examples/overlay/. */
export function tables(...files) {
  return files.map((file) => {
    const [name, text] = typeof file === 'string' ? [file] : file;
    const there = fs.existsSync(folder('cases', name));
    return { name, ...readTable(text ?? (there ? textOf(bytesOf(name)) : example(name))) };
  });
}

export const read = (...files) => readResults(tables(...files));

const cellOf = new Map(); // as the page does, names are matched once

function matchOnce(name) {
  if (!cellOf.has(name)) cellOf.set(name, matchCell(name, cells));
  return cellOf.get(name);
}

/** Verdicts in the order of the rows: 'supported pt-csf1-csf1r', 'unread ...'. */
export function laid(table, limit = 0.05) {
  return supportArrows(table.rows, matchOnce, arrows, molecules, limit);
}

/** One line a row: cells, pair, score as the table has it, p, verdict and its reason. */
export function lines(...files) {
  return laid(read(...files)).verdicts.map(({ row, verdict, why, arrows: ids }) =>
    [
      `${row.sender} > ${row.receiver}`,
      row.pair,
      row.told ?? '-',
      row.p ?? '-',
      verdict,
      verdict === 'supported' ? ids.join(' ') : why,
    ].join(' | '),
  );
}
